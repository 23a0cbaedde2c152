// Samples as the web reads them, and how their parts are said.
import { allPages, type Output, type Routes } from '@assay/contract';
import { api, useOrg } from '../../../data/api.ts';
import { classBySchedule } from './order.ts';

export type SampleRow = Output<Routes['samples.list']>['data'][number];
export type Sample = Output<Routes['samples.read']>;
export type FrozenPopulation = Output<Routes['populations.list']>['data'][number];
export type SampleItem = Sample['items'][number];

/** Every draw, of one population and control where they are given. */
export function useSamples(
  org: string,
  of: { readonly population?: string; readonly control?: string } = {},
) {
  return useOrg(org, ['samples', of.population ?? '', of.control ?? ''], () =>
    allPages((page) => api['samples.list']({ params: { org }, query: { ...page, ...of } })),
  );
}

export function useSample(org: string, sample: string) {
  return useOrg(org, ['samples', 'one', sample], () => api['samples.read']({ params: { org, sample } }));
}

/** Populations that can be drawn from. */
export function useFrozen(org: string) {
  return useOrg(org, ['populations', 'frozen'], () =>
    allPages((page) => api['populations.list']({ params: { org }, query: { ...page, state: 'frozen' } })),
  );
}

/** How often a control runs by its schedule of today; undefined where nothing says so. */
export function useScheduled(org: string, control: string, population: FrozenPopulation | undefined) {
  const schedules = useOrg(org, ['schedules'], () =>
    allPages((page) => api['schedules.list']({ params: { org }, query: page })),
  );
  const schedule = schedules.data?.data.find((each) => each.control === control);
  const frequency = classBySchedule(schedule?.cadence, population);
  return schedule && frequency ? { frequency, sentence: schedule.sentence } : undefined;
}

/** State of a sample for its mark. */
export function stateOfSample({ voided, sheet }: Pick<SampleRow, 'voided' | 'sheet'>): string {
  if (voided) return 'void';
  return sheet.outcome === 'deviations' ? 'deviations' : sheet.outcome === 'open' ? 'open' : 'no_deviation';
}

/** A rate as a percentage with one decimal. */
export function percent(rate: number): string {
  return `${(rate * 100).toFixed(1)} %`;
}

/** How an item is called: its key, or the row where it has none. */
export function nameOfItem({ row }: Pick<SampleItem, 'row'>): string {
  const key = row['key'];
  return typeof key === 'string' ? key : JSON.stringify(row);
}

/** What else the row says, in one line. */
export function restOfItem({ row }: Pick<SampleItem, 'row'>): string {
  const { day, done, fields } = row;
  const more =
    typeof fields === 'object' && fields !== null
      ? Object.entries(fields).map(([name, value]) => `${name} ${String(value)}`)
      : [];
  const answered = typeof done === 'string' ? `done ${done}` : undefined;
  return [day, answered, ...more].filter((part) => typeof part === 'string').join(', ');
}
