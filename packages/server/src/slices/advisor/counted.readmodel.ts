// What the records of an organisation say of its situation, so that nobody has to be asked.
import {
  answersAtStart,
  daysBetween,
  FROM_NOTHING,
  groupBy,
  heldAtStart,
  type Answers,
  type Existing,
  type GapAction,
  type Instant,
  type Period,
  type RemainingWork,
  type WorkItem,
} from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import type { Knowledge } from '../controls/controls.module.ts';
import type { Catalogue } from '../frameworks/frameworks.module.ts';
import { gapAnalysis, type GapAnalysis } from '../gaps/gaps.module.ts';

export interface Counted {
  readonly known: Knowledge;
  readonly analysis: GapAnalysis;
  readonly actions: readonly GapAction[];
  /** Work for a framework that is not in use, and of which no gaps are known: as from nothing. */
  readonly assumed: readonly WorkItem[];
  /** The Type II period that is examined; undefined where none is set. */
  readonly period: Period | undefined;
  /** Fields that the records answer; all others are left out. */
  readonly answers: Answers;
  readonly existing: Existing;
}

/** Counts from what is known now; `known` and actions go with it for whoever plans them one by one. */
export async function countSituation(
  tx: Tx,
  scope: OrgScope,
  asked: { readonly catalogue: Catalogue; readonly now: Instant; readonly at?: Instant | undefined },
): Promise<Counted> {
  const analysis = await gapAnalysis(tx, scope, asked);
  const { known, actions } = analysis;
  const assumed = fromNothing(known);
  const existing: Existing = {
    remaining: remainingWork(actions, assumed),
    evidenceDays: daysRun(known),
    ...heldAtStart({ hasAlready: known.settings.has_already }),
  };
  const { headcount, asked_by, deadline, has_already } = known.settings;
  const scopes = [...known.scopes.values()].map((held) => held.scope);
  const sites = new Set(scopes.flatMap((each) => each.sites)).size;
  const systems = new Set(scopes.flatMap((each) => each.systems)).size;
  return {
    known,
    analysis,
    actions,
    assumed,
    existing,
    period: known.examination.type === 'type2' ? known.examination.period : undefined,
    answers: {
      // Once an examination is set, the deadline is its own and no wish of buyers any more.
      ...answersAtStart(
        {
          askedBy: asked_by,
          deadline: known.examination.type === 'none' ? deadline : null,
          hasAlready: has_already,
        },
        known.today,
      ),
      existing,
      ...(headcount === null ? {} : { people: headcount }),
      ...(sites === 0 ? {} : { sites }),
      ...(systems === 0 ? {} : { systems }),
    },
  };
}

/** Person-days by role and by which framework waits for them. */
function remainingWork(
  actions: readonly GapAction[],
  assumed: readonly WorkItem[],
): readonly RemainingWork[] {
  const work = [
    ...actions.map((action) => ({
      role: action.ownerRole,
      serves: servesOf(action),
      days: action.effortDays,
    })),
    ...assumed.map(({ role, serves, days }) => ({ role, serves, days })),
  ];
  return [...groupBy(work, ({ role, serves }) => `${role} ${serves}`).values()].flatMap((group) => {
    const [first] = group;
    const days = group.reduce((sum, each) => sum + each.days, 0);
    return first ? [{ ...first, days: Math.round(days * 100) / 100 }] : [];
  });
}

/** Whose requirements an action closes or helps to close. */
export function servesOf({ closes, helps }: Pick<GapAction, 'closes' | 'helps'>): RemainingWork['serves'] {
  const all = [...closes, ...helps];
  const soc2 = all.some((ref) => ref.startsWith('soc2'));
  return soc2 ? (all.every((ref) => ref.startsWith('soc2')) ? 'soc2' : 'shared') : 'iso';
}

/** What a framework asks that is not in use here: its own part of the work from nothing. */
function fromNothing({ frameworks }: Knowledge): readonly WorkItem[] {
  const used = new Set(frameworks.map(({ view }) => view));
  return FROM_NOTHING.filter(({ serves }) => serves !== 'shared' && !used.has(serves)).map((each) => ({
    ...each,
    id: `assumed:${each.serves}:${each.role}`,
    title: `What ${WORDS[each.serves]} asks beside the rest: ${each.role.replaceAll('_', ' ')}`,
    because: `${WORDS[each.serves]} is not in use here, so no gaps are known; this is its part of the work from nothing.`,
  }));
}

const WORDS = { iso: 'ISO/IEC 27001', soc2: 'SOC 2', shared: 'either' } as const;

/** Days of the Type II period that have passed; without a period nothing was watched for one. */
function daysRun({ examination, today }: Knowledge): number {
  if (examination.type !== 'type2' || examination.period.from > today) return 0;
  const { from, until } = examination.period;
  return daysBetween(from, today < until ? today : until);
}
