// HTTP of the control set and its mappings.
import { controlsRoutes, type Routes } from '@assay/contract';
import {
  crosswalk,
  err,
  groupBy,
  nextSteps,
  ok,
  type ControlCode,
  type Instant,
  type Result,
} from '@assay/core';
import { numberOfId, pageByNumber } from '../../app/cursor.ts';
import { bindAll, type ContextOf } from '../../app/handler.ts';
import type { Refusal } from '../../app/refusal.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import { controlsOfCheck } from '../monitoring/monitoring.module.ts';
import {
  presentControl,
  presentOverlap,
  presentPair,
  presentStep,
  type Shared,
} from './controls.presenter.ts';
import {
  addControl,
  decideControl,
  noControl,
  putMapping,
  removeMapping,
  type Work,
} from './controls.usecases.ts';
import { putMappings } from './mappings.usecases.ts';
import { knowledge, NothingKnown, overlapOf, type Knowledge } from './posture.readmodel.ts';
import { presentFramework } from './posture.presenter.ts';
import { presentEffect } from './systems.effect.ts';
import { presentSystems } from './systems.presenter.ts';

type Scoped = ContextOf<Routes['controls.list']>;

/** Edition of ISO/IEC 27001 that the crosswalk answers. */
const ISO_NOW = 'iso27001:2022';

export const controlsHandlers = bindAll(controlsRoutes, {
  'controls.list': (context, { query }) =>
    known(context, query.at, (model) => {
      const shared = sharedOf(model, context);
      return ok({
        data: pageByNumber(model.stored, query, {
          show: (stored) => presentControl(stored, shared),
          place: ({ control }) => numberOfId(control.code),
        }),
      });
    }),
  'controls.read': (context, { params, query }) =>
    known(context, query.at, (model) => one(model, context, params.control)),
  'controls.add': (context, { body }) =>
    write(context, async (work) => {
      const {
        owner_role: ownerRole,
        freshness_days: freshnessDays,
        effort_days: effortDays,
        evidence_wanted: evidence,
        ...rest
      } = body;
      return addControl(work, { ...rest, ownerRole, freshnessDays, effortDays, evidence });
    }),
  'controls.decide': (context, { params, body }) =>
    write(context, async (work) => {
      const done = await decideControl(work, [params.control], body);
      return done.ok ? ok(params.control) : done;
    }),
  'controls.decide_many': ({ deps, scope, now }, { body }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const done = await decideControl(
        { tx, scope, catalogue: deps.catalogue, now },
        body.controls,
        body.decision,
      );
      return done.ok ? ok({ data: { changed: done.value } }) : done;
    }),
  'mappings.put': (context, { params, body }) =>
    write(context, async (work) => {
      const { reviewed, ...mapping } = body;
      const done = await putMapping(work, {
        ...mapping,
        control: params.control,
        source: 'organisation',
        reviewer: reviewed ? work.scope.principal.name : 'unreviewed',
      });
      return done.ok ? ok(params.control) : done;
    }),
  'mappings.put_many': ({ deps, scope, now }, { query, body }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const mappings = body.mappings.map(({ reviewed, ...mapping }) => ({
        ...mapping,
        source: 'organisation',
        reviewer: reviewed ? scope.principal.name : 'unreviewed',
      }));
      const done = await putMappings({ tx, scope, catalogue: deps.catalogue, now }, mappings, query.dry_run);
      return done.ok ? ok({ data: { ...done.value } }) : done;
    }),
  'mappings.remove': (context, { params, query }) =>
    write(context, async (work) => {
      const done = await removeMapping(work, params.control, query.to);
      return done.ok ? ok(params.control) : done;
    }),
  'crosswalk.read': (context, { query }) =>
    known(context, undefined, (model) => {
      const names = namesOf(model);
      const pairs = crosswalk(model.mappings, ISO_NOW).filter(
        (pair) =>
          (query.tsc === undefined || pair.tsc.endsWith(`/${query.tsc}`)) &&
          (query.iso === undefined || pair.iso.endsWith(`/${query.iso}`)),
      );
      return ok({ data: { data: pairs.map((pair) => presentPair(pair, names)) } });
    }),
  'overlap.read': (context) =>
    known(context, undefined, (model) => ok({ data: presentOverlap(overlapOf(model)) })),
  'posture.read': (context, { query }) =>
    known(context, query.at, (model) => {
      const chosen = model.posture.frameworks.filter(
        (each) => query.framework === undefined || each.framework.id === query.framework,
      );
      const names = namesOf(model);
      return ok({
        data: {
          at: query.at ?? context.now,
          data: chosen.map((each) =>
            presentFramework(each, names, {
              held: model.scopes.get(each.framework.id),
              today: model.today,
            }),
          ),
        },
      });
    }),
  'systems.list': (context, { query }) =>
    known(context, query.at, (model) =>
      ok({ data: { at: query.at ?? context.now, ...presentSystems(model) } }),
    ),
  'systems.effect': (context, { params }) =>
    known(context, undefined, (model) =>
      ok({ data: { effect: presentEffect(model, params.record.toUpperCase()) ?? null } }),
    ),
  'next_steps.list': (context, { query }) =>
    known(context, undefined, (model) => {
      const names = new Map([...namesOf(model), ...titlesOf(model)]);
      return ok({
        data: {
          data: nextSteps(model.posture, model.controls, model.states)
            .slice(0, query.limit)
            .map((step) => presentStep(step, names)),
        },
      });
    }),
});

