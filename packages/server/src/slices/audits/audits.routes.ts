// HTTP of internal audits and their programme.
import { auditsRoutes, type Output, type Routes } from '@assay/contract';
import { ok, type Result } from '@assay/core';
import { bindAll, type Answer, type ContextOf } from '../../app/handler.ts';
import type { Refusal } from '../../app/refusal.ts';
import { holdLedger } from '../evidence/evidence.module.ts';
import { presentAudit, presentCoverage, presentProgramme, presentRow } from './audits.presenter.ts';
import { listAudits, type AuditVersion } from './audits.repository.ts';
import { auditsSentence } from './audits.sentences.ts';
import { changeOne, find, planOne, reportOne, sayOne, takeBackOne } from './audits.usecases.ts';
import { coverageNow, setProgramme } from './programme.usecases.ts';
import { auditable } from './scope.readmodel.ts';
import type { Work } from './work.ts';

type Scoped = ContextOf<Routes['audits.list']>;
type Answered = Promise<Result<Answer<Output<Routes['audits.read']>>, Refusal>>;

export const auditsHandlers = bindAll(auditsRoutes, {
  'audits.programme': (context) =>
    inside(context, async (work) => {
      const covered = await coverageNow(work);
      return ok({ data: presentCoverage(covered), etag: `"${covered.stands?.revision ?? 0}"` });
    }),
  'audits.set_programme': (context, { body }) =>
    inTurn(context, async (work) => {
      const set = await setProgramme(work, { ifMatch: context.ifMatch, to: body });
      return set.ok ? ok({ data: presentProgramme(set.value), etag: `"${set.value.revision}"` }) : set;
    }),
  'audits.list': (context) =>
    inside(context, async (work) => {
      const model = await auditable(work);
      const audits = await listAudits(work.tx, work.scope);
      const sentence = auditsSentence(audits, model.known.today);
      return ok({ data: { sentence, data: audits.map((each) => presentRow(each, model)) } });
    }),
  'audits.read': (context, { params }) =>
    inside(context, async (work) => answer(work, await find(work, params.audit))),
  'audits.plan': (context, { body }) => writing(context, (work) => planOne(work, body)),
  'audits.change': (context, { params, body }) =>
    writing(context, (work) => changeOne(work, params.audit, { ifMatch: context.ifMatch, to: body })),
  'audits.result': (context, { params, body: { finding, ...said } }) =>
    writing(context, (work) => sayOne(work, params.audit, { ...said, finding })),
  'audits.take_back': (context, { params, body }) =>
    writing(context, (work) => takeBackOne(work, params.audit, { ifMatch: context.ifMatch, ...body })),
  'audits.report': (context, { params, body: { on, ...said } }) =>
    writing(context, (work) => reportOne(work, params.audit, { ...said, on })),
});

function inside<T>(
  { deps, scope, now }: Scoped,
  act: (work: Work) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const { catalogue } = deps;
  return deps.db.inOrganisation(scope.org, (tx) => act({ tx, scope, now, catalogue }));
}

/** What may be said next follows from what was said: writers come one after the other. */
function inTurn<T>(
  context: Scoped,
  act: (work: Work) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return inside(context, async (work) => {
    await holdLedger(work.tx, work.scope);
    return act(work);
  });
}

/** Acts on one audit and shows it as it stands afterwards. */
function writing(context: Scoped, act: (work: Work) => Promise<Result<AuditVersion, Refusal>>): Answered {
  return inTurn(context, async (work) => answer(work, await act(work)));
}

async function answer(work: Work, found: Result<AuditVersion, Refusal>): Answered {
  if (!found.ok) return found;
  const data = presentAudit(found.value, await auditable(work));
  return ok({ data, etag: `"${found.value.revision}"` });
}
