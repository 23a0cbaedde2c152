// HTTP of the frameworks slice.
import { frameworksRoutes } from '@assay/contract';
import { err, ok } from '@assay/core';
import { bindAll } from '../../app/handler.ts';
import { findOrganisation } from '../access/access.module.ts';
import {
  addOwnFramework,
  allFrameworks,
  decideApplicability,
  withdrawDecision,
} from './frameworks.usecases.ts';
import { present, presentEditions, presentTerm, presentWhole } from './frameworks.presenter.ts';

export const frameworksHandlers = bindAll(frameworksRoutes, {
  'glossary.list': async ({ deps }) => ok({ data: { data: deps.catalogue.glossary.map(presentTerm) } }),
  'frameworks.list': ({ deps, scope }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const used = (await findOrganisation(tx, scope))?.settings.frameworks ?? [];
      const all = await allFrameworks(tx, scope, deps.catalogue);
      return ok({
        data: { data: [...all.values()].map((framework) => present(framework, deps.catalogue, used)) },
      });
    }),
  'frameworks.read': ({ deps, scope }, { params }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const framework = (await allFrameworks(tx, scope, deps.catalogue)).get(params.framework);
      if (!framework)
        return err({ code: 'framework.not_found', detail: `There is no framework ${params.framework}.` });
      const used = (await findOrganisation(tx, scope))?.settings.frameworks ?? [];
      return ok({ data: presentWhole(framework, deps.catalogue, used) });
    }),
  'frameworks.pairs': ({ deps, scope }, { params }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const all = await allFrameworks(tx, scope, deps.catalogue);
      if (!all.has(params.framework))
        return err({ code: 'framework.not_found', detail: `There is no framework ${params.framework}.` });
      const own = deps.catalogue.editions.filter((each) => [each.from, each.to].includes(params.framework));
      return ok({ data: { data: own.map((each) => presentEditions(each, all)) } });
    }),
  'frameworks.add': ({ deps, scope, now }, { query, body }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const added = await addOwnFramework({ tx, scope, catalogue: deps.catalogue, now }, body, query.dry_run);
      return added.ok ? ok({ data: presentWhole(added.value, deps.catalogue, []) }) : added;
    }),
  'applicability.decide': ({ deps, scope, now }, { params, body }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const done = await decideApplicability({ tx, scope, catalogue: deps.catalogue, now }, params, body);
      return done.ok
        ? ok({
            data: { ref: done.value, applies: body.applies, reason: body.applies ? body.because : body.why },
          })
        : done;
    }),
  'applicability.withdraw': ({ deps, scope, now }, { params }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const done = await withdrawDecision({ tx, scope, catalogue: deps.catalogue, now }, params);
      return done.ok ? ok({ data: undefined }) : done;
    }),
});
