// HTTP of populations.
import { populationsRoutes, type HandlerInput, type Routes } from '@assay/contract';
import { err, ok, type Result } from '@assay/core';
import { attachmentOf } from '../../../app/attachment.ts';
import { numberFrom, pageOf } from '../../../app/cursor.ts';
import { bindAll, type ContextOf } from '../../../app/handler.ts';
import type { Refusal } from '../../../app/refusal.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import { changeDraft, discardDraft, noPopulation, startDraft } from './draft.usecases.ts';
import { freezePopulation } from './freeze.usecases.ts';
import type { PopulationRecord, SaidOf } from './population.ts';
import { presentPopulations, presentRow, presentTest } from './populations.presenter.ts';
import { findPopulation, listPopulations } from './populations.repository.ts';
import { reconcilePopulation } from './reconcile.usecases.ts';
import { bodiesOf, pageOfRows, populationRows } from './rows.repository.ts';
import { canonicalLines, csvOf } from './rowsText.ts';
import { testsOf } from './tests.readmodel.ts';

type Scoped = ContextOf<Routes['populations.read']>;
type Said = HandlerInput<Routes['populations.start']>['body']['provenance'];

export const populationsHandlers = bindAll(populationsRoutes, {
  'populations.list': (context, { query }) =>
    context.deps.db.inOrganisation(context.scope.org, async (tx) => {
      const { cursor, limit, ...filter } = query;
      const rows = await listPopulations(tx, context.scope, {
        ...filter,
        before: numberFrom(cursor),
        limit: limit + 1,
      });
      const shown = await presentPopulations(tx, context.scope, rows.slice(0, limit));
      const page = pageOf(rows, limit, { show: (row) => row.code, place: (row) => row.seq });
      return ok({ data: { ...page, data: shown } });
    }),
  'populations.start': (context, { body }) =>
    shown(context, startDraft(context, { ...body, provenance: saidIn(body.provenance) })),
  'populations.read': (context, { params }) => shown(context, Promise.resolve(ok(params.population))),
  'populations.change': (context, { params, body }) =>
    shown(
      context,
      changeDraft(context, params.population, {
        ifMatch: context.ifMatch,
        change: { ...body, provenance: body.provenance && saidIn(body.provenance) },
      }),
    ),
  'populations.discard': async (context, { params }) => {
    const gone = await discardDraft(context, params.population);
    return gone.ok ? ok({ data: undefined }) : gone;
  },
  'populations.freeze': (context, { params, body }) =>
    shown(context, freezePopulation(context, params.population, body.supersedes)),
  'populations.reconcile': (context, { params, body }) =>
    shown(context, reconcilePopulation(context, params.population, body)),
  'populations.rows': (context, { params, query }) =>
    found(context, params.population, async (tx, held) => {
      const rows = await pageOfRows(tx, context.scope, {
        seq: held.seq,
        after: numberFrom(query.cursor) ?? -1,
        limit: query.limit + 1,
        q: query.q,
        from: query.from,
        until: query.until,
      });
      return {
        ...pageOf(rows, query.limit, { show: ({ row }) => presentRow(row), place: ({ place }) => place }),
        ...(query.q === undefined && query.from === undefined && query.until === undefined
          ? { total: held.rows }
          : {}),
      };
    }),
  'populations.export': (context, { params }) =>
    found(context, params.population, async (tx, held) =>
      canonicalLines(await bodiesOf(tx, context.scope, held.seq)),
    ),
  'populations.csv': (context, { params }) =>
    found(context, params.population, async (tx, held) => {
      const text = csvOf(await populationRows(tx, context.scope, held.seq), held.mapping);
      return attachmentOf(text, {
        filename: `${held.code}.csv`,
        mediaType: 'text/csv; charset=utf-8',
      });
    }),
  'populations.test': (context, { params, query }) =>
    found(context, params.population, async (tx, held) => ({
      data: (await testsOf(tx, context.scope, { held, withinDays: query.within_days })).map(presentTest),
    })),
});

/** The population that a use case has answered by its code, as it stands then. */
async function shown(context: Scoped, done: Promise<Result<string, Refusal>>) {
  const code = await done;
  if (!code.ok) return code;
  return context.deps.db.inOrganisation(context.scope.org, async (tx) => {
    const held = await findPopulation(tx, context.scope, code.value);
    const [view] = held ? await presentPopulations(tx, context.scope, [held]) : [];
    return view ? ok({ data: view, etag: view.tag }) : err(noPopulation(code.value));
  });
}

function found<T>(
  context: Scoped,
  code: string,
  read: (tx: Tx, held: PopulationRecord) => Promise<T>,
): Promise<Result<{ readonly data: T }, Refusal>> {
  return context.deps.db.inOrganisation(context.scope.org, async (tx) => {
    const held = await findPopulation(tx, context.scope, code);
    return held ? ok({ data: await read(tx, held) }) : err(noPopulation(code));
  });
}

/** What the body names, in our words; what it leaves out stays as it was. */
function saidIn(body: Said): Partial<SaidOf> {
  return {
    ...(body.source === undefined ? {} : { source: body.source }),
    ...(body.environment === undefined ? {} : { environment: body.environment }),
    ...(body.query === undefined ? {} : { query: body.query }),
    ...(body.filters === undefined ? {} : { filters: body.filters }),
    ...(body.range === undefined ? {} : { range: body.range }),
    ...(body.generator === undefined ? {} : { generator: body.generator }),
    ...(body.generated_at === undefined ? {} : { generatedAt: body.generated_at }),
    ...(body.every_page === undefined ? {} : { everyPage: body.every_page }),
    ...(body.days_written_by === undefined ? {} : { daysWrittenBy: body.days_written_by }),
  };
}
