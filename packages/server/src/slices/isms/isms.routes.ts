// HTTP of the management system's records.
import { ismsRoutes, type Output, type Routes } from '@assay/contract';
import { err, ok, recordDifference, revisionsInForce, type Result } from '@assay/core';
import { bindAll, type Answer, type ContextOf } from '../../app/handler.ts';
import type { Refusal } from '../../app/refusal.ts';
import { fillFromKnown } from './fill.usecases.ts';
import { presentRecord, presentRecords, type RecordView } from './isms.presenter.ts';
import { ismsVersions, type RecordVersion } from './isms.repository.ts';
import {
  addRecord,
  approveRecord,
  dayOf,
  endAction,
  endReview,
  find,
  measure,
  replaceRecord,
  withdrawFeedback,
  type Work,
} from './isms.usecases.ts';

type Scoped = ContextOf<Routes['isms.list']>;

export const ismsHandlers = bindAll(ismsRoutes, {
  'isms.list': (context, { query }) =>
    inside(context, async (work) => {
      const all = await ismsVersions(work.tx, work.scope, {});
      const shown = presentRecords(all, dayOf(work), inForce(all, work));
      const data = shown.data.filter(({ record }) => query.kind === undefined || record.kind === query.kind);
      return ok({ data: { ...shown, data } });
    }),
  'isms.read': (context, { params }) => one(context, (work) => find(work, params.record)),
  'isms.versions': (context, { params }) =>
    inside(context, async (work) => {
      const found = await find(work, params.record);
      if (!found.ok) return found;
      const { id } = found.value;
      const versions = await ismsVersions(work.tx, work.scope, { id });
      const held = inForce(versions, work).get(id);
      return ok({ data: { data: versions.map((each) => presentRecord(each, dayOf(work), held)) } });
    }),
  'isms.difference': (context, { params, query }) =>
    inside(context, async (work) => {
      const found = await find(work, params.record);
      if (!found.ok) return found;
      const versions = await ismsVersions(work.tx, work.scope, { id: found.value.id });
      return differenceOf(versions, inForce(versions, work).get(found.value.id), query);
    }),
  'isms.add': (context, { body }) => one(context, (work) => addRecord(work, body)),
  'isms.replace': (context, { params, body }) =>
    one(context, (work) => replaceRecord(work, params.record, { ifMatch: context.ifMatch, record: body })),
  'isms.measure': (context, { params, body: { value, on, by } }) =>
    one(context, (work) =>
      measure(work, params.record, { value, on: on ?? dayOf(work), by: by ?? work.scope.principal.name }),
    ),
  'isms.approve': (context, { params, body: { by, role } }) =>
    one(context, (work) => approveRecord(work, params.record, { ifMatch: context.ifMatch, by, role })),
  'isms.fill': (context, { params }) =>
    one(context, (work) => fillFromKnown(work, params.record, context.ifMatch)),
  'isms.done': (context, { params, body: { action, on } }) =>
    one(context, (work) =>
      endAction(work, params.record, { ifMatch: context.ifMatch, action, on: on ?? dayOf(work) }),
    ),
  'isms.withdraw': (context, { params, body: { because } }) =>
    one(context, (work) => withdrawFeedback(work, params.record, { ifMatch: context.ifMatch, because })),
  'isms.close': (context, { params, body: { by } }) =>
    one(context, (work) => endReview(work, params.record, { ifMatch: context.ifMatch, by })),
});

function inside<T>(
  { deps, scope, now }: Scoped,
  act: (work: Work) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const { catalogue } = deps;
  return deps.db.inOrganisation(scope.org, (tx) => act({ tx, scope, now, catalogue }));
}

/** Acts on one record and shows it as it stands afterwards. */
function one(
  context: Scoped,
  act: (work: Work) => Promise<Result<RecordVersion, Refusal>>,
): Promise<Result<Answer<RecordView>, Refusal>> {
  return inside(context, async (work) => {
    const done = await act(work);
    if (!done.ok) return done;
    const versions = await ismsVersions(work.tx, work.scope, { id: done.value.id });
    const held = inForce(versions, work).get(done.value.id);
    return ok({
      data: presentRecord(done.value, dayOf(work), held),
      etag: `"${done.value.revision}"`,
    });
  });
}

function inForce(versions: readonly RecordVersion[], work: Work): ReadonlyMap<string, number> {
  return revisionsInForce(
    versions.map((each) => ({ ...each, approved: each.approval !== undefined })),
    dayOf(work),
  );
}

/** From the version in force to the newest, or from the one before it where that is the newest. */
function differenceOf(
  versions: readonly RecordVersion[],
  held: number | undefined,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
): Result<Answer<Output<Routes['isms.difference']>>, Refusal> {
  const to = Number(asked.to ?? versions.length);
  const from = Number(asked.from ?? (held === undefined || held >= to ? Math.max(1, to - 1) : held));
  const [before, after] = [from, to].map((wanted) => versions.find(({ revision }) => revision === wanted));
  if (!before || !after)
    return err({ code: 'isms.not_found', detail: `There is no version ${before ? to : from}.` });
  const data = recordDifference(before.record, after.record).map((each) => ({ ...each }));
  return ok({ data: { from, to, data } });
}
