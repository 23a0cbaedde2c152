// How many items to draw, and the reason as a sentence.
import { assertNever, err, ok, type Result } from '../../kernel/index.ts';
import { binomialCdf, exceeds, hypergeometricCdf } from './distributions.ts';
import type { FrequencyClass } from './frequency.ts';
import type { SizeBand, SizeProfile, SizeRule } from './profiles.ts';
import { ruleFault } from './ruleFault.ts';

/** What a size depends on. */
export interface SizeQuestion {
  /** Rows of the population: what there is to draw from in this window, however short. */
  readonly population: number;
  /** Class of the control's performance; a table needs it. */
  readonly frequency: FrequencyClass | undefined;
  /** Different configurations in the window, for automated controls: each change starts a new item to test. */
  readonly configurations?: number;
}

export interface SizeAnswer {
  readonly size: number;
  /** Why, in one sentence with the profile's name and source. */
  readonly reason: string;
}

export type SizeError = { readonly code: 'frequency.missing' } | { readonly code: 'profile.malformed' };

/** Size of a sample by a profile; never more than the population. */
export function sampleSize(profile: SizeProfile, question: SizeQuestion): Result<SizeAnswer, SizeError> {
  if (ruleFault(profile.rule)) return err({ code: 'profile.malformed' });
  const wanted = wantedBy(profile.rule, question);
  if (!wanted) return err({ code: 'frequency.missing' });
  const { population } = question;
  const size = Math.min(wanted.size, population);
  const cut = wanted.size > population ? ` The population has only ${population}, so all are taken.` : '';
  return ok({ size, reason: `${profile.title}: ${wanted.why} (${profile.source}).${cut}` });
}

interface Wanted {
  readonly size: number;
  readonly why: string;
}

function wantedBy(rule: SizeRule, question: SizeQuestion): Wanted | undefined {
  const { population, frequency, configurations = 1 } = question;
  switch (rule.kind) {
    case 'table': {
      if (!frequency) return undefined;
      const size = rule.sizes[frequency] * (frequency === 'automated' ? configurations : 1);
      return { size, why: `${size} ${FOR[frequency]}` };
    }
    case 'bands':
      return banded(rule.bands, population);
    case 'percent': {
      // In hundredths of a percent, so that 10 % of 30 is 3 and not a little more.
      const part = Math.ceil((Math.round(rule.percent * 100) * population) / 10_000);
      const size = Math.min(rule.most, Math.max(rule.least, part));
      return {
        size,
        why: `${rule.percent} % of ${population}, at least ${rule.least}, at most ${rule.most}, is ${size}`,
      };
    }
    case 'attribute':
      return {
        size: attributeSize(rule, population),
        why: `${rule.confidence} % confidence that a rate of ${rule.tolerableRate} % would show more than ${counted(rule.expectedDeviations)}${rule.finite ? ` in ${population} rows` : ''}`,
      };
    default:
      return assertNever(rule);
  }
}

const FOR: Readonly<Record<FrequencyClass, string>> = {
  annual: 'for a control that runs once a year',
  semi_annual: 'for a control that runs twice a year',
  quarterly: 'for a quarterly control',
  monthly: 'for a monthly control',
  weekly: 'for a weekly control',
  daily: 'for a daily control',
  many_a_day: 'for a control that runs many times a day',
  automated: 'for an automated control, one for each configuration',
};

function banded(bands: readonly SizeBand[], population: number): Wanted {
  const at = bands.findIndex(({ upTo }) => upTo === null || population <= upTo);
  const size = bands[at]?.size ?? population;
  const from = (bands[at - 1]?.upTo ?? 0) + 1;
  const upTo = bands[at]?.upTo ?? null;
  const span = upTo === null ? `${from} rows or more` : `${from} to ${upTo} rows`;
  return { size, why: `${bands[at]?.size === null ? 'all' : size} of a population of ${span}` };
}

/**
 * Smallest n for which no more than the expected deviations would be seen with a probability of at most 1 - confidence
 * if the rate were as high as tolerable. Without expected deviations that is ceil(ln(1-CL) / ln(1-TDR)).
 */
function attributeSize(rule: Extract<SizeRule, { kind: 'attribute' }>, population: number): number {
  const risk = 1 - rule.confidence / 100;
  const marked = Math.ceil((Math.round(rule.tolerableRate * 100) * population) / 10_000);
  const k = rule.expectedDeviations;
  const seen = (n: number): number =>
    rule.finite
      ? hypergeometricCdf(k, n, { size: population, marked })
      : binomialCdf(k, n, rule.tolerableRate / 100);
  let [low, high] = [0, k + 1];
  while (exceeds(seen(high), risk)) {
    // Without replacement all rows say all there is to say.
    if (rule.finite && high >= population) return population;
    [low, high] = [high, rule.finite ? Math.min(population, high * 2) : high * 2];
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (exceeds(seen(middle), risk)) low = middle;
    else high = middle;
  }
  return high;
}

function counted(deviations: number): string {
  return deviations === 0 ? 'none' : deviations === 1 ? 'one deviation' : `${deviations} deviations`;
}
