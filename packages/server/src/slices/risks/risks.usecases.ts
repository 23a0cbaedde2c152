// Use cases of the register: what core decides becomes a version with a ledger entry.
import {
  acceptRisk,
  assessRisk,
  checkMethod,
  dateOfInstant,
  err,
  ok,
  reviewRisk,
  treatRisk,
  type Result,
  type Risk,
  type RiskFault,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { controlCodes } from '../controls/controls.module.ts';
import { record } from '../evidence/evidence.module.ts';
import { rolesInForce } from '../isms/isms.module.ts';
import {
  addRisk,
  findMethod,
  findRisk,
  writeMethod,
  writeRisk,
  type MethodRecord,
  type RiskRecord,
} from './risks.repository.ts';
import { methodDocument, riskDocument, type StoredMethod } from './stored.ts';
import { tell, type Kind, type Work } from './told.ts';

export type { StoredMethod } from './stored.ts';
export type { Work } from './told.ts';

type Done = Promise<Result<RiskRecord, Refusal>>;
type Input<F extends (...args: never[]) => unknown> = Parameters<F>[1];

export async function changeMethod(
  work: Work,
  next: StoredMethod,
  ifMatch: string | undefined,
): Promise<Result<MethodRecord, Refusal>> {
  const { tx, scope, now } = work;
  const held = await findMethod(tx, scope);
  if (ifMatch !== `"${held.revision}"`)
    return err({
      code: 'request.conflict',
      detail: 'The method was changed meanwhile; look at it again.',
      current: { revision: held.revision, ...methodDocument(held) },
    });
  const checked = checkMethod(next.method);
  if (!checked.ok)
    return err({
      code: 'risk_method.invalid',
      detail: `The method has ${checked.error.length} faults: ${checked.error[0]?.pointer ?? ''} ${checked.error[0]?.detail ?? ''}.`,
      errors: checked.error.map(({ pointer, detail }) => ({ pointer: `/body${pointer}`, message: detail })),
    });
  const written = await writeMethod(tx, scope, next, now);
  await record(tx, scope, {
    kind: 'risk_method.changed',
    subject: scope.org,
    at: now,
    payload: { ...methodDocument(written), revision: written.revision, by: scope.principal.name },
  });
  return ok(written);
}

export async function createRisk(work: Work, draft: RiskDraft): Done {
  const made = await addRisk(
    work.tx,
    work.scope,
    { ...draft, assessments: [], treatment: undefined, acceptances: [], reviews: [], closed: undefined },
    work.now,
  );
  await tell(work, 'risk.added', made);
  return ok(made);
}

export type RiskDraft = Pick<Risk, 'title' | 'scenario' | 'properties' | 'category' | 'owner' | 'custom'>;

/** What is to be different; a field that is left out stays, an owner of null goes. */
type RiskChange = { readonly [K in Exclude<keyof RiskDraft, 'owner'>]?: RiskDraft[K] | undefined } & {
  readonly owner?: string | null | undefined;
};

function changed(risk: Risk, to: RiskChange): Risk {
  return {
    ...risk,
    title: to.title ?? risk.title,
    scenario: to.scenario ?? risk.scenario,
    properties: to.properties ?? risk.properties,
    category: to.category ?? risk.category,
    custom: to.custom ?? risk.custom,
    owner: to.owner === undefined ? risk.owner : (to.owner ?? undefined),
  };
}

export async function changeRisk(
  work: Work,
  code: string,
  change: {
    readonly ifMatch: string | undefined;
    readonly to: RiskChange;
    /** A reason closes the risk, null opens it again. */
    readonly closed?: string | null | undefined;
  },
): Done {
  const held = await find(work, code);
  if (!held.ok) return held;
  if (change.ifMatch !== `"${held.value.revision}"`)
    return err({
      code: 'request.conflict',
      detail: 'The risk was changed meanwhile; look at it again.',
      current: { revision: held.value.revision, ...riskDocument(held.value.risk) },
    });
  const { risk } = held.value;
  const closed =
    change.closed === undefined
      ? risk.closed
      : change.closed === null
        ? undefined
        : { because: change.closed, on: dateOfInstant(work.now), by: work.scope.principal.name };
  return write(work, 'risk.changed', { held: held.value, risk: { ...changed(risk, change.to), closed } });
}

export function assess(work: Work, code: string, given: Input<typeof assessRisk>): Done {
  return act(work, code, 'risk.assessed', (risk, around) => assessRisk(risk, given, around));
}

export async function treat(work: Work, code: string, given: Input<typeof treatRisk>): Done {
  const known = await controlCodes(work.tx, work.scope);
  const unknown = given.controls.find((control) => !known.has(control));
  if (unknown !== undefined)
    return err({ code: 'control.not_found', detail: `There is no control ${unknown}.` });
  return act(work, code, 'risk.treated', (risk, around) => treatRisk(risk, given, around));
}

export async function accept(work: Work, code: string, given: Input<typeof acceptRisk>): Done {
  const roles = await rolesInForce(work.tx, work.scope, given.by, given.on);
  return act(work, code, 'risk.accepted', (risk, around) => acceptRisk(risk, given, { ...around, roles }));
}

export function review(work: Work, code: string, given: Input<typeof reviewRisk>): Done {
  return act(work, code, 'risk.reviewed', (risk, around) => reviewRisk(risk, given, around));
}

type Around = Parameters<typeof assessRisk>[2];

async function act(
  work: Work,
  code: string,
  kind: Kind,
  decide: (risk: Risk, around: Around) => Result<Risk, RiskFault>,
): Done {
  const held = await find(work, code);
  if (!held.ok) return held;
  const { method, revision } = await findMethod(work.tx, work.scope);
  const around = { method, revision, by: work.scope.principal.name, today: dateOfInstant(work.now) };
  const decided = decide(held.value.risk, around);
  if (!decided.ok) return err(refused(decided.error));
  return write(work, kind, { held: held.value, risk: decided.value });
}

async function find({ tx, scope }: Work, code: string): Done {
  const held = await findRisk(tx, scope, code, { lock: true });
  return held ? ok(held) : err(noRisk(code));
}

async function write(work: Work, kind: Kind, next: { readonly held: RiskRecord; readonly risk: Risk }): Done {
  const written = await writeRisk(work.tx, work.scope, next, work.now);
  await tell(work, kind, written);
  return ok(written);
}

export function noRisk(code: string): Refusal {
  return { code: 'risk.not_found', detail: `There is no risk ${code}.` };
}

function refused({ pointer, detail }: RiskFault): Refusal {
  return {
    code: 'risk.refused',
    detail,
    ...(pointer === '' ? {} : { errors: [{ pointer: `/body${pointer}`, message: detail }] }),
  };
}
