// Use cases of the advice: answers and figures become versions with a ledger entry, if an advice can be made from them.
import type { SaidAnswers } from '@assay/contract';
import { dateOfInstant, err, ok, type Result } from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { record } from '../evidence/evidence.module.ts';
import { ADVISOR_ENTRIES } from './advisor.history.ts';
import { listAdvisor, writeAdvisor, type AdvisorThing } from './advisor.repository.ts';
import { answersDocument, figureDocument, type AdvisorDocument, type SaidFigure } from './advisor.stored.ts';
import { refuseFigure } from './figures.ts';
import { situationOf, type Asked } from './situation.readmodel.ts';

/** The revision that now stands. */
type Done = Promise<Result<number, Refusal>>;

export async function sayAnswers(work: Asked, said: SaidAnswers, ifMatch: string | undefined): Done {
  const found = await situationOf(work, { answers: said, passing: false });
  if (!found.ok) return found;
  return next(work, { kind: 'answers', thing: work.scope.org }, { document: answersDocument(said), ifMatch });
}

export async function sayFigure(
  work: Asked,
  key: string,
  said: Pick<SaidFigure, 'value' | 'currency' | 'because'>,
  ifMatch: string | undefined,
): Done {
  const figure = { ...said, on: dateOfInstant(work.now) };
  const refusal = refuseFigure(key, figure, work.scope.principal.name);
  if (refusal) return err(refusal);
  return next(work, { kind: 'figure', thing: key }, { document: figureDocument(figure), ifMatch });
}

/** Writes what follows from the version that the caller has read, or refuses where another came first. */
async function next(
  work: Asked,
  thing: AdvisorThing,
  { document, ifMatch }: { readonly document: AdvisorDocument; readonly ifMatch: string | undefined },
): Done {
  const { tx, scope, now } = work;
  const held = (await listAdvisor(tx, scope)).find(
    (each) => each.kind === thing.kind && each.thing === thing.thing,
  );
  if (ifMatch !== `"${held?.revision ?? 0}"`)
    return err({
      code: 'request.conflict',
      detail: 'It was changed meanwhile; look at it again.',
      current: { revision: held?.revision ?? 0, document: held?.document ?? null },
    });
  const revision = await writeAdvisor(tx, scope, { ...thing, document }, now);
  await record(tx, scope, {
    kind: ADVISOR_ENTRIES[thing.kind],
    subject: thing.thing,
    at: now,
    payload: { ...document, ...thing, revision, by: scope.principal.name },
  });
  return ok(revision);
}
