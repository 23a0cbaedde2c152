// What the management system's own records ask for: reviews to hold and their actions, measurements to take, planned
// changes, drafts that nobody has approved, proofs of competence that have lapsed.
import { nextReview, objectiveStanding, recordTitle, type RecordStanding } from '../isms/index.ts';
import type { OwnerRole } from '../controls/index.ts';
import { addDays, type PlainDate } from '../kernel/index.ts';
import { plain } from './shape.ts';
import type { WorkState } from './state.ts';
import type { Task } from './task.ts';

/** Days before a review, an action or a change in which it is a task, and before a measurement is due. */
const AHEAD_DAYS = 30;
const MEASURE_AHEAD_DAYS = 7;

/** One task for each thing that a record waits for. */
export function ismsTasks({ isms, today }: WorkState): readonly Task[] {
  return [...unplannedReview(isms, today), ...isms.flatMap((each) => tasksOf(each, today))];
}

interface Asked {
  readonly of: string;
  readonly owner: OwnerRole;
  readonly person: string | null;
  readonly until: PlainDate | undefined;
  readonly title: string;
  readonly why: string;
  readonly closes: string;
}

function tasksOf(standing: RecordStanding, today: PlainDate): readonly Task[] {
  return [...workOn(standing, today), ...draftOf(standing)].map(({ of, person, ...asked }) => ({
    ...plain('manage', `${standing.id}:${of}`, asked.owner),
    ...asked,
    person: person ?? undefined,
    place: { at: 'company', record: standing.id },
  }));
}

function workOn({ id, record }: RecordStanding, today: PlainDate): readonly Asked[] {
  const near = addDays(today, AHEAD_DAYS);
  switch (record.kind) {
    case 'review': {
      if (record.closed === null) return record.on <= near ? [holding(id, record.on)] : [];
      return record.actions.flatMap(({ what, owner, due, done }, i) =>
        done !== null || (due !== null && due > near)
          ? []
          : [
              {
                of: `action-${i + 1}`,
                owner: 'security_lead',
                person: owner,
                until: due ?? undefined,
                title: what,
                why: `${id} of ${record.on} decided it; the next management review asks for it first (9.3.2 a).`,
                closes: `Closes when ${id} says on which day it was done.`,
              },
            ],
      );
    }
    case 'objective':
      return measuring(id, record, today);
    case 'change':
      return record.done !== null || record.due === null || record.due > near
        ? []
        : [
            {
              of: 'do',
              owner: 'security_lead',
              person: record.owner,
              until: record.due,
              title: `Carry out ${id}: ${record.title}`,
              why: `The change to the management system is planned for ${record.due} (6.3).`,
              closes: `Closes when ${id} says on which day it was done.`,
            },
          ];
    case 'competence':
      return record.until === null || record.until > today
        ? []
        : [
            {
              of: 'renew',
              owner: 'people_lead',
              person: null,
              until: record.until,
              title: `Renew the proof that ${record.person} can do this: ${record.need}`,
              why: `It counted until ${record.until} (7.2).`,
              closes: `Closes when ${id} has a proof that counts today.`,
            },
          ];
    default:
      return [];
  }
}

function holding(id: string, on: PlainDate): Asked {
  return {
    of: 'hold',
    owner: 'security_lead',
    person: null,
    until: on,
    title: `Fill and hold the management review ${id}`,
    why: `It is planned for ${on}; whoever attends reads the seven inputs before (9.3).`,
    closes: `Closes when ${id} is closed, or planned for another day.`,
  };
}

type Objective = Extract<RecordStanding['record'], { kind: 'objective' }>;

function measuring(id: string, record: Objective, today: PlainDate): readonly Asked[] {
  const { latest } = objectiveStanding(record, today);
  const until = latest && addDays(latest.on, record.every_days);
  if (until !== undefined && until > addDays(today, MEASURE_AHEAD_DAYS)) return [];
  return [
    {
      of: 'measure',
      owner: 'security_lead',
      person: record.owner,
      until,
      title: `Measure ${id}: ${record.title}`,
      why: latest
        ? `It was last measured on ${latest.on} and is to be measured every ${record.every_days} days; an old success is no success.`
        : 'It was never measured, so nobody knows where it stands.',
      closes: `Closes when a measurement of ${id} is recorded.`,
    },
  ];
}

/** Records that are approved, where their newest version is not and is not in force either. */
const APPROVED_KINDS = new Set(['context', 'parties', 'scope', 'roles', 'communication', 'objective']);

function draftOf(standing: RecordStanding): readonly Asked[] {
  const { id, revision, record, approved, inForce } = standing;
  if (!APPROVED_KINDS.has(record.kind) || approved || inForce === revision) return [];
  return [
    {
      of: 'approve',
      owner: 'founder',
      person: null,
      until: undefined,
      title: `Approve or finish the draft: ${recordTitle(record)}`,
      why: `Version ${revision} is a draft that nobody has approved; ${inForce === null ? 'no version is in force' : `version ${inForce} is in force until then`}.`,
      closes: `Closes when version ${revision} of ${id}, or one after it, is approved.`,
    },
  ];
}

/** A year after the last review another is owed, where nobody has planned it. */
function unplannedReview(isms: readonly RecordStanding[], today: PlainDate): readonly Task[] {
  const next = nextReview(isms);
  if (next === undefined || next.id !== undefined || next.on > addDays(today, AHEAD_DAYS)) return [];
  return [
    {
      ...plain('manage', 'review', 'security_lead'),
      title: 'Plan the next management review',
      why: `The last one was held a year before ${next.on}, and no other is planned (9.3.1).`,
      closes: 'Closes when a review is planned.',
      until: next.on,
      place: { at: 'company', record: undefined },
    },
  ];
}
