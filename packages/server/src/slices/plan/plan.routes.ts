// HTTP of the plan: what is said of it, its dates and their likelihood, baselines, variants, files.
import { planRoutes, type Routes } from '@assay/contract';
import { err, ok, type Result } from '@assay/core';
import { bindAll, type ContextOf } from '../../app/handler.ts';
import type { Refusal } from '../../app/refusal.ts';
import type { Asked } from '../advisor/situation.module.ts';
import { listBaselines, type Baseline } from './baselines.repository.ts';
import { comparePlans, type Column } from './compare.readmodel.ts';
import { frozenOf } from './frozen.ts';
import { planGiven, variantsIn } from './ground.readmodel.ts';
import { exportPlan } from './plan.export.ts';
import {
  presentBaseline,
  presentDifference,
  presentFrozen,
  presentPlan,
  presentSettings,
  presentVariant,
} from './plan.presenter.ts';
import { PLAN_RUN, planOf, type Planned } from './plan.readmodel.ts';
import { listPlan } from './plan.repository.ts';
import { NOTHING_SAID, settingsOf, variantOf } from './plan.stored.ts';
import { addVariant, approvePlan, changeVariant, dropVariant, saySettings } from './plan.usecases.ts';

type Scoped = ContextOf<Routes['plan.read']>;

export const planHandlers = bindAll(planRoutes, {
  'plan.read': async (context, { query }) => {
    const read = await inside(context, async (asked) => {
      const given = await planGiven(asked, query.variant);
      if (!given.ok) return given;
      const [baseline] = await listBaselines(asked.tx, asked.scope);
      return ok({ given: given.value, baseline });
    });
    if (!read.ok) return read;
    const { option, runs, seed } = query;
    // The transaction is over: the database does not wait for a simulation.
    const planned = await planOf(read.value.given, { option, run: { seed, runs }, cancel: context.gone });
    return planned.ok ? ok({ data: presentPlan(planned.value, read.value.baseline) }) : planned;
  },
  'plan_settings.read': (context) =>
    inside(context, async ({ tx, scope }) => {
      const record = (await listPlan(tx, scope)).find(({ kind }) => kind === 'settings');
      const said = record ? settingsOf(record.document) : NOTHING_SAID;
      return ok({ data: presentSettings({ said, record }), etag: `"${record?.revision ?? 0}"` });
    }),
  'plan_settings.put': (context, { body }) =>
    inside(context, async (work) => {
      const done = await saySettings(work, body, context.ifMatch);
      if (!done.ok) return done;
      const record = done.value;
      return ok({
        data: presentSettings({ said: settingsOf(record.document), record }),
        etag: `"${record.revision}"`,
      });
    }),
  'plan_baselines.list': (context) =>
    inside(context, async ({ tx, scope }) =>
      ok({ data: { data: (await listBaselines(tx, scope)).map(presentBaseline) } }),
    ),
  'plan_baselines.approve': async (context, { body }) => {
    const { digest: seen, ...by } = body;
    const planned = await planToApprove(context);
    if (!planned.ok && context.gone.aborted) return planned;
    // A refusal is told in the turn of the write: a key that was answered before is answered the same again.
    return inside(context, async (work) => {
      if (!planned.ok) return planned;
      const done = await approvePlan(work, { planned: planned.value, seen }, by);
      return done.ok ? ok({ data: presentBaseline(done.value) }) : done;
    });
  },
  'plan_baselines.read': async (context, { params }) => {
    const read = await inside(context, async (asked) => {
      const baseline = findBaseline(await listBaselines(asked.tx, asked.scope), params.baseline);
      if (!baseline.ok) return baseline;
      const given = await planGiven(asked);
      return given.ok ? ok({ given: given.value, baseline: baseline.value }) : given;
    });
    if (!read.ok) return read;
    const { given, baseline } = read.value;
    const planned = await planOf(given, { run: PLAN_RUN, unadvised: true, cancel: context.gone });
    if (!planned.ok) return planned;
    return ok({
      data: {
        baseline: presentBaseline(baseline),
        frozen: presentFrozen(frozenOf(baseline)),
        difference: presentDifference(baseline, planned.value),
      },
    });
  },
  'plan_variants.list': (context) =>
    inside(context, async ({ tx, scope }) =>
      ok({ data: { data: (await variants({ tx, scope })).map(presentVariant) } }),
    ),
  'plan_variants.add': (context, { body }) =>
    inside(context, async (work) => {
      const done = await addVariant(work, body);
      return done.ok ? ok({ data: presentVariant(done.value), etag: `"${done.value.revision}"` }) : done;
    }),
  'plan_variants.put': (context, { params, body }) =>
    inside(context, async (work) => {
      const done = await changeVariant(work, params.variant, body, context.ifMatch);
      return done.ok ? ok({ data: presentVariant(done.value), etag: `"${done.value.revision}"` }) : done;
    }),
  'plan_variants.drop': (context, { params }) =>
    inside(context, async (work) => {
      const done = await dropVariant(work, params.variant, context.ifMatch);
      return done.ok ? ok({ data: undefined }) : done;
    }),
  'plan_variants.compare': async (context) => {
    const read = await inside(context, async (asked) => {
      const plan = await planGiven(asked);
      if (!plan.ok) return plan;
      const columns: Column[] = [plan.value];
      for (const { thing, document } of await variants(asked)) {
        const found = await planGiven(asked, thing);
        const { name } = variantOf(document);
        columns.push(found.ok ? found.value : { id: thing, name, refused: found.error.detail });
      }
      return ok({ columns, currency: plan.value.known.described.situation.currency });
    });
    if (!read.ok) return read;
    const data = await comparePlans(read.value.columns, context.gone);
    return data.ok ? ok({ data: { currency: read.value.currency, data: [...data.value] } }) : data;
  },
  'plan.export': async (context, { query }) => {
    const given = await inside(context, (asked) => planGiven(asked));
    if (!given.ok) return given;
    const planned = await planOf(given.value, { run: PLAN_RUN, unadvised: true, cancel: context.gone });
    return planned.ok ? ok({ data: exportPlan(context, planned.value, query.as) }) : planned;
  },
});

/** Beside the unit of the write: nobody waits for the ledger while courses are simulated. */
async function planToApprove({
  deps,
  scope,
  now,
  gone,
}: ContextOf<Routes['plan_baselines.approve']>): Promise<Result<Planned, Refusal>> {
  const { catalogue } = deps;
  const given = await deps.pool.inOrganisation(scope.org, (tx) => planGiven({ tx, scope, catalogue, now }));
  if (!given.ok) return given;
  return planOf(given.value, { run: PLAN_RUN, unadvised: true, cancel: gone });
}

async function variants({ tx, scope }: Pick<Asked, 'tx' | 'scope'>) {
  return variantsIn(await listPlan(tx, scope));
}

function findBaseline(all: readonly Baseline[], id: string): Result<Baseline, Refusal> {
  const found = id === 'newest' ? all[0] : all.find((each) => each.id === id.toUpperCase());
  if (found) return ok(found);
  return err({
    code: 'plan.baseline_not_found',
    detail: all.length === 0 ? 'No plan was approved yet.' : `There is no approved plan ${id}.`,
  });
}

function inside<T>(
  { deps, scope, now }: Scoped,
  act: (asked: Asked) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const { catalogue } = deps;
  return deps.db.inOrganisation(scope.org, (tx) => act({ tx, scope, catalogue, now }));
}
