// A record with what each of its rows changes, or has changed.
import type { presentDraft } from './statement.usecases.ts';
import type { KeptRecord } from './kept.repository.ts';
import type { Outcome } from './stored.ts';

export interface Shown {
  readonly record: KeptRecord;
  readonly outcome: readonly Outcome[];
  readonly draft: ReturnType<typeof presentDraft> | null;
}

export function countsOf(outcome: readonly Outcome[]) {
  const count = (of: Outcome['outcome']): number => outcome.filter(({ outcome: each }) => each === of).length;
  return {
    new: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    silent: count('silent'),
    error: count('error'),
  };
}
