// HTTP of imports.
import { importsRoutes, type columnsIn, type Routes } from '@assay/contract';
import { err, ok } from '@assay/core';
import type { z } from 'zod';
import { numberFrom, pageOf, textFrom } from '../../app/cursor.ts';
import { bindAll, type ContextOf } from '../../app/handler.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { Outline } from '../controls/controls.module.ts';
import { effectOf } from './effect.usecases.ts';
import { inside, workOf } from './evidence.routes.ts';
import { presentImport, presentProblem } from './imports.presenter.ts';
import { findImport, listImports, problemsOf, type ImportRecord } from './imports.repository.ts';
import { commitImport, undoImport } from './imports.usecases.ts';
import { viewsOf } from './imports.views.ts';
import {
  discardImport,
  openReading,
  readLater,
  rereadImport,
  type Opened,
} from './reading/reading.usecases.ts';
import { untilRead } from './reading/wait.ts';

type Scoped = ContextOf<Routes['imports.read']>;

export const importsHandlers = bindAll(importsRoutes, {
  'imports.start': (context, { body }) =>
    inside(context, async (tx, model) => {
      const opened = await openReading(
        { tx, scope: context.scope, now: context.now },
        {
          artefact: body.artefact,
          filename: body.filename,
          options: {
            method: body.method,
            controls: body.controls,
            performedAt: body.performed_at ?? null,
            covers: body.covers ?? null,
            partial: body.partial,
            freshnessDays: body.freshness_days,
            title: body.title,
            kind: body.kind,
            columns: columnsOf(body.columns),
          },
        },
        new Set(model.controls.map((control) => control.code)),
      );
      return opened.ok ? ok({ data: await begin(context, tx, { model, opened: opened.value }) }) : opened;
    }),
  'imports.again': (context, { params }) =>
    inside(context, async (tx, model) => {
      const opened = await rereadImport({ tx, scope: context.scope, now: context.now }, params.import);
      return opened.ok ? ok({ data: await begin(context, tx, { model, opened: opened.value }) }) : opened;
    }),
  'imports.discard': ({ deps, scope, now }, { params }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const gone = await discardImport({ tx, scope, now, deps }, params.import);
      return gone.ok ? ok({ data: undefined }) : gone;
    }),
  'imports.list': (context, { query }) =>
    inside(context, async (tx, model) => {
      const before = textFrom(query.cursor);
      const rows = await listImports(tx, context.scope, {
        before: before === undefined ? undefined : { at: '', id: before },
        limit: query.limit + 1,
      });
      const views = await viewsOf(context, tx, { model, held: rows.slice(0, query.limit) });
      return ok({
        data: pageOf(rows, query.limit, {
          show: (row) => presentImport(row, views(row)),
          place: (row) => row.id,
        }),
      });
    }),
  'imports.read': async (context, { params, query }) => {
    if (query.wait > 0) await untilRead(context, params.import, query.wait);
    return inside(context, async (tx, model) => {
      const held = await findImport(tx, context.scope, params.import);
      return held
        ? ok({ data: await show(context, tx, { model, held }) })
        : err({ code: 'import.not_found', detail: `There is no import ${params.import}.` });
    });
  },
  'imports.problems': ({ deps, scope }, { params, query }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const held = await findImport(tx, scope, params.import);
      if (!held) return err({ code: 'import.not_found', detail: `There is no import ${params.import}.` });
      const rows = await problemsOf(tx, scope, held.id, {
        after: numberFrom(query.cursor) ?? -1,
        limit: query.limit + 1,
      });
      return ok({ data: pageOf(rows, query.limit, { show: presentProblem, place: (row) => row.seq }) });
    }),
  'imports.effect': (context, { params }) =>
    inside(context, async (tx, model) => {
      const effect = await effectOf({ ...workOf(context, tx, model), deps: context.deps }, params.import);
      return effect.ok ? ok({ data: effect.value }) : effect;
    }),
  'imports.commit': (context, { params }) =>
    inside(context, async (tx, model) => {
      const done = await commitImport({ ...workOf(context, tx, model), deps: context.deps }, params.import);
      return done.ok ? ok({ data: await show(context, tx, { model, held: done.value }) }) : done;
    }),
  'imports.undo': (context, { params }) =>
    inside(context, async (tx, model) => {
      const done = await undoImport(workOf(context, tx, model), params.import);
      return done.ok ? ok({ data: await show(context, tx, { model, held: done.value }) }) : done;
    }),
});

/** Has the file read once the import is there for everybody to see. */
async function begin(context: Scoped, tx: Tx, of: { readonly model: Outline; readonly opened: Opened }) {
  const { held, toRead } = of.opened;
  if (toRead) await readLater(context.deps, context.scope, held);
  return show(context, tx, { model: of.model, held });
}

async function show(context: Scoped, tx: Tx, of: { readonly model: Outline; readonly held: ImportRecord }) {
  const views = await viewsOf(context, tx, { model: of.model, held: [of.held] });
  return presentImport(of.held, views(of.held));
}

/** The columns of a CSV file as its reader names them. */
function columnsOf(named: z.output<typeof columnsIn> | undefined) {
  if (!named) return undefined;
  const { observed_at: observedAt, ...others } = named;
  return withoutGaps({ ...others, observedAt });
}

/** Leaves out what was not said, because absent and undefined are different things to a reader. */
function withoutGaps<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> };
function withoutGaps(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
}
