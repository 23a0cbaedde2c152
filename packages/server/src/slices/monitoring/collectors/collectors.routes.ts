// HTTP of collectors, their runs and outages.
import { collectorsRoutes, type Routes } from '@assay/contract';
import { err, isVouchable, ok, type Instant, type Result } from '@assay/core';
import { numberFrom, pageOf, textFrom } from '../../../app/cursor.ts';
import { bindAll, type ContextOf } from '../../../app/handler.ts';
import type { Refusal } from '../../../app/refusal.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import { outline } from '../../controls/controls.module.ts';
import { presentImports } from '../../evidence/imports.module.ts';
import { presentCollector, presentOutage, presentRuns } from './collectors.presenter.ts';
import {
  declareCollector,
  noCollector,
  resumeCollector,
  retireCollector,
  reviseCollector,
  type Work,
} from './collectors.usecases.ts';
import { viewCollectors, type CollectorView } from './condition.readmodel.ts';
import { outagesOf } from './outages.ts';
import { reportRun, vouch } from './record.usecases.ts';

type Scoped = ContextOf<Routes['collectors.read']>;

export const collectorsHandlers = bindAll(collectorsRoutes, {
  'collectors.list': (context, { query }) =>
    inOrg(context, async (tx) => {
      const after = textFrom(query.cursor) ?? '';
      const views = await viewCollectors(tx, context.scope, asked(context, query.at));
      const rows = views.filter((view) => view.collector.name > after).slice(0, query.limit + 1);
      return ok({
        data: pageOf(rows, query.limit, {
          show: presentCollector,
          place: (view) => view.collector.name,
        }),
      });
    }),
  'collectors.add': (context, { body }) =>
    writing(context, body.name, (work) => {
      const { name, kind, started_at: startedAt } = body;
      return declareCollector(work, {
        name,
        kind,
        startedAt,
        definition: {
          title: body.title ?? name,
          covers: body.covers,
          scope: body.scope,
          everyHours: body.every_hours,
          tolerance: body.tolerance,
          lists: body.lists,
          formats: body.formats,
          reads: body.reads,
        },
      });
    }),
  'collectors.read': (context, { params, query }) =>
    inOrg(context, (tx) => show(context, tx, { name: params.collector, at: query.at })),
  'collectors.change': (context, { params, body }) =>
    writing(context, params.collector, (work) => {
      const { every_hours: everyHours, ...rest } = body;
      return reviseCollector(work, params.collector, {
        expected: Number(/^"(\d+)"$/.exec(context.ifMatch ?? '')?.[1]),
        to: given({ ...rest, everyHours }),
      });
    }),
  'collectors.retire': (context, { params, body }) =>
    writing(context, params.collector, (work) => retireCollector(work, params.collector, body.because)),
  'collectors.resume': (context, { params }) =>
    writing(context, params.collector, (work) => resumeCollector(work, params.collector)),
  'collectors.runs': (context, { params, query }) =>
    inOrg(context, async (tx) => {
      const view = await find(context, tx, { name: params.collector, at: query.at });
      if (!view) return err(noCollector(params.collector));
      const skip = numberFrom(query.cursor) ?? 0;
      const rows = view.condition.runs.toReversed().map((judged, i) => ({ judged, place: i + 1 }));
      const page = pageOf(rows.slice(skip, skip + query.limit + 1), query.limit, {
        show: ({ judged }) => judged,
        place: ({ place }) => place,
      });
      return ok({ data: { ...page, data: presentRuns(view, page.data) } });
    }),
  'collectors.record': (context, { params, body }) =>
    inOrg(context, async (tx) => {
      const work = { ...(await workOf(context, tx)), deps: context.deps };
      const done = await reportRun(work, params.collector, {
        run: body.run,
        imports: body.imports,
        partial: body.partial,
        startedAt: body.started_at,
        endedAt: body.ended_at,
        rows: body.rows,
        error: body.error,
        message: body.message,
      });
      if (!done.ok) return done;
      const view = await find(context, tx, { name: params.collector, at: undefined });
      const [run] = view
        ? presentRuns(
            view,
            view.condition.runs.filter((each) => each.run.id === done.value.id),
          )
        : [];
      if (!run) return err({ code: 'run.not_found', detail: 'The run is gone.' });
      return ok({ data: { run, imports: await presentImports(context, tx, done.value.imports) } });
    }),
  'collectors.vouch': (context, { params, body }) =>
    inOrg(context, async (tx) => {
      const before = await find(context, tx, { name: params.collector, at: undefined });
      if (!before) return err(noCollector(params.collector));
      const judged = before.condition.runs.find((each) => each.run.id === params.run);
      if (!judged)
        return err({ code: 'run.not_found', detail: `${params.collector} has no run ${params.run}.` });
      if (!isVouchable(judged))
        return err({
          code: 'run.not_vouchable',
          detail: judged.verdict.complete
            ? 'The run is complete already.'
            : `The run is unknown because it is ${judged.verdict.because.join(', ')}; run it again.`,
        });
      await vouch(await workOf(context, tx), {
        collector: params.collector,
        run: params.run,
        because: body.because,
      });
      const after = await find(context, tx, { name: params.collector, at: undefined });
      const [run] = after
        ? presentRuns(
            after,
            after.condition.runs.filter((each) => each.run.id === params.run),
          )
        : [];
      return run ? ok({ data: run }) : err({ code: 'run.not_found', detail: 'The run is gone.' });
    }),
  'outages.list': (context, { query }) =>
    inOrg(context, async (tx) => {
      const skip = numberFrom(query.cursor) ?? 0;
      const found = await outagesOf(tx, context.scope, {
        ...asked(context, query.at),
        name: query.collector,
        from: query.from,
        until: query.until,
      });
      const rows = found.map((outage, i) => ({ outage, place: i + 1 })).slice(skip, skip + query.limit + 1);
      return ok({
        data: pageOf(rows, query.limit, {
          show: ({ outage }) => presentOutage(outage),
          place: ({ place }) => place,
        }),
      });
    }),
});

function inOrg<T>(context: Scoped, act: (tx: Tx) => Promise<T>): Promise<T> {
  return context.deps.db.inOrganisation(context.scope.org, act);
}

/** Acts on a collector and shows it as it stands then. */
function writing(context: Scoped, name: string, act: (work: Work) => Promise<Result<true, Refusal>>) {
  return inOrg(context, async (tx) => {
    const done = await act(await workOf(context, tx));
    return done.ok ? show(context, tx, { name, at: undefined }) : done;
  });
}

async function workOf(context: Scoped, tx: Tx): Promise<Work> {
  const { scope, now, deps } = context;
  const model = await outline(tx, scope, now);
  return {
    tx,
    scope,
    now,
    knownControls: new Set(model.controls.map((control) => control.code)),
    mayRead: deps.mayCollectFrom,
  };
}

async function show(
  context: Scoped,
  tx: Tx,
  of: { readonly name: string; readonly at: Instant | undefined },
) {
  const view = await find(context, tx, of);
  return view
    ? ok({ data: presentCollector(view), etag: `"${view.collector.revision}"` })
    : err(noCollector(of.name));
}

async function find(
  context: Scoped,
  tx: Tx,
  of: { readonly name: string; readonly at: Instant | undefined },
): Promise<CollectorView | undefined> {
  return (await viewCollectors(tx, context.scope, { ...asked(context, of.at), name: of.name }))[0];
}

function asked({ deps, now }: Scoped, at: Instant | undefined) {
  return { catalogue: deps.catalogue, now, at };
}

/** Leaves out what was not said, because absent and undefined are different things to a change. */
function given<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> };
function given(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
}
