// What a plan is made from: what is said of it, the situation, and the work that remains, action by action.
import {
  ADVICE_OPTIONS,
  auditState,
  credentialsOf,
  err,
  faultSentence,
  groundOf,
  LEADS,
  networkOf,
  ok,
  schedule,
  settingsFaults,
  windowDaysFor,
  withLeads,
  withoutDone,
  type AdviceOption,
  type Circumstances,
  type GapAction,
  type Groundwork,
  type Lead,
  type PlanFault,
  type PlanGround,
  type PlanNetwork,
  type PlanSettings,
  type Result,
  type ThreePoint,
  type WorkItem,
} from '@assay/core';
import type { SaidPlanSettings } from '@assay/contract';
import type { Refusal } from '../../app/refusal.ts';
import {
  servesOf,
  situationOf,
  type Asked,
  type Known,
  type Otherwise,
} from '../advisor/situation.module.ts';
import { listAudits } from '../audits/audits.module.ts';
import { actionTitles } from '../gaps/gaps.module.ts';
import { ismsVersions } from '../isms/isms.module.ts';
import { riskStandings } from '../risks/risks.module.ts';
import { statementVersions } from '../soa/soa.module.ts';
import { listPlan, type PlanRecord } from './plan.repository.ts';
import {
  coreSettings,
  NOTHING_SAID,
  settingsOf,
  variantOf,
  variantSettings,
  type StoredVariant,
} from './plan.stored.ts';

export interface PlanGiven {
  readonly known: Known;
  /** What is said of the plan itself, and its version. */
  readonly said: SaidPlanSettings;
  readonly record: PlanRecord | undefined;
  /** The same as core reads it, with what a variant says otherwise. */
  readonly settings: PlanSettings;
  readonly variant: { readonly id: string; readonly own: StoredVariant } | undefined;
  readonly ground: PlanGround;
  /** Tasks that records show as done. */
  readonly done: ReadonlySet<string>;
}

/** Everything that is read from the database for a plan, or for one of its variants. */
export async function planGiven(
  asked: Asked,
  variantId?: string,
  otherwise: Pick<Otherwise, 'with' | 'without'> = {},
): Promise<Result<PlanGiven, Refusal>> {
  const records = await listPlan(asked.tx, asked.scope, asked.at);
  const found = variantId === undefined ? undefined : findVariant(records, variantId);
  if (variantId !== undefined && !found) return err(noVariant(variantId));
  const own = found && variantOf(found.document);
  const known = await situationOf(asked, { with: own?.answers ?? {}, ...otherwise, passing: true });
  if (!known.ok) return known;
  const record = records.find(({ kind }) => kind === 'settings');
  const said = record ? settingsOf(record.document) : NOTHING_SAID;
  return ok({
    ...(await given(asked, known.value, own ? variantSettings(said, own.settings) : said)),
    said,
    record,
    variant: found && own ? { id: found.thing, own } : undefined,
  });
}

/** The ground with settings that are not kept yet. */
export async function given(
  asked: Asked,
  known: Known,
  said: SaidPlanSettings,
): Promise<Pick<PlanGiven, 'known' | 'settings' | 'ground' | 'done'>> {
  const settings = coreSettings(said);
  const done = await doneByRecords(asked);
  return { known, settings, done, ground: groundFrom(known, settings, await groundworkDone(asked, known)) };
}

export function findVariant(records: readonly PlanRecord[], id: string): PlanRecord | undefined {
  return variantsIn(records).find(({ thing }) => thing === id.toUpperCase());
}

/** Variants that were not dropped, in the order in which they were made. */
export function variantsIn(records: readonly PlanRecord[]): readonly PlanRecord[] {
  return records
    .filter(({ kind, document }) => kind === 'variant' && !variantOf(document).dropped)
    .toSorted((a, b) => Number(a.thing.slice(3)) - Number(b.thing.slice(3)));
}

export function noVariant(id: string): Refusal {
  return { code: 'plan.variant_not_found', detail: `There is no variant ${id}.` };
}

/** Whether two readings give the same plan: an approval holds what was read before against what stands in its turn. */
export function sameGiven(one: PlanGiven, other: PlanGiven): boolean {
  return madeFrom(one) === madeFrom(other);
}

function madeFrom({ known, settings, ground, done }: PlanGiven): string {
  const { today, described, records } = known;
  return JSON.stringify({ today, described, records, settings, ground, done: [...done].toSorted() });
}

/** What of it an advice rests on: everything but the work one by one, and the start. */
export function circumstancesOf({
  ground,
  settings,
  done,
}: Pick<PlanGiven, 'ground' | 'settings' | 'done'>): Circumstances {
  const { done: groundwork, period, dates, leads, holidays } = ground;
  return {
    ground: { done: groundwork, period, dates, leads, holidays },
    gone: [...new Set([...done, ...settings.done.map(({ task }) => task)])].toSorted(),
  };
}

/** The network of a way; refused where it leads to nothing that is not held already. */
export function networkFor(
  { ground, settings, done }: Pick<PlanGiven, 'ground' | 'settings' | 'done'>,
  option: AdviceOption,
): Result<PlanNetwork, Refusal> {
  if (credentialsOf(option, ground).length === 0)
    return err({
      code: 'plan.nothing_chosen',
      detail: 'The way that is chosen leads to no credential that is not held already.',
    });
  const network = withLeads(networkOf(option, ground), settings);
  return ok(withoutDone(network, new Set([...done, ...settings.done.map(({ task }) => task)])));
}

