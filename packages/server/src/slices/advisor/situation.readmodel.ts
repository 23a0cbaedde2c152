// The situation of an organisation: what a person answered, over what its records count, over what is assumed.
import { answersField, answersOf, snakeField, type SaidAnswers } from '@assay/contract';
import {
  checkSituation,
  dateOfInstant,
  describe,
  err,
  ok,
  ordered,
  type AdviceFault,
  type Described,
  type Instant,
  type PlainDate,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import type { Catalogue } from '../frameworks/frameworks.module.ts';
import { listAdvisor, type AdvisorRecord } from './advisor.repository.ts';
import { answersIn } from './advisor.stored.ts';
import { countSituation, type Counted } from './counted.readmodel.ts';

export interface Asked {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly catalogue: Catalogue;
  readonly now: Instant;
  /** As it was known at this instant. */
  readonly at?: Instant | undefined;
}

export interface Known {
  readonly today: PlainDate;
  readonly described: Described;
  readonly counted: Counted;
  readonly said: SaidAnswers;
  /** The version of the answers; undefined where nothing was answered yet. */
  readonly answers: AdvisorRecord | undefined;
  readonly records: readonly AdvisorRecord[];
  /** Deals and clauses whose day has passed since they were written down. */
  readonly passed: readonly string[];
}

/** What is asked instead of what was answered. */
export interface Otherwise {
  readonly answers?: SaidAnswers;
  /** Answers that take the place of those that were given. */
  readonly with?: SaidAnswers;
  /** Answers that are left out, as if nobody had said them. */
  readonly without?: readonly string[];
  /** Whether days that have passed are left out, or refused where they were not said before they passed. */
  readonly passing: boolean;
}

export async function situationOf(asked: Asked, otherwise: Otherwise): Promise<Result<Known, Refusal>> {
  const { tx, scope, catalogue, now, at } = asked;
  const today = dateOfInstant(at ?? now);
  const records = await listAdvisor(tx, scope, at);
  const answers = records.find(({ kind }) => kind === 'answers');
  const before = answers ? answersIn(answers.document) : {};
  const said = otherwise.answers ?? changed(before, otherwise);
  const counted = await countSituation(tx, scope, { catalogue, now, at });
  const { kept, passed } = future(said, today, otherwise.passing ? undefined : before);
  const described = describe(answersOf(kept, counted.existing), counted.answers, today);
  const checked = checkSituation(ordered(described.situation));
  // The faults are told of the situation as it was typed: `ordered` would move their places.
  const faults = checked.ok ? [] : told(checkSituation(described.situation));
  const [first] = faults;
  if (!checked.ok) return err(refusedSituation(first ? faults : checked.error));
  return ok({
    today,
    described: { ...described, situation: checked.value },
    counted,
    said,
    answers,
    records,
    passed,
  });
}

function changed(said: SaidAnswers, { with: more = {}, without = [] }: Otherwise): SaidAnswers {
  const left = new Set(without);
  return answersField.parse(
    Object.fromEntries(Object.entries({ ...said, ...more }).filter(([field]) => !left.has(field))),
  );
}

interface Promised {
  readonly name: string;
  readonly due: PlainDate;
}

/** Answers whose deals and clauses are still ahead; where `before` is given, only what it says already may have passed. */
function future(
  said: SaidAnswers,
  today: PlainDate,
  before?: SaidAnswers,
): { readonly kept: SaidAnswers; readonly passed: readonly string[] } {
  const held: readonly Promised[] = [...(before?.deals ?? []), ...(before?.clauses ?? [])];
  const ahead = ({ name, due }: Promised): boolean =>
    due >= today || (before !== undefined && !held.some((each) => each.name === name && each.due === due));
  const passed = [...(said.deals ?? []), ...(said.clauses ?? [])].filter((each) => !ahead(each));
  return {
    kept: {
      ...said,
      ...(said.deals ? { deals: said.deals.filter(ahead) } : {}),
      ...(said.clauses ? { clauses: said.clauses.filter(ahead) } : {}),
    },
    passed: passed.map(({ name }) => name),
  };
}

function told(checked: Result<unknown, readonly AdviceFault[]>): readonly AdviceFault[] {
  return checked.ok ? [] : checked.error;
}

/** One clear sentence, and every fault at its field. */
export function refusedSituation(faults: readonly AdviceFault[]): Refusal {
  const [first] = faults;
  return {
    code: 'advice.refused',
    detail: first?.message ?? 'That cannot be a situation.',
    errors: faults.map(({ pointer, message }) => ({ pointer: `/body${snakeField(pointer)}`, message })),
  };
}
