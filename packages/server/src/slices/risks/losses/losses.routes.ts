// HTTP of risk in money: what is said, and what simulated years say of it.
import { lossCaseOf, lossesRoutes, lossModelOf, type Routes } from '@assay/contract';
import { dateOfInstant, err, lossSentence, ok, type PlainDate, type Result } from '@assay/core';
import { bindAll, type ContextOf } from '../../../app/handler.ts';
import type { Refusal } from '../../../app/refusal.ts';
import type { HandlerInput } from '@assay/contract';
import type { Work } from '../risks.usecases.ts';
import { presentAnswer, presentLosses } from './losses.presenter.ts';
import { readLosses } from './losses.readmodel.ts';
import { costControl, estimate, tolerate } from './losses.usecases.ts';
import { simulateApart } from './simulate.ts';

type Scoped = ContextOf<Routes['losses.read']>;
type Half = HandlerInput<Routes['loss_estimates.put']>['body']['inherent'];

export const lossesHandlers = bindAll(lossesRoutes, {
  'losses.read': ({ deps, scope }, { query }) =>
    deps.db.inOrganisation(scope.org, async (tx) =>
      ok({ data: presentLosses(await readLosses(tx, scope, query.at)) }),
    ),
  'losses.simulate': async ({ deps, scope, gone }, { query: { seed, years, at } }) => {
    const losses = presentLosses(await deps.db.inOrganisation(scope.org, (tx) => readLosses(tx, scope, at)));
    // The transaction is over: the database does not wait for a simulation.
    const answer = await simulateApart(lossCaseOf(losses, { seed, years }), { cancel: gone });
    if (!answer)
      return err({
        code: 'losses.too_long',
        detail: `${years} years of these risks take too long; ask for fewer.`,
      });
    const of = { open: losses.risks.length, currency: losses.currency };
    return ok({ data: { ...presentAnswer(answer), ...of, sentence: lossSentence(answer, of) } });
  },
  'loss_estimates.put': (context, { params, body }) =>
    writing(context, (work) => {
      const today = dateOfInstant(context.now);
      const given = { inherent: halfOf(body.inherent, today), residual: halfOf(body.residual, today) };
      return estimate(work, params.risk, given, context.ifMatch);
    }),
  'loss_tolerance.put': (context, { body }) =>
    writing(context, (work) => tolerate(work, { ...body, line: body.line ?? undefined }, context.ifMatch)),
  'control_costs.put': (context, { params, body }) =>
    writing(context, (work) =>
      costControl(work, params.control, { ...body, cost: body.cost ?? undefined }, context.ifMatch),
    ),
});

function halfOf(half: Half, today: PlainDate) {
  if (!half) return undefined;
  return { ...lossModelOf(half), justification: half.justification, on: half.on ?? today };
}

function writing(context: Scoped, act: (work: Work) => Promise<Result<number, Refusal>>) {
  const { deps, scope, now } = context;
  return deps.db.inOrganisation(scope.org, async (tx) => {
    const done = await act({ tx, scope, now });
    if (!done.ok) return done;
    return ok({ data: presentLosses(await readLosses(tx, scope)), etag: `"${done.value}"` });
  });
}
