// One released thing, as it was shown on the day of its release.
import type { ReactNode } from 'react';
import { minuteText, said } from '../../../ui/words.ts';
import { PolicyText } from '../../policies/PolicyText.tsx';
import { lastDay, type DeskItem } from '../rooms.ts';

type Shown = DeskItem['shown'];
type Of<K extends Shown['kind']> = Extract<Shown, { readonly kind: K }>;

export function Item({
  item,
  file,
  close,
}: {
  readonly item: DeskItem;
  readonly file: string | undefined;
  readonly close: () => void;
}) {
  return (
    <section className="section room-item" aria-labelledby="room-item">
      <div className="section-head">
        <h2 id="room-item">
          <span className="mono">{item.id}</span> {item.title}
        </h2>
        <button type="button" className="button quiet" onClick={close}>
          Close
        </button>
      </div>
      <Body shown={item.shown} />
      <dl className="facts">
        {item.file ? (
          <>
            <dt>File</dt>
            <dd>
              {file === undefined ? item.file.filename : <a href={file}>{item.file.filename}</a>}{' '}
              <span className="muted">{item.file.size} bytes</span>
              <span className="block mono small room-hash">{item.file.sha256}</span>
            </dd>
          </>
        ) : null}
        <dt>Released</dt>
        <dd>{minuteText(item.released_at)} UTC</dd>
        <dt>Digest</dt>
        <dd className="mono small room-hash">{item.digest}</dd>
      </dl>
    </section>
  );
}

function Body({ shown }: { readonly shown: Shown }) {
  switch (shown.kind) {
    case 'evidence':
      return <Evidence shown={shown} />;
    case 'policy':
      return <Policy shown={shown} />;
    case 'statement':
      return <Statement shown={shown} />;
    case 'control':
      return <Control shown={shown} />;
    default:
      return shown satisfies never;
  }
}

function Facts({ of }: { readonly of: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {of.map(([name, value]) => (
        <Fact key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function Evidence({ shown }: { readonly shown: Of<'evidence'> }) {
  const { covers } = shown;
  return (
    <Facts
      of={[
        ['Evidence', `${shown.code}, version ${shown.revision}, ${said(shown.type)}`],
        ['Performed', shown.performed_at],
        ['Speaks for', covers ? `${covers.from} to ${lastDay(covers.until)}` : 'that day'],
        ['Received', `${minuteText(shown.received_at)} UTC from ${shown.collected_by}`],
        ['Came by', [said(shown.method), shown.source].filter((each) => each !== '').join(', ')],
        [
          'Reviewed',
          shown.reviewed_by === null ? 'not yet' : `${said(shown.review)} by ${shown.reviewed_by}`,
        ],
        ...(shown.reconstructed ? [['Note', 'Made after the days that it speaks for'] as const] : []),
      ]}
    />
  );
}

function Policy({ shown }: { readonly shown: Of<'policy'> }) {
  return (
    <>
      <Facts
        of={[
          ['Policy', `${shown.code}, version ${shown.version}`],
          ['Owner', said(shown.owner)],
          ['Approved', shown.approved_by === null ? 'not recorded' : `by ${shown.approved_by}`],
          ['In force since', minuteText(shown.published_at).slice(0, 10)],
        ]}
      />
      {shown.text === '' ? null : <PolicyText text={shown.text} />}
    </>
  );
}

function Statement({ shown }: { readonly shown: Of<'statement'> }) {
  return (
    <>
      <Facts
        of={[
          ['Version', shown.version],
          ['Approved', `by ${shown.approver} (${shown.role}) on ${shown.approved_at.slice(0, 10)}`],
        ]}
      />
      <div className="table-wrap">
        <table className="table cards">
          <caption className="sr">Rows of the statement</caption>
          <thead>
            <tr>
              <th scope="col">Control</th>
              <th scope="col">Applies</th>
              <th scope="col">Status</th>
              <th scope="col">Justification</th>
            </tr>
          </thead>
          <tbody>
            {shown.rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <span className="mono">{row.id}</span> {row.title}
                </td>
                <td>{row.decision === 'in' ? 'yes' : row.decision === 'out' ? 'no' : 'undecided'}</td>
                <td>{row.status}</td>
                <td className="grow">{row.justification}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Days by stretches: from when, for how long, in which state. */
function Control({ shown }: { readonly shown: Of<'control'> }) {
  const { coverage } = shown;
  return (
    <>
      <p className="prose">{shown.sentence}</p>
      <Facts
        of={[
          ['Control', `${shown.code} ${shown.name}`],
          ['Runs', shown.cadence],
          [
            'Period',
            `${shown.from} to ${lastDay(shown.until)}, as it was known on ${shown.known_at.slice(0, 10)}`,
          ],
          ['Covered', `${coverage.numerator} of ${coverage.denominator}`],
          ['Longest gap', `${shown.longest_gap_days} days`],
          ['Deviations', shown.deviations],
        ]}
      />
      <details>
        <summary>Day by day</summary>
        <ol className="room-days">
          {stretchesOf(shown).map(({ from, days, state }) => (
            <li key={from}>
              <time dateTime={from}>{from}</time> {days === 1 ? '1 day' : `${days} days`} {said(state)}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

function stretchesOf({ from, days }: Of<'control'>) {
  let at = Date.parse(from);
  return days.map((each) => {
    const begins = new Date(at).toISOString().slice(0, 10);
    at += each.days * 86_400_000;
    return { ...each, from: begins };
  });
}
