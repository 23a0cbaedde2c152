// What the file is and what it holds, as counts on one baseline.
import { bytesText } from '../../../ui/bytes.ts';
import { StatusMark } from '../../../ui/marks.tsx';
import type { ImportRow } from '../records.ts';
import { minuteText } from '../../../ui/words.ts';

export function ImportFacts({ of }: { readonly of: ImportRow }) {
  const { observations: o, change } = of;
  return (
    <div className="import-facts">
      <dl className="facts">
        <dt>Read as</dt>
        <dd>
          {of.reader_title}, reader version {of.reader_version}
        </dd>
        {of.tool === null ? null : (
          <>
            <dt>Made by</dt>
            <dd>
              {of.tool} {of.tool_version ?? ''}
            </dd>
          </>
        )}
        {of.scope === null ? null : (
          <>
            <dt>Looked at</dt>
            <dd>{of.scope}</dd>
          </>
        )}
        {of.ran_at === null ? null : (
          <>
            <dt>Ran</dt>
            <dd>{minuteText(of.ran_at)} UTC</dd>
          </>
        )}
        <dt>Size</dt>
        <dd>
          {bytesText(of.size)}, SHA-256 <span className="mono">{of.sha256.slice(0, 16)}…</span>
        </dd>
        {of.population_rows > 0 ? (
          <>
            <dt>Lists</dt>
            <dd>{of.population_rows} rows</dd>
          </>
        ) : null}
      </dl>
      {of.total > 0 ? (
        <>
          <Counts
            name="Results"
            rows={[
              ['pass', 'Pass', o.pass],
              ['fail', 'Fail', o.fail],
              ['unknown', 'Unknown', o.unknown],
              ['error', 'Error', o.error],
              ['not_applicable', 'Not applicable', o.not_applicable],
            ]}
          />
          <Counts
            name="Against what is known"
            rows={[
              [undefined, 'New', change.new],
              [undefined, 'Changed', change.changed],
              [undefined, 'Unchanged', change.unchanged],
              [undefined, 'No longer found', change.gone],
              [undefined, 'Checks without a control', of.unmapped.length],
              [undefined, 'Problems', of.problems.fatal + of.problems.error + of.problems.warning],
            ]}
          />
        </>
      ) : null}
    </div>
  );
}

function Counts(props: {
  readonly name: string;
  readonly rows: readonly (readonly [string | undefined, string, number])[];
}) {
  return (
    <table className="counts">
      <caption>{props.name}</caption>
      <tbody>
        {props.rows.map(([state, word, count]) => (
          <tr key={word} className={count === 0 ? 'zero' : undefined}>
            <th scope="row">{state === undefined ? word : <StatusMark state={state}>{word}</StatusMark>}</th>
            <td className="num">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
