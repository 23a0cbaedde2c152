// HTTP of the risk method and the register.
import { risksRoutes, type Routes } from '@assay/contract';
import { dateOfInstant, err, ok, type Instant, type Result } from '@assay/core';
import { numberFrom, pageOf } from '../../app/cursor.ts';
import { bindAll, type ContextOf } from '../../app/handler.ts';
import type { Refusal } from '../../app/refusal.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import { holdLedger } from '../evidence/evidence.module.ts';
import { exportRegister } from './register.export.ts';
import { presentMatrix, presentMethod, presentRisk, type Asked } from './risks.presenter.ts';
import { findMethods, findRisk, listRisks, type RiskRecord } from './risks.repository.ts';
import {
  accept,
  assess,
  changeMethod,
  changeRisk,
  createRisk,
  noRisk,
  review,
  treat,
  type Work,
} from './risks.usecases.ts';

type Scoped = ContextOf<Routes['risks.list']>;

export const risksHandlers = bindAll(risksRoutes, {
  'risk_scenarios.list': ({ deps, scope }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const { reviewer, scenarios } = deps.catalogue.scenarios;
      const used = Map.groupBy(await listRisks(tx, scope), ({ risk }) => risk.title);
      return ok({
        data: {
          reviewer,
          data: scenarios.map((each) => ({
            ...each,
            used_by: (used.get(each.title) ?? []).map(({ risk }) => risk.code),
          })),
        },
      });
    }),
  'risk_method.read': (context, { query }) =>
    reading(context, query.at, async (_, { method }) =>
      ok({ data: presentMethod(method), etag: `"${method.revision}"` }),
    ),
  'risk_method.put': ({ deps, scope, now, ifMatch }, { body }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const { appetite, combination, acceptable, authority, ...scales } = body;
      const method = {
        ...scales,
        combination:
          combination.kind === 'grid'
            ? { kind: combination.kind, levels: combination.levels.map((row) => row.map(fromOne)) }
            : { kind: combination.kind, upTo: combination.up_to },
        acceptable: fromOne(acceptable),
        authority: authority.map(({ role, up_to }) => ({ role, upTo: fromOne(up_to) })),
      };
      const done = await changeMethod({ tx, scope, now }, { method, appetite }, ifMatch);
      return done.ok ? ok({ data: presentMethod(done.value), etag: `"${done.value.revision}"` }) : done;
    }),
  'risks.list': (context, { query }) =>
    reading(context, query.at, async (tx, asked) => {
      const rows = await listRisks(tx, context.scope, {
        at: query.at,
        after: numberFrom(query.cursor) ?? 0,
        limit: query.limit + 1,
      });
      return ok({
        data: pageOf(rows, query.limit, {
          show: (row) => presentRisk(row, asked),
          place: ({ seq }) => seq,
        }),
      });
    }),
  'risks.read': (context, { params, query }) =>
    reading(context, query.at, async (tx, asked) => {
      const found = await findRisk(tx, context.scope, params.risk, { at: query.at });
      return found ? answer(found, asked) : err(noRisk(params.risk));
    }),
  'risks.export': ({ deps, scope, now }, { query }) =>
    deps.db.inOrganisation(scope.org, async (tx) =>
      ok({ data: await exportRegister({ tx, scope, now }, query) }),
    ),
  'risks.matrix': (context, { query }) =>
    reading(context, query.at, async (tx, asked) =>
      ok({ data: presentMatrix(await listRisks(tx, context.scope, { at: query.at }), asked) }),
    ),
  'risks.add': (context, { body }) =>
    writing(context, (work) => createRisk(work, { ...body, owner: body.owner ?? undefined })),
  'risks.change': (context, { params, body: { closed, owner, ...rest } }) =>
    writing(context, (work) =>
      changeRisk(work, params.risk, {
        ifMatch: context.ifMatch,
        to: { ...rest, owner },
        closed,
      }),
    ),
  'risks.assess': (context, { params, body }) =>
    writing(context, (work) =>
      assess(work, params.risk, {
        ...body,
        likelihood: fromOne(body.likelihood),
        impact: fromOne(body.impact),
        on: body.on ?? dateOfInstant(context.now),
      }),
    ),
  'risks.treat': (context, { params, body }) =>
    writing(context, (work) =>
      treat(work, params.risk, { ...body, owner: body.owner ?? undefined, due: body.due ?? undefined }),
    ),
  'risks.accept': (context, { params, body }) =>
    writing(context, (work) =>
      accept(work, params.risk, { ...body, on: body.on ?? dateOfInstant(context.now) }),
    ),
  'risks.review': (context, { params, body }) =>
    writing(context, (work) =>
      review(work, params.risk, { ...body, on: body.on ?? dateOfInstant(context.now) }),
    ),
});

/** People count steps and levels from 1, core from 0. */
function fromOne(step: number): number {
  return step - 1;
}

function reading<T>(
  { deps, scope, now }: Scoped,
  at: Instant | undefined,
  act: (tx: Tx, asked: Asked) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return deps.db.inOrganisation(scope.org, async (tx) =>
    act(tx, { method: await findMethods(tx, scope, at), today: dateOfInstant(at ?? now) }),
  );
}

function writing(context: Scoped, act: (work: Work) => Promise<Result<RiskRecord, Refusal>>) {
  const { deps, scope, now } = context;
  return deps.db.inOrganisation(scope.org, async (tx) => {
    // What is said next follows from what was said: writers come one after the other.
    await holdLedger(tx, scope);
    const done = await act({ tx, scope, now });
    if (!done.ok) return done;
    return answer(done.value, { method: await findMethods(tx, scope), today: dateOfInstant(now) });
  });
}

function answer(record: RiskRecord, asked: Asked) {
  return ok({ data: presentRisk(record, asked), etag: `"${record.revision}"` });
}
