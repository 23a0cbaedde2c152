// HTTP of gaps and readiness.
import { gapsRoutes } from '@assay/contract';
import { ok } from '@assay/core';
import { bindAll } from '../../app/handler.ts';
import { presentGaps, presentReadiness } from './gaps.presenter.ts';
import { gapAnalysis } from './gaps.readmodel.ts';

export const gapsHandlers = bindAll(gapsRoutes, {
  'gaps.list': ({ deps, scope, now }, { query }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const found = await gapAnalysis(tx, scope, { catalogue: deps.catalogue, now });
      return ok({ data: presentGaps(found, query.framework === 'both' ? undefined : query.framework) });
    }),
  'readiness.list': ({ deps, scope, now }) =>
    deps.db.inOrganisation(scope.org, async (tx) =>
      ok({ data: presentReadiness(await gapAnalysis(tx, scope, { catalogue: deps.catalogue, now })) }),
    ),
});
