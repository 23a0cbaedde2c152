// Every problem with where it is and what to do; all of them as CSV.
import { api, take } from '../../../data/api.ts';
import { saveCsv } from '../../../ui/csv.ts';
import { StatusMark } from '../../../ui/marks.tsx';
import type { ImportRow } from '../records.ts';

type Problem = ImportRow['problems']['first'][number];

const STATE = { fatal: 'fail', error: 'fail', warning: 'stale' } as const;
const WORD = { fatal: 'Fatal', error: 'Error', warning: 'Warning' } as const;

export function Problems({ org, of }: { readonly org: string; readonly of: ImportRow }) {
  const { fatal, error, warning, first } = of.problems;
  const total = fatal + error + warning;
  if (total === 0) return null;
  return (
    <section className="section" aria-labelledby="problems">
      <h2 id="problems">
        {total === 1 ? '1 problem' : `${total} problems`}
        {fatal + error === 0 ? ', none of which refuses the file' : ''}
      </h2>
      <div className="table-wrap">
        <table className="table cards">
          <thead>
            <tr>
              <th>Weight</th>
              <th>Where</th>
              <th>What, and what to do</th>
            </tr>
          </thead>
          <tbody>
            {first.map((problem, i) => (
              <tr key={i}>
                <td>
                  <StatusMark state={STATE[problem.level]}>{WORD[problem.level]}</StatusMark>
                </td>
                <td className="mono small">{problem.position || 'whole file'}</td>
                <td className="grow">
                  {problem.message}
                  <span className="under wrap">{problem.remedy}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="toolbar">
        {total > first.length ? (
          <span className="small muted">
            The first {first.length} of {total} are shown.
          </span>
        ) : null}
        <button type="button" className="button quiet" onClick={() => void save(org, of)}>
          All {total} as CSV
        </button>
      </div>
    </section>
  );
}

async function save(org: string, of: ImportRow): Promise<void> {
  const rows: Problem[] = [];
  let cursor: string | undefined;
  do {
    const page = take(
      await api['imports.problems']({
        params: { org, import: of.id },
        query: { limit: '200', ...(cursor === undefined ? {} : { cursor }) },
      }),
    );
    rows.push(...page.data);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  saveCsv(`${of.filename}-problems`, [
    ['Weight', 'Code', 'Where', 'What', 'What to do'],
    ...rows.map((row) => [row.level, row.code, row.position, row.message, row.remedy]),
  ]);
}
