// How the statement stands, in one paragraph: what is decided, how far the chain to the proof goes, what holds it back.
import type { Line } from './line.ts';
import { blockingLints, type SoaLint } from './lints.ts';
import { ELSEWHERE } from './statement.ts';
import { STATIONS, reachedBy, waysOf } from './stations.ts';

export interface StatementCounts {
  readonly in: number;
  readonly out: number;
  readonly undecided: number;
  readonly rows: number;
  /** Rows of Annex A among them. */
  readonly annex: number;
  /** Rows that are in and proved on every way from the reason to the last proof. */
  readonly proved: number;
  /** Broken rules that an approval waits for. */
  readonly blocking: number;
}

export function statementCounts(lines: readonly Line[], lints: readonly SoaLint[]): StatementCounts {
  const count = (decision: Line['decision']): number =>
    lines.filter((line) => line.decision === decision).length;
  return {
    in: count('in'),
    out: count('out'),
    undecided: count('undecided'),
    rows: lines.length,
    annex: lines.filter(({ theme }) => theme !== ELSEWHERE).length,
    proved: lines.filter(isProved).length,
    blocking: blockingLints(lints).length,
  };
}

/** Whether nothing is missing on any way of a row that is in. */
export function isProved(line: Line): boolean {
  if (line.decision !== 'in') return false;
  const ways = waysOf(line);
  return ways.length > 0 && STATIONS.every((name) => reachedBy(ways, name) === 'whole');
}

export function statementSentence(counts: StatementCounts): string {
  const { rows, annex, undecided, proved, blocking } = counts;
  const elsewhere = rows - annex;
  const more = elsewhere === 0 ? '' : ` and ${elsewhere} from elsewhere`;
  const decided = `${rows - undecided} of ${rows} rows are decided (${annex} of Annex A${more}): ${counts.in} in, ${counts.out} out.`;
  const chain =
    counts.in === 0
      ? ''
      : ` Of those that are in, ${proved} of ${counts.in} lead from the reason to a proof without a gap.`;
  const held =
    blocking === 0
      ? ' Nothing holds an approval back.'
      : ` ${blocking} broken ${blocking === 1 ? 'rule holds' : 'rules hold'} an approval back.`;
  return decided + chain + held;
}
