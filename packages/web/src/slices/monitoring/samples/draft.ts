// What a tester has marked and not yet recorded, row by row, and how the keys of the sheet move and mark.
import type { CallInput, Routes } from '@assay/contract';
import type { TestResult } from '@assay/core';
import type { SampleItem } from './samples.ts';

export interface RowDraft {
  readonly results: Readonly<Record<string, TestResult>>;
  readonly evidence: string;
  readonly note: string;
}
export type Drafts = ReadonlyMap<number, RowDraft>;

/** The row as it stands with what was marked. */
export function rowOf(item: SampleItem, drafts: Drafts): RowDraft {
  return (
    drafts.get(item.number) ?? { results: item.results, evidence: item.evidence.join(' '), note: item.note }
  );
}

/** Drafts with a change; a row that is again as it was recorded is no draft. */
export function withChange(drafts: Drafts, item: SampleItem, next: Partial<RowDraft>): Drafts {
  const row = { ...rowOf(item, drafts), ...next };
  const changed = new Map(drafts);
  if (isSame(row, rowOf(item, new Map()))) changed.delete(item.number);
  else changed.set(item.number, row);
  return changed;
}

function isSame(a: RowDraft, b: RowDraft): boolean {
  const letters = Object.keys({ ...a.results, ...b.results });
  return (
    a.evidence === b.evidence &&
    a.note === b.note &&
    letters.every((letter) => a.results[letter] === b.results[letter])
  );
}

type Body = NonNullable<CallInput<Routes['samples.test']>['body']>;

/** The request that records all drafts. */
export function recordOf(items: readonly SampleItem[], drafts: Drafts, day: string): Body {
  return {
    items: items.flatMap((item) => {
      const row = drafts.get(item.number);
      if (!row) return [];
      const { number, revision } = item;
      const evidence = row.evidence.split(/[\s,]+/).filter((code) => code !== '');
      return [
        {
          number,
          revision,
          results: row.results,
          evidence: evidence.map((code) => code.toUpperCase()),
          note: row.note,
          tested_on: day,
        },
      ];
    }),
  };
}

/** The result that a key marks: p passes, d deviates, n takes it back; the space bar walks through them. */
export function markOf(key: string, now: TestResult): TestResult | undefined {
  if (key === 'p') return 'pass';
  if (key === 'd') return 'deviation';
  if (key === 'n' || key === 'Delete' || key === 'Backspace') return 'not_tested';
  if (key === ' ') return now === 'not_tested' ? 'pass' : now === 'pass' ? 'deviation' : 'not_tested';
  return undefined;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where an arrow leads within the sheet's marks; undefined for every other key. */
export function moved(key: string, at: Place, size: Place): Place | undefined {
  const steps: Readonly<Record<string, Place>> = {
    ArrowUp: { row: -1, column: 0 },
    ArrowDown: { row: 1, column: 0 },
    Enter: { row: 1, column: 0 },
    ArrowLeft: { row: 0, column: -1 },
    ArrowRight: { row: 0, column: 1 },
    Home: { row: 0, column: -at.column },
    End: { row: 0, column: size.column },
  };
  const step = steps[key];
  if (!step) return undefined;
  const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
  return { row: within(at.row + step.row, size.row), column: within(at.column + step.column, size.column) };
}
