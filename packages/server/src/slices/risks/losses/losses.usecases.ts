// Use cases of risk in money: what core lets stand becomes a version with a ledger entry.
import {
  dateOfInstant,
  err,
  estimateLosses,
  NO_ESTIMATE,
  ok,
  toleranceFault,
  type GivenModel,
  type LossFault,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { controlCodes } from '../../controls/controls.module.ts';
import { record } from '../../evidence/evidence.module.ts';
import { findRisk } from '../risks.repository.ts';
import { noRisk, type Work } from '../risks.usecases.ts';
import { LOSS_ENTRIES } from './losses.history.ts';
import { listLosses, writeLoss, type LossRecord, type LossThing } from './losses.repository.ts';
import {
  costDocument,
  estimateDocument,
  estimateOf,
  toleranceDocument,
  type LossDocument,
  type SaidCost,
  type SaidTolerance,
} from './losses.stored.ts';

/** The revision that now stands. */
type Done = Promise<Result<number, Refusal>>;
type IfMatch = string | undefined;

export async function estimate(
  work: Work,
  code: string,
  given: { readonly inherent: GivenModel | undefined; readonly residual: GivenModel | undefined },
  ifMatch: IfMatch,
): Done {
  const found = await findRisk(work.tx, work.scope, code);
  if (!found) return err(noRisk(code));
  return next(work, { kind: 'estimate', thing: found.risk.code }, ifMatch, (held) => {
    const said = estimateLosses(held ? estimateOf(held.document) : NO_ESTIMATE, given, {
      risk: found.risk,
      by: work.scope.principal.name,
      today: dateOfInstant(work.now),
    });
    return said.ok ? ok(estimateDocument(said.value)) : err(refused(said.error));
  });
}

export async function tolerate(work: Work, given: SaidTolerance, ifMatch: IfMatch): Done {
  const fault = given.line && toleranceFault(given.line);
  if (fault) return err(refused({ ...fault, pointer: `/line${fault.pointer}` }));
  return next(work, { kind: 'tolerance', thing: work.scope.org }, ifMatch, () =>
    ok(toleranceDocument(given)),
  );
}

export async function costControl(work: Work, code: string, given: SaidCost, ifMatch: IfMatch): Done {
  if (!(await controlCodes(work.tx, work.scope)).has(code))
    return err({ code: 'control.not_found', detail: `There is no control ${code}.` });
  return next(work, { kind: 'cost', thing: code }, ifMatch, () => ok(costDocument(given)));
}

/** Writes what follows from the version that the caller has read, or refuses where another came first. */
async function next(
  work: Work,
  thing: LossThing,
  ifMatch: IfMatch,
  decide: (held: LossRecord | undefined) => Result<LossDocument, Refusal>,
): Done {
  const { tx, scope, now } = work;
  const held = (await listLosses(tx, scope)).find(
    (each) => each.kind === thing.kind && each.thing === thing.thing,
  );
  if (ifMatch !== `"${held?.revision ?? 0}"`)
    return err({
      code: 'request.conflict',
      detail: 'It was changed meanwhile; look at it again.',
      current: { revision: held?.revision ?? 0, document: held?.document ?? null },
    });
  const document = decide(held);
  if (!document.ok) return document;
  const revision = await writeLoss(tx, scope, { ...thing, document: document.value }, now);
  await record(tx, scope, {
    kind: LOSS_ENTRIES[thing.kind],
    subject: thing.thing,
    at: now,
    payload: { ...document.value, ...thing, revision, by: scope.principal.name },
  });
  return ok(revision);
}

function refused({ pointer, detail }: LossFault): Refusal {
  return {
    code: 'losses.refused',
    detail,
    ...(pointer === '' ? {} : { errors: [{ pointer: `/body${pointer}`, message: detail }] }),
  };
}
