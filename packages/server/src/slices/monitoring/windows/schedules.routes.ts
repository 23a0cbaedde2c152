// HTTP of schedules, exclusions, the calendar and bearings.
import { schedulesRoutes, type Output, type Routes } from '@assay/contract';
import { err, ok, type Cadence, type ControlSchedule, type Result } from '@assay/core';
import { numberOfId, pageByNumber } from '../../../app/cursor.ts';
import { bindAll, type ContextOf } from '../../../app/handler.ts';
import type { Refusal } from '../../../app/refusal.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import { material, type Material } from './material.readmodel.ts';
import {
  presentCalendar,
  presentExclusion,
  presentSchedule,
  presentSchedules,
} from './schedules.presenter.ts';
import {
  changeCalendar,
  changeSchedule,
  endExclusion,
  excludeDays,
  noControl,
  setBearing,
} from './schedules.usecases.ts';
import type { Work } from './windows.usecases.ts';

type Scoped = ContextOf<Routes['schedules.list']>;

export const schedulesHandlers = bindAll(schedulesRoutes, {
  'schedules.list': (context, { query }) =>
    reading(context, (model) =>
      ok({
        data: pageByNumber(presentSchedules(model), query, {
          show: (each) => each,
          place: ({ control }) => numberOfId(control),
        }),
      }),
    ),
  'schedules.read': (context, { params }) => reading(context, (model) => oneSchedule(model, params.control)),
  'schedules.change': (context, { params, body }) =>
    writing(context, async (work) => {
      const done = await changeSchedule(work, params.control, { ifMatch: context.ifMatch, to: said(body) });
      if (!done.ok) return done;
      return oneSchedule(await materialOf(context, work.tx), params.control);
    }),
  'exclusions.list': (context, { query }) =>
    reading(context, (model) => {
      const all = model.exclusions
        .map((each) => presentExclusion(each, model.today))
        .filter(
          (each) =>
            (query.control === undefined || each.control === query.control) &&
            (query.state === undefined || each.state === query.state),
        );
      return ok({
        data: pageByNumber(all, query, { show: (each) => each, place: ({ id }) => numberOfId(id) }),
      });
    }),
  'exclusions.add': (context, { body }) =>
    writing(context, async (work) => {
      const { from, until, scope, ...rest } = body;
      const made = await excludeDays(work, { ...rest, scope, period: { from, until } });
      if (!made.ok) return made;
      const { today } = await materialOf(context, work.tx);
      return ok({ data: presentExclusion(made.value, today) });
    }),
  'exclusions.end': (context, { params, body }) =>
    writing(context, async (work) => {
      const { today } = await materialOf(context, work.tx);
      const ended = await endExclusion(work, params.exclusion, { on: body.on ?? today, note: body.note });
      return ended.ok ? ok({ data: presentExclusion(ended.value, today) }) : ended;
    }),
  'calendar.read': (context) => reading(context, oneCalendar),
  'calendar.change': (context, { body }) =>
    writing(context, async (work) => {
      const done = await changeCalendar(work, {
        ifMatch: context.ifMatch,
        to: {
          ...(body.holidays ? { holidays: body.holidays } : {}),
          ...(body.fiscal_year_start ? { fiscalYearStart: body.fiscal_year_start } : {}),
          ...(body.reconstructed_after_days === undefined
            ? {}
            : { reconstructedAfterDays: body.reconstructed_after_days }),
        },
      });
      return done.ok ? oneCalendar(await materialOf(context, work.tx)) : done;
    }),
  'bearings.set': (context, { params, body }) =>
    writing(context, async (work) => {
      const done = await setBearing(work, params, body);
      return done.ok ? ok({ data: { control: params.control, ...done.value } }) : done;
    }),
});

function oneSchedule(model: Material, code: string) {
  const control = model.known.controls.find((each) => each.code === code);
  if (!control) return err(noControl(code));
  const data = presentSchedule(model, control);
  return ok({ data, etag: `"${data.revision}"` });
}

function oneCalendar(model: Material) {
  const data = presentCalendar(model.calendar, model.known.settings.time_zone);
  return ok({ data, etag: `"${data.revision}"` });
}

type CadenceIn = NonNullable<Output<Routes['schedules.read']>['cadence']>;
type DayIn = ControlSchedule['startedOn'] | null;

/** What a body says, in core's words; what it leaves out stays as it was. */
function said(body: {
  readonly versions?:
    | readonly { readonly from: ControlSchedule['versions'][number]['from']; readonly cadence: CadenceIn }[]
    | undefined;
  readonly started_on?: DayIn;
  readonly retired_on?: DayIn;
  readonly replaces?: string | null | undefined;
  readonly scopes?:
    | readonly { readonly name: string; readonly from?: DayIn; readonly until?: DayIn }[]
    | undefined;
}): Partial<ControlSchedule> {
  return {
    ...(body.versions
      ? { versions: body.versions.map(({ from, cadence }) => ({ from, cadence: cadenceOf(cadence) })) }
      : {}),
    ...(body.started_on === undefined ? {} : { startedOn: body.started_on ?? undefined }),
    ...(body.retired_on === undefined ? {} : { retiredOn: body.retired_on ?? undefined }),
    ...(body.replaces === undefined ? {} : { replaces: body.replaces ?? undefined }),
    ...(body.scopes
      ? {
          scopes: body.scopes.map(({ name, from, until }) => ({
            name,
            from: from ?? undefined,
            until: until ?? undefined,
          })),
        }
      : {}),
  };
}

function cadenceOf(given: CadenceIn): Cadence {
  switch (given.kind) {
    case 'periodic':
      return { kind: given.kind, frequency: given.frequency, mode: given.mode, graceDays: given.grace_days };
    case 'event':
      return { kind: given.kind, withinDays: given.within_days, graceDays: given.grace_days };
    case 'continuous':
      return {
        kind: given.kind,
        everyHours: given.every_hours,
        tolerance: given.tolerance,
        slaDays: given.sla_days,
      };
    default:
      return given satisfies never;
  }
}

function materialOf({ deps, scope, now }: Scoped, tx: Tx): Promise<Material> {
  return material(tx, scope, { catalogue: deps.catalogue, now });
}

function reading<T>(
  context: Scoped,
  answer: (model: Material) => Result<T, Refusal>,
): Promise<Result<T, Refusal>> {
  return context.deps.db.inOrganisation(context.scope.org, async (tx) =>
    answer(await materialOf(context, tx)),
  );
}

function writing<T>(
  { deps, scope, now }: Scoped,
  act: (work: Work) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return deps.db.inOrganisation(scope.org, (tx) => act({ tx, scope, now }));
}
