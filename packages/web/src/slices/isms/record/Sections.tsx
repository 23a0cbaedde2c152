// A record as people read it, part by part: a text, a list, or a table.
import type { IsmsRow } from '../records.ts';

type Section = IsmsRow['sections'][number];

export function Sections({ sections }: { readonly sections: readonly Section[] }) {
  return (
    <div className="isms-sections">
      {sections.map((section, i) => (
        <section
          className={
            isNarrow(section) && [sections[i - 1], sections[i + 1]].some(isNarrow)
              ? 'section'
              : 'section isms-across'
          }
          key={section.title}
          aria-label={section.title}
        >
          <h2>{section.title}</h2>
          <Body section={section} />
        </section>
      ))}
    </div>
  );
}

/** Lists and short texts stand side by side; tables and long texts take the width. */
function isNarrow(section: Section | undefined): boolean {
  if (!section) return false;
  const { header, rows } = section;
  return header.length === 0 && rows.every(([said = '']) => said.length <= SHORT);
}

const SHORT = 90;

function Body({ section: { title, header, rows } }: { readonly section: Section }) {
  if (rows.length === 0) return <p className="muted">Nothing is written.</p>;
  if (header.length === 0)
    return rows.length === 1 ? (
      <p className="prose">{rows[0]?.[0]}</p>
    ) : (
      <ul className="isms-list">
        {rows.map(([said = '']) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
    );
  return (
    <div className="table-wrap">
      <table className="table cards isms-table">
        <caption className="sr">{title}</caption>
        <thead>
          <tr>
            {header.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, at) => (
                <td key={at} className={cell.length > LONG ? 'isms-text' : undefined}>
                  {cell === '' ? <span className="muted">—</span> : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Letters from which a cell is a text that wraps. */
const LONG = 24;
