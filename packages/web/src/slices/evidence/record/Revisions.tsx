// Every revision, newest first, with what changed, by whom and why.
import { api, useOrg } from '../../../data/api.ts';
import { differences } from './differences.ts';
import { minuteText } from '../../../ui/words.ts';

export function Revisions({ org, code }: { readonly org: string; readonly code: string }) {
  const found = useOrg(org, ['history', code], () =>
    api['evidence.revisions']({ params: { org, evidence: code } }),
  );
  const rows = found.data?.data ?? [];
  return (
    <section className="section" aria-labelledby="history">
      <h2 id="history">History</h2>
      <ol className="revisions">
        {rows
          .map((row, i) => ({ row, changed: differences(rows[i - 1], row) }))
          .reverse()
          .map(({ row, changed }) => (
            <li key={row.revision}>
              <span className="num faint">{row.revision}</span>
              <span className="when">{minuteText(row.at)}</span>
              <span className="who">{row.by}</span>
              <span className="what">
                {row.note || (row.revision === 1 ? 'recorded' : 'changed')}
                {changed.map((each) => (
                  <span key={each.field} className="under wrap">
                    {each.field}: <del>{each.before}</del> <ins>{each.after}</ins>
                  </span>
                ))}
              </span>
            </li>
          ))}
      </ol>
    </section>
  );
}
