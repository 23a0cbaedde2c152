// HTTP of internal audits and their programme.
import { auditsRoutes, type Output, type Routes } from '@assay/contract';
import { ok, type Result } from '@assay/core';
import { bindAll, type Answer, type ContextOf } from '../../app/handler.ts';
import type { Refusal } from '../../app/refusal.ts';
import { presentAudit, presentCoverage, presentProgramme } from './audits.presenter.ts';
import { listAudits, type AuditVersion } from './audits.repository.ts';
import { changeOne, find, planOne, reportOne, sayOne } from './audits.usecases.ts';
import { coverageNow, setProgramme } from './programme.usecases.ts';
import { auditable } from './scope.readmodel.ts';
import type { Work } from './work.ts';

type Scoped = ContextOf<Routes['audits.list']>;

export const auditsHandlers = bindAll(auditsRoutes, {
  'audits.programme': (context) =>
    inside(context, async (work) => {
      const covered = await coverageNow(work);
      return ok({ data: presentCoverage(covered), etag: `"${covered.stands?.revision ?? 0}"` });
    }),
  'audits.set_programme': (context, { body }) =>
    inside(context, async (work) => {
      const set = await setProgramme(work, { ifMatch: context.ifMatch, to: body });
      return set.ok ? ok({ data: presentProgramme(set.value), etag: `"${set.value.revision}"` }) : set;
    }),
  'audits.list': (context) =>
    inside(context, async (work) => {
      const model = await auditable(work);
      const audits = await listAudits(work.tx, work.scope);
      return ok({ data: { data: audits.map((each) => presentAudit(each, model)) } });
    }),
  'audits.read': (context, { params }) => one(context, (work) => find(work, params.audit)),
  'audits.plan': (context, { body }) => one(context, (work) => planOne(work, body)),
  'audits.change': (context, { params, body }) =>
    one(context, (work) => changeOne(work, params.audit, { ifMatch: context.ifMatch, to: body })),
  'audits.result': (context, { params, body: { finding, ...said } }) =>
    one(context, (work) => sayOne(work, params.audit, { ...said, finding })),
  'audits.report': (context, { params, body: { on, ...said } }) =>
    one(context, (work) => reportOne(work, params.audit, { ...said, on })),
});

function inside<T>(
  { deps, scope, now }: Scoped,
  act: (work: Work) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const { catalogue } = deps;
  return deps.db.inOrganisation(scope.org, (tx) => act({ tx, scope, now, catalogue }));
}

/** Acts on one audit and shows it as it stands afterwards. */
function one(
  context: Scoped,
  act: (work: Work) => Promise<Result<AuditVersion, Refusal>>,
): Promise<Result<Answer<Output<Routes['audits.read']>>, Refusal>> {
  return inside(context, async (work) => {
    const done = await act(work);
    if (!done.ok) return done;
    const data = presentAudit(done.value, await auditable(work));
    return ok({ data, etag: `"${done.value.revision}"` });
  });
}
