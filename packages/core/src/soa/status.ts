// How far a row is put in place follows from the states of its controls; nobody types it in.
import { assertNever, type PlainDate } from '../kernel/index.ts';
import type { ImplementationStatus, RowControl } from './row.ts';

export const IMPLEMENTATION_STATUSES = ['implemented', 'partly', 'planned', 'not_started'] as const;

/** Status of a row that is in. Controls that were not taken up do not count, and none at all is no beginning. */
export function statusOf(controls: readonly RowControl[], due: PlainDate | undefined): ImplementationStatus {
  const adopted = controls.filter((control) => control.adopted);
  const there = adopted.filter((control) => control.implemented).length;
  if (adopted.length === 0) return { is: 'not_started', due };
  if (there === adopted.length) return { is: 'implemented' };
  return { is: there === 0 ? 'planned' : 'partly', due };
}

/** The status in the words of a document. */
export function statusInWords(status: ImplementationStatus): string {
  switch (status.is) {
    case 'implemented':
      return 'implemented';
    case 'partly':
      return withDay('partly implemented', status.due);
    case 'planned':
      return withDay('planned', status.due);
    case 'not_started':
      return withDay('not started', status.due);
    default:
      return assertNever(status);
  }
}

function withDay(words: string, due: PlainDate | undefined): string {
  return due === undefined ? words : `${words}, by ${due}`;
}
