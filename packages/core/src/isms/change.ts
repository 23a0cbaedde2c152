// Planned changes to the management system (ISO/IEC 27001:2022, 6.3).
import type { PlainDate } from '../kernel/index.ts';
import { isBlank, remarks, when, type IsmsLint, type IsmsRule } from './lint.ts';

export interface PlannedChange {
  readonly title: string;
  readonly purpose: string;
  /** What may go wrong, or follow from it. */
  readonly consequences: string;
  readonly resources: string;
  readonly owner: string | null;
  readonly due: PlainDate | null;
  readonly done: PlainDate | null;
}

/** The remarks on a planned change as of a day. */
export function changeLints(change: PlannedChange, today: PlainDate): readonly IsmsLint[] {
  return remarks(rules(today), change);
}

function rules(today: PlainDate): readonly IsmsRule<PlannedChange>[] {
  return [
    {
      code: 'change.unplanned',
      clause: '6.3',
      blocks: true,
      finds: ({ purpose, consequences, resources }) =>
        when(
          [purpose, consequences, resources].some(isBlank),
          'It lacks its purpose, its consequences or its resources.',
        ),
      remedy: 'A change is planned when somebody has written down why, what follows and what it takes.',
    },
    {
      code: 'change.nobody',
      clause: '6.3',
      blocks: true,
      finds: ({ owner, due }) => when(isBlank(owner) || due === null, 'It lacks its owner or its date.'),
      remedy: 'Name one person and the day.',
    },
    {
      code: 'change.overdue',
      clause: '6.3',
      blocks: false,
      finds: ({ due, done }) =>
        when(due !== null && due < today && done === null, `It was due on ${due ?? ''}.`),
      remedy: 'Record when it was done, or plan it anew.',
    },
  ];
}
