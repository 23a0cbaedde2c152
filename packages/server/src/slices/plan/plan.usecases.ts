// Use cases of the plan: settings and variants become versions with a ledger entry; an approval freezes the plan whole.
import type { SaidPlanSettings, SaidVariant } from '@assay/contract';
import { err, ok, type Result } from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { nextNumber } from '../access/access.module.ts';
import { situationOf, type Asked } from '../advisor/situation.module.ts';
import { holdLedger, record } from '../evidence/evidence.module.ts';
import { insertBaseline, type Baseline } from './baselines.repository.ts';
import { frozenText } from './frozen.ts';
import {
  findVariant,
  given,
  noVariant,
  planGiven,
  refuseSettings,
  sameGiven,
  variantsIn,
} from './ground.readmodel.ts';
import { PLAN_ENTRIES } from './plan.history.ts';
import type { Planned } from './plan.readmodel.ts';
import { listPlan, writePlan, type PlanRecord, type PlanThing } from './plan.repository.ts';
import {
  NOTHING_SAID,
  planDocument,
  settingsOf,
  variantOf,
  variantSettings,
  type PlanDocument,
} from './plan.stored.ts';

type Done = Promise<Result<PlanRecord, Refusal>>;

/** The ETag that was read. */
type IfMatch = string | undefined;

export async function saySettings(work: Asked, said: SaidPlanSettings, ifMatch: IfMatch): Done {
  const known = await situationOf(work, { passing: true });
  if (!known.ok) return known;
  const thing: PlanThing = { kind: 'settings', thing: work.scope.org };
  const held = heldSettings(await listPlan(work.tx, work.scope));
  const before = held ? [settingsOf(held.document)] : [];
  const refusal = refuseSettings(await given(work, known.value, said), { said, held: before });
  if (refusal) return err(refusal);
  if (ifMatch !== `"${held?.revision ?? 0}"`) return err(conflict(held));
  return ok(await write(work, thing, planDocument(said)));
}

export async function addVariant(work: Asked, said: SaidVariant): Done {
  await holdLedger(work.tx, work.scope);
  const records = await listPlan(work.tx, work.scope);
  if (variantsIn(records).length >= MOST_VARIANTS)
    return err({
      code: 'plan.too_many_variants',
      detail: `There are ${MOST_VARIANTS} copies of the plan; drop one first.`,
    });
  const refusal = await refuseVariant(work, said, records);
  if (refusal) return err(refusal);
  const seq = await nextNumber(work.tx, work.scope, 'plan_variant');
  return ok(
    await write(work, { kind: 'variant', thing: `PV-${seq}` }, planDocument({ ...said, dropped: false })),
  );
}

export async function changeVariant(work: Asked, id: string, said: SaidVariant, ifMatch: IfMatch): Done {
  const records = await listPlan(work.tx, work.scope);
  const held = findVariant(records, id);
  if (!held) return err(noVariant(id));
  if (ifMatch !== `"${held.revision}"`) return err(conflict(held));
  const refusal = await refuseVariant(work, said, records);
  if (refusal) return err(refusal);
  return ok(await write(work, held, planDocument({ ...said, dropped: false })));
}

export async function dropVariant(work: Asked, id: string, ifMatch: IfMatch): Done {
  const held = findVariant(await listPlan(work.tx, work.scope), id);
  if (!held) return err(noVariant(id));
  if (ifMatch !== `"${held.revision}"`) return err(conflict(held));
  return ok(await write(work, held, planDocument({ ...variantOf(held.document), dropped: true })));
}

export interface Approval {
  readonly approver: string;
  readonly role: string;
  readonly note: string;
}

/**
 * Freezes a plan that was computed before the ledger was held, if it is the one that its approver saw and still stands:
 * what it was made from is read again here, where nobody writes any more.
 */
export async function approvePlan(
  work: Asked,
  { planned, seen }: { readonly planned: Planned; readonly seen: string },
  by: Approval,
): Promise<Result<Baseline, Refusal>> {
  const { tx, scope, now } = work;
  const { text, digest } = frozenText(planned);
  if (digest !== seen) return err(CHANGED);
  await holdLedger(tx, scope);
  const found = await planGiven(work);
  if (!found.ok) return found;
  if (!sameGiven(planned.given, found.value)) return err(CHANGED);
  const seq = await nextNumber(tx, scope, 'plan_baseline');
  const said = {
    id: `PB-${seq}`,
    option: planned.option,
    digest,
    approver: by.approver,
    role: by.role,
    note: by.note,
  };
  const entry = await record(tx, scope, {
    kind: 'plan.approved',
    subject: said.id,
    at: now,
    payload: { ...said, by: scope.principal.name },
  });
  const baseline = {
    ...said,
    seq,
    frozen: text,
    recordedBy: scope.principal.name,
    approvedAt: now,
    entry,
  };
  await insertBaseline(tx, scope, baseline);
  return ok(baseline);
}

/** All are simulated where they are compared. */
const MOST_VARIANTS = 20;

const CHANGED: Refusal = {
  code: 'plan.changed',
  detail: 'The plan as it stands is not the one that was seen; look at it again.',
};

/**
 * A variant is refused for what it says itself, and where nothing comes of it over what the plan says. What plan and
 * variants say already is not judged again.
 */
async function refuseVariant(
  work: Asked,
  said: SaidVariant,
  records: readonly PlanRecord[],
): Promise<Refusal | undefined> {
  const known = await situationOf(work, { with: said.answers, passing: true });
  if (!known.ok) return under('answers', known.error);
  const record = heldSettings(records);
  const plan = record ? settingsOf(record.document) : NOTHING_SAID;
  const over = (own: SaidVariant['settings']): SaidPlanSettings => variantSettings(NOTHING_SAID, own);
  const refusal = refuseSettings(await given(work, known.value, variantSettings(plan, said.settings)), {
    said: over(said.settings),
    held: [plan, ...variantsIn(records).map(({ document }) => over(variantOf(document).settings))],
  });
  return refusal && under('settings', refusal);
}

function heldSettings(records: readonly PlanRecord[]): PlanRecord | undefined {
  return records.find(({ kind }) => kind === 'settings');
}

/** The same refusal one level deeper. */
function under(field: string, refusal: Refusal): Refusal {
  return {
    ...refusal,
    ...(refusal.errors
      ? {
          errors: refusal.errors.map(({ pointer, message }) => ({
            pointer: pointer.replace('/body', `/body/${field}`),
            message,
          })),
        }
      : {}),
  };
}

function conflict(held: PlanRecord | undefined): Refusal {
  return {
    code: 'request.conflict',
    detail: 'It was changed meanwhile; look at it again.',
    current: { revision: held?.revision ?? 0, document: held?.document ?? null },
  };
}

async function write(work: Asked, { kind, thing }: PlanThing, document: PlanDocument): Promise<PlanRecord> {
  const { tx, scope, now } = work;
  const revision = await writePlan(tx, scope, { kind, thing, document }, now);
  await record(tx, scope, {
    kind: PLAN_ENTRIES[kind],
    subject: thing,
    at: now,
    payload: { ...document, kind, thing, revision, by: scope.principal.name },
  });
  return { kind, thing, document, revision, by: scope.principal.name, since: now };
}
