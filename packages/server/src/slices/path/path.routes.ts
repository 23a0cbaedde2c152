// HTTP of the guided path.
import { pathRoutes, type Output, type Routes } from '@assay/contract';
import { ok, pathSentence, pathSteps, type PathStep } from '@assay/core';
import { bindAll } from '../../app/handler.ts';
import { pathKnown } from './path.readmodel.ts';

export const pathHandlers = bindAll(pathRoutes, {
  'path.read': ({ deps, scope, now }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const steps = pathSteps(await pathKnown(tx, scope, { catalogue: deps.catalogue, now }));
      return ok({ data: { sentence: pathSentence(steps), data: steps.map(presentStep) } });
    }),
});

function presentStep({
  advice,
  state,
  done,
  of,
  sentence,
}: PathStep): Output<Routes['path.read']>['data'][number] {
  const { auditorAsks, asked, days, ...told } = advice;
  return {
    ...told,
    state,
    done,
    of,
    sentence,
    asked: [...asked],
    days: { ...days },
    auditor_asks: [...auditorAsks],
    unreviewed: true,
  };
}
