// HTTP of samples.
import { samplesRoutes, type Routes } from '@assay/contract';
import { err, ok, type Result } from '@assay/core';
import { attachment } from '../../../app/attachment.ts';
import { numberFrom, pageOf, textFrom } from '../../../app/cursor.ts';
import { bindAll, type ContextOf } from '../../../app/handler.ts';
import type { Refusal } from '../../../app/refusal.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import { controlCodes } from '../../controls/controls.module.ts';
import { refusePeriod } from '../windows/windows.usecases.ts';
import { frozenPopulation } from './frozen.ts';
import { scheduledClass } from './scheduled.ts';
import { documentOf } from './samples.document.ts';
import { itemsByDay, placeFrom, placeOf } from './sampledDays.repository.ts';
import { presentDay, presentDetail, presentSample, type SampleView } from './samples.presenter.ts';
import { countDraws, findSample, itemsOf, listSamples } from './samples.repository.ts';
import type { Work } from './order.ts';
import { drawFor, extendSample, noSample, voidSample } from './samples.usecases.ts';
import type { StoredSample } from './stored.ts';
import { recordTests } from './test.usecases.ts';

type Scoped = ContextOf<Routes['samples.read']>;

export const samplesHandlers = bindAll(samplesRoutes, {
  'samples.list': (context, { query }) =>
    inOrg(context, async (tx) => {
      const rows = await listSamples(tx, context.scope, {
        population: query.population,
        control: query.control,
        before: numberFrom(query.cursor),
        limit: query.limit + 1,
      });
      const views = await viewsOf(context, tx, rows);
      return ok({
        data: pageOf(views, query.limit, { show: presentSample, place: ({ sample }) => sample.seq }),
      });
    }),
  'samples.draw': (context, { body }) =>
    inOrg(context, async (tx) => {
      const population = await frozenPopulation(tx, context.scope, body.population);
      if (!population.ok) return population;
      if (!(await controlCodes(tx, context.scope)).has(body.control))
        return err({ code: 'control.not_found', detail: `There is no control ${body.control} in the set.` });
      const { control, size, strata, seed, confidence, attributes } = body;
      const scheduled = () => scheduledClass(context, tx, { control, population: population.value });
      const order = { control, size, scheduled, strata, seed, confidence, attributes };
      const drawn = await drawFor(workOf(context, tx), population.value, order);
      return drawn.ok ? show(context, tx, drawn.value.id) : drawn;
    }),
  'samples.days': (context, { query: { from, until, control, at, limit, cursor } }) =>
    inOrg(context, async (tx) => {
      const period = { from, until };
      const refusal = refusePeriod(period);
      if (refusal) return err(refusal);
      const after = placeFrom(textFrom(cursor));
      const items = await itemsByDay(tx, context.scope, { period, control, at, after, limit: limit + 1 });
      return ok({ data: pageOf(items, limit, { show: presentDay, place: placeOf }) });
    }),
  'samples.read': (context, { params }) => inOrg(context, (tx) => show(context, tx, params.sample)),
  'samples.test': (context, { params, body }) =>
    writing(context, params.sample, (work) => {
      const tested = body.items.map(({ tested_on: testedOn, ...item }) => ({ ...item, testedOn }));
      return recordTests(work, params.sample, tested);
    }),
  'samples.extend': (context, { params, body }) =>
    writing(context, params.sample, (work) => {
      const { to, because } = body;
      return extendSample(work, { name: params.sample, to, because }, (id) =>
        frozenPopulation(work.tx, work.scope, id),
      );
    }),
  'samples.void': (context, { params, body }) =>
    writing(context, params.sample, (work) => voidSample(work, params.sample, body.because)),
  'samples.export': (context, { params, query }) =>
    inOrg(context, async (tx) => {
      const view = await find(context, tx, params.sample);
      if (!view) return err(noSample(params.sample));
      const population = await frozenPopulation(tx, context.scope, view.sample.population.id);
      if (!population.ok) return population;
      const made = await documentOf(view, population.value.rows, query.as);
      return made.ok ? ok({ data: attachment(made.value.bytes, made.value.file) }) : made;
    }),
});

function inOrg<T>(context: Scoped, act: (tx: Tx) => Promise<T>): Promise<T> {
  return context.deps.db.inOrganisation(context.scope.org, act);
}

function workOf({ scope, now }: Scoped, tx: Tx): Work {
  return { tx, scope, now };
}

/** Acts on a sample and shows it as it stands then. */
function writing(context: Scoped, name: string, act: (work: Work) => Promise<Result<true, Refusal>>) {
  return inOrg(context, async (tx) => {
    const done = await act(workOf(context, tx));
    return done.ok ? show(context, tx, name) : done;
  });
}

async function show(context: Scoped, tx: Tx, name: string) {
  const view = await find(context, tx, name);
  return view ? ok({ data: presentDetail(view) }) : err(noSample(name));
}

async function find(context: Scoped, tx: Tx, name: string): Promise<SampleView | undefined> {
  const sample = await findSample(tx, context.scope, name);
  return sample && (await viewsOf(context, tx, [sample]))[0];
}

async function viewsOf(
  { scope }: Scoped,
  tx: Tx,
  samples: readonly StoredSample[],
): Promise<readonly SampleView[]> {
  const items = await itemsOf(tx, scope, samples);
  const draws = await countDraws(tx, scope, samples);
  return samples.map((sample) => ({ sample, items: items(sample), draws: draws(sample) }));
}
