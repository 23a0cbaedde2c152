// What an auditor would say of a record: the clause, what is wrong, what to do; what blocks an approval stands first.
import { StatusMark } from '../../../ui/marks.tsx';
import type { IsmsRow } from '../records.ts';

export function Remarks({ lints }: { readonly lints: IsmsRow['lints'] }) {
  if (lints.length === 0) return null;
  const shown = lints.toSorted((a, b) => Number(b.blocks) - Number(a.blocks));
  return (
    <section className="section" aria-labelledby="remarks">
      <h2 id="remarks">Remarks</h2>
      <ul className="isms-remarks">
        {[...Map.groupBy(shown, ({ code }) => code)].map(([code, own]) => (
          <li key={code}>
            <StatusMark state={own[0]?.blocks ? 'remark_blocks' : 'remark'} />
            <span className="id iso">{own[0]?.clause}</span>
            <span>
              {own.map(({ detail }) => (
                <span className="block" key={detail}>
                  {detail}
                </span>
              ))}
              <span className="under wrap">
                {own[0]?.remedy} <span className="id">{code}</span>
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
