// HTTP of the trail.
import { trailRoutes } from '@assay/contract';
import { ok } from '@assay/core';
import { numberFrom, pageOf } from '../../app/cursor.ts';
import { bindAll, type Context } from '../../app/handler.ts';
import type { OrgScope } from '../access/access.module.ts';
import { findEvidence, listTrail } from '../evidence/evidence.module.ts';
import { presentAct, presentRow } from './trail.presenter.ts';
import { actOf, objectOf, type Looking } from './trail.readmodel.ts';

export const trailHandlers = bindAll(trailRoutes, {
  'trail.list': (context, { query }) =>
    looking(context, async ({ tx, scope }) => {
      const { limit, cursor, object, ...wanted } = query;
      const subject = object === undefined ? undefined : (await findEvidence(tx, scope, object))?.id;
      const rows = await listTrail(tx, scope, {
        ...wanted,
        object: subject ?? object,
        before: numberFrom(cursor),
        limit: limit + 1,
      });
      return ok({ data: pageOf(rows, limit, { show: presentRow, place: (row) => row.seq }) });
    }),
  'trail.read': (context, { params }) =>
    looking(context, async (work) => {
      const act = await actOf(work, params.entry);
      return act.ok ? ok({ data: presentAct(act.value) }) : act;
    }),
  'trail.object': (context, { params, query }) =>
    looking(context, async (work) => {
      const found = await objectOf(work, params.object, query.at);
      if (!found.ok) return found;
      return ok({
        data: {
          object: params.object,
          at: query.at ?? null,
          entries: found.value.acts.map(presentAct),
          stood: [...found.value.stood].map(([thing, document]) => ({ thing, document: { ...document } })),
        },
      });
    }),
});

function looking<T>(
  { deps, scope }: Context & { readonly scope: OrgScope },
  act: (work: Looking) => Promise<T>,
): Promise<T> {
  return deps.db.inOrganisation(scope.org, (tx) => act({ tx, scope, histories: deps.histories }));
}
