// The window as the server tells it, and as the strip takes it.
import {
  dayOfDate,
  parsePlainDate,
  stretchesIn,
  stripColumns,
  type PlainDate,
  type StripColumns,
  type StripPin,
  type StripRow,
} from '@assay/core';
import { api, useOrgOnDay } from '../../../data/api.ts';
import { useAsOf } from '../../../data/asof.ts';
import type { StripMarks } from './strip/StripRows.tsx';

type Answer<K extends keyof typeof api> = Extract<
  Awaited<ReturnType<(typeof api)[K]>>,
  { ok: true }
>['value']['data'];

export type WindowAnswer = Answer<'windows.read'>;
export type WindowControl = WindowAnswer['controls'][number];
export type WindowDetail = Answer<'windows.control'>;
export type WindowDay = Answer<'windows.day'>;
export type WindowStart = Answer<'windows.suppose'>;
export type SavedWindow = Answer<'windows.list'>['data'][number];
export type Occurrence = WindowDetail['occurrences'][number];
export type Outage = WindowAnswer['outages'][number];

/** The examination of the settings, where no saved window is named. */
export const CURRENT = 'current';

export function useWindow(org: string, window: string) {
  const { day, query } = useAsOf();
  return useOrgOnDay(org, { key: ['window', window], day }, () =>
    api['windows.read']({ params: { org, window }, query }),
  );
}

/** A day that the contract has promised to be one. */
export function plain(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new Error(`Not a day: ${text}`);
  return date;
}

export function columnsOf(answer: {
  readonly window: { readonly from: string; readonly until: string };
  readonly today: string;
}): StripColumns {
  const { from, until } = answer.window;
  return stripColumns({ from: plain(from), until: plain(until) }, plain(answer.today));
}

export function rowsOf(
  controls: readonly WindowControl[],
  columns: StripColumns,
  pins: ReadonlyMap<string, readonly StripPin[]>,
): readonly StripRow[] {
  return controls.map((control) => ({
    control: control.code,
    name: control.name,
    owner: control.owner ?? undefined,
    standing: control.standing,
    coverage: { filled: control.coverage.numerator, of: control.coverage.denominator },
    longestGapDays: control.longest_gap_days,
    deviations: control.deviations,
    stretches: stretchesIn(columns, control.days),
    pins: pins.get(control.code) ?? [],
    answers: control.requirements,
  }));
}

/** Outages of a control in columns, by the days of the organisation's time zone. */
export function outagesOf(
  control: string,
  { outages, zone }: { readonly outages: readonly Outage[]; readonly zone: string },
  columns: StripColumns,
): StripMarks['outages'] {
  return outages
    .filter(({ controls }) => controls === null || controls.includes(control))
    .flatMap(({ from, until }) => {
      const start = Math.max(0, dayOfDate(dayIn(zone, from)) - columns.first);
      const end = Math.min(columns.count, dayOfDate(dayIn(zone, until)) - columns.first + 1);
      return end > start ? [{ column: start, days: end - start }] : [];
    });
}

function dayIn(zone: string, instant: string): PlainDate {
  // The Canadian way to write a day is ISO 8601.
  return plain(new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instant)));
}

/** A sentence about a control whose id stands before it already. */
export function saidOf(control: string, sentence: string): string {
  return sentence.startsWith(`${control} `) ? sentence.slice(control.length + 1) : sentence;
}