function known<T>(
  context: Scoped,
  at: Instant | undefined,
  answer: (model: Knowledge) => Result<T, Refusal>,
): Promise<Result<T, Refusal>> {
  const { deps, scope, now } = context;
  return deps.db.inOrganisation(scope.org, async (tx) => {
    try {
      return answer(await knowledge(tx, scope, { catalogue: deps.catalogue, now, at }));
    } catch (cause) {
      if (cause instanceof NothingKnown)
        return err({
          code: 'organisation.not_found',
          detail: 'Nothing was known of this organisation at that time.',
        });
      throw cause;
    }
  });
}

/** A write that answers with the control as it stands afterwards. */
function write(context: Scoped, act: (work: Work) => Promise<Result<ControlCode, Refusal>>) {
  const { deps, scope, now } = context;
  return deps.db.inOrganisation(scope.org, async (tx: Tx) => {
    const done = await act({ tx, scope, catalogue: deps.catalogue, now });
    if (!done.ok) return done;
    return one(await knowledge(tx, scope, { catalogue: deps.catalogue, now }), context, done.value);
  });
}

function one(model: Knowledge, context: Scoped, code: ControlCode) {
  const stored = model.stored.find(({ control }) => control.code === code);
  return stored ? ok({ data: presentControl(stored, sharedOf(model, context)) }) : err(noControl(code));
}

function sharedOf(model: Knowledge, context: Scoped): Shared {
  const checkCounts = new Map<string, number>();
  for (const check of context.deps.catalogue.checks.keys()) {
    for (const code of controlsOfCheck(check, model.overrides, context.deps.catalogue))
      checkCounts.set(code, (checkCounts.get(code) ?? 0) + 1);
  }
  const evidenceCounts = new Map(
    [...groupBy(model.facts, (fact) => fact.control)].map(([code, facts]) => [code, facts.length]),
  );
  return {
    known: model,
    titles: titlesOf(model),
    mappings: groupBy(model.mappings, (mapping) => mapping.control),
    evidenceCounts,
    checkCounts,
  };
}

function titlesOf(model: Knowledge): ReadonlyMap<string, string> {
  return new Map(
    model.frameworks.flatMap((framework) =>
      framework.requirements.map((each) => [each.ref, `${each.id} ${each.title}`]),
    ),
  );
}

function namesOf(model: Knowledge): ReadonlyMap<string, string> {
  return new Map(model.controls.map((control) => [control.code, control.name]));
}
