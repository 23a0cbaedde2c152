// HTTP of the advice: what is answered and said, and what is advised from it.
import { advisorRoutes, type Routes } from '@assay/contract';
import { err, ok, type Result } from '@assay/core';
import { bindAll, type ContextOf } from '../../app/handler.ts';
import type { Refusal } from '../../app/refusal.ts';
import { presentAdvice, presentAnswers, presentCeiling, type AdviceGround } from './advice.readmodel.ts';
import { sayAnswers, sayFigure } from './advisor.usecases.ts';
import { listAdvisor } from './advisor.repository.ts';
import { exportBudget } from './budget.export.ts';
import { figureRecord, refuseTried, unknownFigure } from './figures.ts';
import { planGiven } from '../plan/ground.module.ts';
import type { Asked, Otherwise } from './situation.readmodel.ts';

type Scoped = ContextOf<Routes['advice.read']>;

export const advisorHandlers = bindAll(advisorRoutes, {
  'advice.read': async (context, { query }) => {
    const plan = await groundOf(context, {}, query.at);
    // The transaction is over: the database does not wait for what is computed.
    return plan.ok ? answer(await presentAdvice(plan.value, { cancel: context.gone })) : plan;
  },
  'advice_answers.read': ({ deps, scope }, { query }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const records = await listAdvisor(tx, scope, query.at);
      return ok({ data: presentAnswers(records.find(({ kind }) => kind === 'answers')) });
    }),
  'advice_answers.put': (context, { body }) =>
    inside(context, async (work) => {
      const done = await sayAnswers(work, body, context.ifMatch);
      if (!done.ok) return done;
      const records = await listAdvisor(work.tx, work.scope);
      const answers = presentAnswers(records.find(({ kind }) => kind === 'answers'));
      return ok({ data: answers, etag: `"${done.value}"` });
    }),
  'advice.try': async (context, { body }) => {
    const refusal = refuseTried(body.figures);
    if (refusal) return err(refusal);
    const plan = await groundOf(context, { with: body.answers, without: body.without });
    return plan.ok
      ? answer(await presentAdvice(plan.value, { tried: body.figures, cancel: context.gone }))
      : plan;
  },
  'advice_figures.read': async ({ deps, scope }, { params }) => {
    const key = params.figure;
    const unknown = unknownFigure(key);
    if (unknown) return err(unknown);
    return deps.db.inOrganisation(scope.org, async (tx) => {
      const records = await listAdvisor(tx, scope);
      const record = records.find(({ kind, thing }) => kind === 'figure' && thing === key);
      const data = record ? figureRecord(record) : { key, said: null, revision: 0 };
      return ok({ data, etag: `"${data.revision}"` });
    });
  },
  'advice_figures.put': (context, { params, body }) => figure(context, params.figure, body),
  'advice_figures.drop': (context, { params }) =>
    figure(context, params.figure, { value: null, currency: null, because: '' }),
  'advice.ceiling': async (context, { query }) => {
    const plan = await groundOf(context, {});
    return plan.ok ? answer(await presentCeiling(plan.value, query, context.gone)) : plan;
  },
  'advice.budget': async (context, { query }) => {
    const plan = await groundOf(context, {});
    return plan.ok ? exportBudget(context, plan.value, query.as) : plan;
  },
});

function figure(context: Scoped, key: string, said: Parameters<typeof sayFigure>[2]) {
  return inside(context, async (work) => {
    const done = await sayFigure(work, key, said, context.ifMatch);
    if (!done.ok) return done;
    const records = await listAdvisor(work.tx, work.scope);
    const record = records.find(({ kind, thing }) => kind === 'figure' && thing === key);
    if (!record) throw new Error(`the figure ${key} was written and is not there`);
    return ok({ data: figureRecord(record), etag: `"${done.value}"` });
  });
}

function groundOf(
  { deps, scope, now }: Scoped,
  otherwise: Pick<Otherwise, 'with' | 'without'>,
  at?: Asked['at'],
): Promise<Result<AdviceGround, Refusal>> {
  const { catalogue } = deps;
  // Beside the unit of a write: what is tried is read, and no transaction waits while it is computed.
  return deps.pool.inOrganisation(scope.org, (tx) =>
    planGiven({ tx, scope, catalogue, now, at }, undefined, otherwise),
  );
}

function inside<T>(
  { deps, scope, now }: Scoped,
  act: (work: Asked) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const { catalogue } = deps;
  return deps.db.inOrganisation(scope.org, (tx) => act({ tx, scope, catalogue, now }));
}

function answer<T>(made: Result<T, Refusal>): Result<{ readonly data: T }, Refusal> {
  return made.ok ? ok({ data: made.value }) : made;
}
