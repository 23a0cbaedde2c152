// Where a frozen list comes from, complete, with the two hashes by which anybody can check it.
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Population } from './populations.ts';
import { minuteText } from '../../../ui/words.ts';

export function Provenance({ row }: { readonly row: Population }) {
  const { org } = useParams({ from: '/o/$org' });
  const told = row.provenance;
  const other = (id: string | null): ReactNode =>
    id === null ? (
      'none'
    ) : (
      <Link to="/o/$org/populations/$population" params={{ org, population: id }}>
        {id}
      </Link>
    );
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Source', `${told.source ?? ''}, ${told.environment ?? ''}`],
    ['Query', told.query],
    ['Left out', told.filters === null || told.filters === '' ? 'nothing' : told.filters],
    ['Events', told.range ? `${told.range.from} until ${told.range.until}, that day left out` : ''],
    ['Made', `by ${told.generator ?? ''} at ${minuteText(told.generated_at ?? '')} UTC`],
    ['Pages', told.every_page === true ? 'every page was fetched' : 'not confirmed'],
    [
      'Days written by',
      told.days_written_by === 'system' ? 'the system, when it happened' : 'a person, perhaps later',
    ],
    ['File', row.filename],
    ['SHA-256 of the file', <code key="a">{row.artefact}</code>],
    ['Digest of the rows', <code key="d">{row.digest}</code>],
    ['Frozen', `by ${row.frozen_by ?? ''} at ${minuteText(row.frozen_at ?? '')} UTC`],
    ['In the place of', other(row.supersedes)],
    ['Superseded by', other(row.superseded_by)],
  ];
  return (
    <section className="section" aria-labelledby="provenance">
      <h2 id="provenance">Where it comes from</h2>
      <dl className="population-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
