// What changed from one statement of applicability to another, field by field.
import { LINE_COLUMNS, type Line } from './line.ts';

/** One field of one row that differs. A row that came or went differs in the field `row`. */
export interface StatementDifference {
  readonly row: string;
  readonly title: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** All differences: rows in the order of the later statement, then those that are gone. */
export function diffStatements(
  before: readonly Line[],
  after: readonly Line[],
): readonly StatementDifference[] {
  const old = new Map(before.map((line) => [line.id, line]));
  const kept = new Set(after.map((line) => line.id));
  return [
    ...after.flatMap((line) => {
      const was = old.get(line.id);
      return was ? fieldsThatDiffer(was, line) : [presence(line, { before: '', after: line.decision })];
    }),
    ...before
      .filter((line) => !kept.has(line.id))
      .map((line) => presence(line, { before: line.decision, after: '' })),
  ];
}

function fieldsThatDiffer(before: Line, after: Line): readonly StatementDifference[] {
  return LINE_COLUMNS.map(({ name, of }) => ({
    row: after.id,
    title: after.title,
    field: name,
    before: of(before),
    after: of(after),
  })).filter((each) => each.before !== each.after);
}

function presence(
  line: Line,
  said: { readonly before: string; readonly after: string },
): StatementDifference {
  return { row: line.id, title: line.title, field: 'row', ...said };
}
