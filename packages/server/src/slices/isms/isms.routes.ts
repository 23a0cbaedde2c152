// HTTP of the management system's records.
import { ismsRoutes, type Routes } from '@assay/contract';
import { ok, type Result } from '@assay/core';
import { bindAll, type Answer, type ContextOf } from '../../app/handler.ts';
import type { Refusal } from '../../app/refusal.ts';
import { presentRecord, type RecordView } from './isms.presenter.ts';
import { ismsVersions, type RecordVersion } from './isms.repository.ts';
import {
  addRecord,
  approveRecord,
  dayOf,
  endReview,
  find,
  measure,
  replaceRecord,
  type Work,
} from './isms.usecases.ts';

type Scoped = ContextOf<Routes['isms.list']>;

export const ismsHandlers = bindAll(ismsRoutes, {
  'isms.list': (context, { query }) =>
    inside(context, async (work) => {
      const all = await ismsVersions(work.tx, work.scope, { kind: query.kind });
      const standing = all.filter(({ until }) => until === null);
      return ok({ data: { data: standing.map((each) => presentRecord(each, dayOf(work))) } });
    }),
  'isms.read': (context, { params }) => one(context, (work) => find(work, params.record)),
  'isms.versions': (context, { params }) =>
    inside(context, async (work) => {
      const found = await find(work, params.record);
      if (!found.ok) return found;
      const versions = await ismsVersions(work.tx, work.scope, { id: found.value.id });
      return ok({ data: { data: versions.map((each) => presentRecord(each, dayOf(work))) } });
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
    return ok({ data: presentRecord(done.value, dayOf(work)), etag: `"${done.value.revision}"` });
  });
}
