// How a sample was drawn: all that a stranger needs to draw it again, and what each stratum gave.
import { sizeRuleOf } from '@assay/contract';
import { ruleSentence } from '@assay/core';
import { Copy } from '../../../ui/Copy.tsx';
import { CsvButton } from '../../../ui/CsvButton.tsx';
import type { Sample } from './samples.ts';

export function HowDrawn({ sample }: { readonly sample: Sample }) {
  const { population, parts } = sample;
  const fields = [
    { name: 'Stratum', value: (part: Part) => part.name },
    { name: 'Rows', value: (part: Part) => part.size },
    { name: 'Drawn', value: total },
  ];
  return (
    <section className="section">
      <h2>How it was drawn</h2>
      <dl className="facts">
        <dt>Rule</dt>
        <dd>{sample.algorithm}: rows sorted by their bytes, one stream of HMAC-SHA-256 for each stratum</dd>
        <dt>Size</dt>
        <dd>
          {sample.sizes.join(', then ')}. {sample.reason}
        </dd>
        {sample.profile ? <ProfileFact profile={sample.profile} /> : null}
        {sample.extensions.map((each) => (
          <ExtensionFact key={each.at} extension={each} />
        ))}
        <dt>Seed</dt>
        <dd>
          <Copy what="seed" text={sample.seed} /> {sample.seed_from === 'typed' ? 'typed' : 'random'}
        </dd>
        <dt>Digest</dt>
        <dd>
          <Copy what="digest" text={population.digest} />
        </dd>
        <dt>By</dt>
        <dd>
          {sample.made_by} on {sample.made_at.slice(0, 10)}
        </dd>
      </dl>
      <div className="toolbar">
        <span className="count">
          {parts.length} {parts.length === 1 ? 'stratum' : 'strata'}
        </span>
        <CsvButton file={`${sample.code}-strata`} rows={parts} fields={fields} of="strata" />
      </div>
      <div className="table-wrap">
        <table className="table">
          <caption className="sr">Strata</caption>
          <thead>
            <tr>
              <th scope="col">Stratum</th>
              <th scope="col" className="num">
                Rows
              </th>
              <th scope="col" className="num">
                Drawn
              </th>
              <th scope="col" className="grow">
                Share
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.name}>
                <td>{part.name === '' ? 'all, or none named' : part.name}</td>
                <td className="num">{part.size}</td>
                <td className="num">{part.taken.join(' + ')}</td>
                <td className="grow">
                  <span className="sample-bar" aria-hidden="true">
                    <span style={{ width: `${(100 * total(part)) / Math.max(1, part.size)}%` }} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type Part = Sample['parts'][number];

function total({ taken }: Part): number {
  return taken.reduce((sum, each) => sum + each, 0);
}

function ProfileFact({ profile }: { readonly profile: NonNullable<Sample['profile']> }) {
  const { name, revision, rule } = profile;
  return (
    <>
      <dt>Profile</dt>
      <dd>
        <span className="id">{name}</span>
        {revision === 0 ? '' : `, version ${revision}`}: {ruleSentence(sizeRuleOf(rule))}
      </dd>
    </>
  );
}

function ExtensionFact({ extension }: { readonly extension: Sample['extensions'][number] }) {
  const { from, to, by, at, because } = extension;
  return (
    <>
      <dt>Extended</dt>
      <dd>
        {from} to {to} by {by} on {at.slice(0, 10)}: {because}
      </dd>
    </>
  );
}
