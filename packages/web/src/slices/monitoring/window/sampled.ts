// Items of samples on the days of a window: what pins are drawn from, and what a day tells of its own.
import { stripPins, type PlainDate, type StripColumns, type StripPin } from '@assay/core';
import { allPages, type Output, type Routes } from '@assay/contract';
import { api, useOrgOnDay } from '../../../data/api.ts';
import { useAsOf } from '../../../data/asof.ts';
import { plain } from './window.ts';

export type SampledItem = Output<Routes['samples.days']>['data'][number];

/** All items in a window, in one answer for every row. */
export function useSampled(
  org: string,
  { from, until }: { readonly from: PlainDate | string; readonly until: PlainDate | string },
) {
  const { day, query } = useAsOf();
  return useOrgOnDay(org, { key: ['samples', 'days', from, until], day }, async () =>
    allPages((page) =>
      api['samples.days']({
        params: { org },
        query: { ...page, from: plain(from), until: plain(until), ...query },
      }),
    ),
  );
}

/** Pins of each control that has any. */
export function pinsByControl(
  items: readonly SampledItem[],
  columns: StripColumns,
): ReadonlyMap<string, readonly StripPin[]> {
  const days = Map.groupBy(items, ({ control }) => control);
  return new Map(
    [...days].map(([control, own]) => [
      control,
      stripPins(
        columns,
        own.map(({ day, result }) => ({ day: plain(day), result })),
      ),
    ]),
  );
}
