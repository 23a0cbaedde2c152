// What the dialog of a draw has been told so far, and the request that follows from it.
import type { CallInput, Routes } from '@assay/contract';
import {
  classInPopulation,
  daysBetween,
  err,
  ok,
  parsePlainDate,
  sampleSize,
  type CadenceRhythm,
  type FrequencyClass,
  type Result,
  type SizeAnswer,
  type SizeProfile,
} from '@assay/core';

export interface Order {
  readonly population: string;
  readonly control: string;
  /** A profile's name, or `own`. */
  readonly profile: string;
  /** As somebody chose it; undefined: that of the control's schedule. */
  readonly frequency: FrequencyClass | undefined;
  /** Own size, as it is typed. */
  readonly size: string;
  readonly because: string;
  readonly seed: string;
  /** A line each. */
  readonly attributes: string;
}

export const firstOrder: Order = {
  population: '',
  control: '',
  profile: 'common',
  frequency: undefined,
  size: '',
  because: '',
  seed: '',
  attributes: 'The control did what it says',
};

/** The size that would be drawn, with its reason; an error says what is missing. */
export function sizeOf(
  order: Order,
  rows: number,
  profiles: readonly SizeProfile[],
): Result<SizeAnswer, string> {
  if (order.profile === 'own') {
    const size = Number(order.size);
    if (order.size === '' || !Number.isInteger(size) || size < 0) return err('Say how many.');
    if (size > rows) return err(`There are only ${rows} rows.`);
    return order.because.trim().length < 3 ? err('Say why.') : ok({ size, reason: order.because.trim() });
  }
  const profile = profiles.find(({ name }) => name === order.profile);
  const size = profile && sampleSize(profile, { population: rows, frequency: order.frequency });
  return size?.ok ? size : err(profile ? 'Say how often the control runs.' : 'Choose a profile.');
}

/** What of a frozen population says how often its events come. */
interface Seen {
  readonly rows: number;
  readonly provenance: { readonly range: { readonly from: string; readonly until: string } | null };
}

/** Class of frequency by the control's schedule; one that runs at events is classed by the population itself. */
export function classBySchedule(
  cadence: CadenceRhythm | null | undefined,
  seen: Seen | undefined,
): FrequencyClass | undefined {
  if (!seen) return undefined;
  const { range } = seen.provenance;
  const from = parsePlainDate(range?.from ?? '');
  const until = parsePlainDate(range?.until ?? '');
  const days = from && until ? daysBetween(from, until) : undefined;
  return classInPopulation(cadence, { rows: seen.rows, days });
}

const LETTERS = 'ABCDEFGHIJKL';

/** Attributes from lines, with their letters; at most twelve. */
export function attributesIn(text: string) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= 3)
    .slice(0, LETTERS.length)
    .map((line, at) => ({ letter: LETTERS.charAt(at), text: line, method: 'inspection' as const }));
}

export function isReady(order: Order, rows: number, profiles: readonly SizeProfile[]): boolean {
  const named = order.population !== '' && order.control !== '';
  return named && sizeOf(order, rows, profiles).ok && attributesIn(order.attributes).length > 0;
}

/** The request of a draw. */
export function orderOf(order: Order): CallInput<Routes['samples.draw']>['body'] {
  const { population, control, seed } = order;
  return {
    population,
    control,
    size:
      order.profile === 'own'
        ? { by: 'own', size: Number(order.size), because: order.because.trim() }
        : { by: 'profile', profile: order.profile, frequency: order.frequency },
    ...(seed === '' ? {} : { seed }),
    attributes: attributesIn(order.attributes),
  };
}
