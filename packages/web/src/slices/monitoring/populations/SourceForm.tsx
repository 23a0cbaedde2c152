// Where the list comes from: what an auditor must know before relying on it; then it can be frozen.
import { parsePlainDate } from '@assay/core';
import { useState } from 'react';
import { api, useChange, useOrg } from '../../../data/api.ts';
import type { Population } from './populations.ts';

interface Props {
  readonly org: string;
  readonly row: Population;
}

export function SourceForm({ org, row }: Props) {
  const told = row.provenance;
  const [said, setSaid] = useState({
    source: told.source ?? '',
    environment: told.environment ?? 'production',
    query: told.query ?? '',
    filters: told.filters ?? '',
    generator: told.generator ?? '',
    generated: (told.generated_at ?? '').slice(0, 16),
    from: told.range?.from ?? '',
    until: told.range?.until ?? '',
  });
  const [everyPage, setEveryPage] = useState(told.every_page ?? false);
  const [daysBy, setDaysBy] = useState(told.days_written_by ?? 'person');
  const change = useChange(org);
  const field = (name: keyof typeof said, label: string, type = 'text') => (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        type={type}
        required={name !== 'filters'}
        value={said[name]}
        onChange={(event) => setSaid({ ...said, [name]: event.target.value })}
      />
    </label>
  );
  const keep = (): void =>
    change.mutate({
      act: () =>
        api['populations.change']({
          params: { org, population: row.id },
          ifMatch: row.tag,
          body: {
            provenance: {
              source: said.source,
              environment: said.environment,
              query: said.query,
              filters: said.filters,
              generator: said.generator,
              generated_at: `${said.generated}:00Z`,
              range: { from: said.from, until: said.until },
              every_page: everyPage,
              days_written_by: daysBy,
            },
          },
        }),
      done: `${row.id} tells where it comes from.`,
    });
  const days = parsePlainDate(said.from) !== undefined && said.from < said.until;
  return (
    <section className="section" aria-labelledby="source">
      <h2 id="source">Where it comes from</h2>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <div className="population-fields">
          {field('source', 'System that knows the events')}
          {field('environment', 'Environment')}
          {field('from', 'Events from', 'date')}
          {field('until', 'until, first day left out', 'date')}
          {field('generator', 'Who or what made the list')}
          {field('generated', 'Made at (UTC)', 'datetime-local')}
          {field('query', 'Query, report or endpoint, with its parameters')}
          {field('filters', 'What was left out (empty: nothing)')}
          <label className="field">
            <span>Who wrote the days</span>
            <select
              className="input"
              value={daysBy}
              onChange={(event) => setDaysBy(event.target.value === 'system' ? 'system' : 'person')}
            >
              <option value="system">the system, when it happened</option>
              <option value="person">a person, perhaps later</option>
            </select>
          </label>
          <label className="population-check">
            <input
              type="checkbox"
              checked={everyPage}
              onChange={(event) => setEveryPage(event.target.checked)}
            />
            <span>Every page was fetched</span>
          </label>
        </div>
        <div>
          <button type="submit" className="button" disabled={!days || change.isPending}>
            Keep this
          </button>
        </div>
      </form>
      <Freeze org={org} row={row} />
    </section>
  );
}

/** The last step; an older list of the same kind may give up its place. */
function Freeze({ org, row }: Props) {
  const [supersedes, setSupersedes] = useState('');
  const change = useChange(org);
  const older = useOrg(org, ['populations', 'of', row.kind], () =>
    api['populations.list']({ params: { org }, query: { limit: '200', kind: row.kind, state: 'frozen' } }),
  );
  const standing = (older.data?.data ?? []).filter(
    (each) => each.superseded_by === null && each.scope === row.scope,
  );
  const ready =
    row.missing.length === 0 && row.faults.length === 0 && row.problems.error + row.problems.fatal === 0;
  return (
    <form
      className="population-freeze"
      aria-label="Freeze"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({
          act: () =>
            api['populations.freeze']({
              params: { org, population: row.id },
              body: supersedes === '' ? {} : { supersedes },
            }),
          done: `${row.id} is frozen. It can be superseded from now on, but never changed.`,
        });
      }}
    >
      {standing.length === 0 ? null : (
        <label className="field">
          <span>In the place of</span>
          <select
            className="input"
            value={supersedes}
            onChange={(event) => setSupersedes(event.target.value)}
          >
            <option value="">none: it stands beside the others</option>
            {standing.map((each) => (
              <option key={each.id} value={each.id}>
                {each.id} {each.title}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" className="button primary" disabled={!ready || change.isPending}>
        Freeze the list
      </button>
      <span className="small muted">
        {row.missing.length > 0 ? `Still to be said: ${row.missing.join(', ').replaceAll('_', ' ')}.` : null}
      </span>
    </form>
  );
}
