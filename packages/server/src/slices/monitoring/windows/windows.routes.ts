// HTTP of windows: what was expected, what came, and what would have to be true for another start.
import { windowsRoutes, type Routes } from '@assay/contract';
import { err, evaluateWindow, ok, startConditions, type Instant, type Result } from '@assay/core';
import { attachmentOf } from '../../../app/attachment.ts';
import { numberOfId, pageByNumber } from '../../../app/cursor.ts';
import { bindAll, type ContextOf } from '../../../app/handler.ts';
import type { Refusal } from '../../../app/refusal.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import { NothingKnown } from '../../controls/controls.module.ts';
import { answered, CURRENT, findNamed, previousOf, windowsOf, type Answered } from './answers.readmodel.ts';
import { controlDetail, dayDetail, findInWindow } from './detail.readmodel.ts';
import { material, type Material } from './material.readmodel.ts';
import { questionOf } from './question.ts';
import { sampledIn } from '../samples/sampledIn.readmodel.ts';
import { stripCsv } from './strip.ts';
import { tasksOf } from './tasks.readmodel.ts';
import { presentAnswer, presentStart, presentWindow } from './windows.presenter.ts';
import type { WindowRecord } from './windows.repository.ts';
import { changeWindow, createWindow, deleteWindow, refusePeriod, type Work } from './windows.usecases.ts';

type Scoped = ContextOf<Routes['windows.list']>;

export const windowsHandlers = bindAll(windowsRoutes, {
  'windows.list': (context, { query }) =>
    known(context, undefined, async (model) =>
      ok({
        data: pageByNumber(windowsOf(model), query, {
          show: (each) => presentWindow(each, model.today),
          place: ({ id }) => (id === CURRENT ? 0 : numberOfId(id)),
        }),
      }),
    ),
  'windows.create': (context, { body }) =>
    write(context, (work) =>
      createWindow(work, {
        name: body.name,
        kind: body.kind,
        period: { from: body.from, until: body.until },
      }),
    ),
  'windows.read': (context, { params, query }) =>
    inWindow(context, { id: params.window, at: query.at }, async (asked, model) =>
      ok({ data: presentAnswer(model, asked), etag: `"${asked.window.revision}"` }),
    ),
  'windows.change': (context, { params, body }) =>
    write(context, (work) => changeWindow(work, params.window, { ifMatch: context.ifMatch, to: body })),
  'windows.delete': ({ deps, scope, now }, { params }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const done = await deleteWindow({ tx, scope, now }, params.window);
      return done.ok ? ok({ data: undefined }) : done;
    }),
  'windows.control': (context, { params, query }) =>
    inWindow(context, { id: params.window, at: query.at }, async (asked, model, tx) => {
      const found = findInWindow(asked, params.control);
      if (!found.ok) return found;
      return ok({ data: await controlDetail(reading(context, { tx, model, at: query.at }), found.value) });
    }),
  'windows.day': (context, { params, query }) =>
    inWindow(context, { id: params.window, at: query.at }, async (asked, model, tx) => {
      const found = findInWindow(asked, params.control);
      if (!found.ok) return found;
      const day = await dayDetail(reading(context, { tx, model, at: query.at }), found.value, params.day);
      return day.ok ? ok({ data: day.value }) : day;
    }),
  'windows.tasks': (context, { params, query }) =>
    inWindow(context, { id: params.window, at: undefined }, async (asked, model) => {
      const tasks = tasksOf(model, asked).filter(
        ({ task }) => query.task === undefined || task === query.task,
      );
      return ok({ data: { data: tasks } });
    }),
  'windows.strip': (context, { params, query }) =>
    inWindow(context, { id: params.window, at: query.at }, async (asked, model, tx) => {
      const { period } = asked.window;
      const sampled = await sampledIn(tx, context.scope, { period, at: query.at });
      return ok({
        data: attachmentOf(stripCsv(model, asked, sampled), {
          filename: `${context.scope.slug}-window-${asked.window.id}.csv`,
          mediaType: 'text/csv; charset=utf-8',
        }),
      });
    }),
  'windows.suppose': (context, { query }) =>
    known(context, undefined, async (model) => {
      const period = { from: query.from, until: query.until };
      const refusal = refusePeriod(period);
      if (refusal) return err(refusal);
      const question = questionOf(model, period, previousOf(model, period));
      const conditions = startConditions(question.timelines, question.frame, question.context);
      const answer = evaluateWindow(question);
      return ok({ data: presentStart(model, conditions, { question, answer }) });
    }),
});

function reading(
  { deps, scope }: Scoped,
  { tx, model, at }: { readonly tx: Tx; readonly model: Material; readonly at: Instant | undefined },
) {
  return { tx, scope, known: model, catalogue: deps.catalogue, at };
}

/** Answers from one window as it is known, or was. */
function inWindow<T>(
  context: Scoped,
  { id, at }: { readonly id: string; readonly at: Instant | undefined },
  answer: (asked: Answered, model: Material, tx: Tx) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return known(context, at, async (model, tx) => {
    const window = findNamed(model, id);
    return window.ok ? answer(answered(model, window.value), model, tx) : window;
  });
}

function known<T>(
  { deps, scope, now }: Scoped,
  at: Instant | undefined,
  answer: (model: Material, tx: Tx) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return deps.db.inOrganisation(scope.org, async (tx) => {
    try {
      return await answer(await material(tx, scope, { catalogue: deps.catalogue, now, at }), tx);
    } catch (cause) {
      if (cause instanceof NothingKnown)
        return err({
          code: 'organisation.not_found',
          detail: 'Nothing was known of this organisation at that time.',
        });
      throw cause;
    }
  });
}

/** A write that answers with the window as it stands afterwards. */
function write(context: Scoped, act: (work: Work) => Promise<Result<WindowRecord, Refusal>>) {
  const { deps, scope, now } = context;
  return deps.db.inOrganisation(scope.org, async (tx) => {
    const done = await act({ tx, scope, now });
    if (!done.ok) return done;
    const model = await material(tx, scope, { catalogue: deps.catalogue, now });
    const window = findNamed(model, done.value.id);
    return window.ok
      ? ok({ data: presentWindow(window.value, model.today), etag: `"${window.value.revision}"` })
      : window;
  });
}
