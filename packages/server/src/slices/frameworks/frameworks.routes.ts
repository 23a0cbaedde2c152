// HTTP of the frameworks slice.
import { frameworksRoutes } from '@assay/contract';
import { err, ok, requirementRef, type Framework } from '@assay/core';
import { bindAll } from '../../app/handler.ts';
import { findOrganisation } from '../access/access.module.ts';
import {
  addOwnFramework,
  allFrameworks,
  decideApplicability,
  withdrawDecision,
} from './frameworks.usecases.ts';
import type { Catalogue } from './catalogue.ts';

export const frameworksHandlers = bindAll(frameworksRoutes, {
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
      const done = await withdrawDecision(
        { tx, scope, catalogue: deps.catalogue, now },
        requirementRef(params.framework, params.requirement),
      );
      return done.ok ? ok({ data: undefined }) : done;
    }),
});

function present(framework: Framework, catalogue: Catalogue, used: readonly string[]) {
  return {
    id: framework.id,
    name: framework.name,
    edition: framework.edition,
    title: framework.title,
    view: framework.view,
    amendments: [...framework.amendments],
    source: framework.source,
    own: !catalogue.frameworks.has(framework.id),
    in_use: used.includes(framework.id),
    requirement_count: framework.requirements.filter((each) => each.leaf).length,
  };
}

function presentWhole(framework: Framework, catalogue: Catalogue, used: readonly string[]) {
  return {
    ...present(framework, catalogue, used),
    groups: framework.groups.map((group) => ({ ...group })),
    requirements: framework.requirements.map((each) => ({
      ref: each.ref,
      id: each.id,
      title: each.title,
      kind: each.kind,
      group: each.group,
      leaf: each.leaf,
      category: each.category ?? null,
      is_new: each.isNew ?? false,
      amendment: each.amendment ?? null,
    })),
  };
}