/** What somebody is about to say, and what stands already: of that nothing is judged again. */
export interface SaidAnew {
  readonly said: SaidPlanSettings;
  readonly held: readonly SaidPlanSettings[];
}

/** Why settings cannot be kept: a task that no way has, a day that has passed, work that would never be done. */
export function refuseSettings(
  given: Pick<PlanGiven, 'known' | 'settings' | 'ground' | 'done'>,
  { said, held }: SaidAnew,
): Refusal | undefined {
  const { known, ground } = given;
  const networks = ADVICE_OPTIONS.map((option) => networkOf(option, ground));
  const [first] = networks;
  if (!first) return undefined;
  const tasks = [...new Map(networks.flatMap((each) => each.tasks.map((task) => [task.id, task]))).values()];
  const faults = settingsFaults(
    coreSettings(said),
    { ...first, tasks },
    { today: known.today, held: held.map(coreSettings) },
  );
  const [fault] = faults;
  if (fault)
    return {
      code: 'plan.refused',
      detail: fault.detail,
      errors: faults.map(({ pointer, detail }) => ({ pointer: `/body${pointer}`, message: detail })),
    };
  return unplannable(given);
}

/** Whether the way that is chosen, or any where none is, cannot be scheduled. */
function unplannable(given: Pick<PlanGiven, 'settings' | 'ground' | 'done'>): Refusal | undefined {
  const { option } = given.settings;
  for (const each of option === undefined ? ADVICE_OPTIONS : [option]) {
    const network = networkFor(given, each);
    if (!network.ok) continue;
    const scheduled = schedule(network.value);
    if (!scheduled.ok) return refusedPlan(scheduled.error);
  }
  return undefined;
}

export function refusedPlan(fault: PlanFault): Refusal {
  const detail = faultSentence(fault);
  const pointer = fault.code === 'plan.no_capacity' ? `/body/capacity/${fault.role}` : '/body';
  return { code: 'plan.refused', detail, errors: [{ pointer, message: detail }] };
}

function groundFrom(known: Known, settings: PlanSettings, done: readonly Groundwork[]): PlanGround {
  const { situation } = known.described;
  const { period } = known.counted;
  const leads: Partial<Record<Lead, ThreePoint>> = {};
  for (const { task, days } of settings.leads) {
    const lead = LEADS.find((each) => each === task);
    if (lead !== undefined) leads[lead] = days;
  }
  return groundOf({
    start: settings.start !== undefined && settings.start > known.today ? settings.start : known.today,
    work: workOf(known),
    capacity: { ...situation.capacity, ...settings.capacity },
    holidays: settings.holidays,
    held: situation.existing.held,
    done,
    evidenceDays: situation.existing.evidenceDays,
    wantsBoth: situation.wantsBoth,
    leads,
    dates: [
      ...settings.fixed.map(({ task, on }) => ({ task, kind: 'fixed' as const, date: on })),
      ...settings.notBefore.map(({ task, on }) => ({ task, kind: 'not_before' as const, date: on })),
    ],
    windowDays: windowDaysFor(situation, period),
    ...(period ? { period } : {}),
  });
}

/** Actions one by one; work that somebody entered stands as it was entered, by role and lane. */
function workOf({ described, counted }: Known): PlanGround['work'] {
  const { remaining } = described.situation.existing;
  if (described.origins.existing === 'entered' && remaining !== counted.existing.remaining)
    return { kind: 'grouped', groups: remaining };
  const titles = actionTitles(counted.analysis);
  const items = counted.actions.map((action): WorkItem => itemOf(action, titles.get(action.id)));
  return { kind: 'detailed', items: [...items, ...counted.assumed] };
}

function itemOf(
  action: GapAction,
  text: { readonly title: string; readonly reason: string } | undefined,
): WorkItem {
  return {
    id: action.id,
    title: text?.title ?? action.id,
    because: text?.reason ?? '',
    role: action.ownerRole,
    serves: servesOf(action),
    days: action.effortDays,
    due: action.due,
  };
}

/** Groundwork that is there: an approved scope, assessed risks, an approved statement. */
async function groundworkDone(
  { tx, scope, at }: Asked,
  { counted, today }: Known,
): Promise<readonly Groundwork[]> {
  const risks = await riskStandings(tx, scope, { today, at });
  const assessed = risks.some(({ standing }) => standing.state !== 'closed' && standing.level !== undefined);
  const statements = await statementVersions(tx, scope, at);
  return [
    ...(counted.known.scopes.size > 0 ? (['scope'] as const) : []),
    ...(assessed ? (['risk_assessment'] as const) : []),
    ...(statements.length > 0 ? (['statement'] as const) : []),
  ];
}

/** An internal audit that was reported and a review that was held need not be planned again. */
async function doneByRecords({ tx, scope, at }: Asked): Promise<ReadonlySet<string>> {
  const audits = await listAudits(tx, scope, at);
  const reviews = (await ismsVersions(tx, scope, {})).filter(
    ({ record, approval }) =>
      record.kind === 'review' && approval !== undefined && (at === undefined || approval.at <= at),
  );
  return new Set([
    ...(audits.some(({ audit }) => auditState(audit) === 'reported') ? ['internal_audit'] : []),
    ...(reviews.length > 0 ? ['management_review'] : []),
  ]);
}
