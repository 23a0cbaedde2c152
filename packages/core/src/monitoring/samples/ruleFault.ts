// What keeps a rule of sizes from being one: the first place that is wrong, and what belongs there.
import { assertNever } from '../../kernel/index.ts';
import { FREQUENCY_CLASSES } from './frequency.ts';
import type { SizeBand, SizeRule } from './profiles.ts';

export interface RuleFault {
  /** JSON Pointer within the rule, such as `/sizes/daily`. */
  readonly at: string;
  /** What belongs there, to go on a sentence: "a whole number from 0". */
  readonly wants: string;
}

const COUNT = 'a whole number from 0';
const PERCENT = 'a percentage above 0 and below 100, with two decimals at most';

/** The first fault of a rule; undefined where it gives a size for every population. */
export function ruleFault(rule: SizeRule): RuleFault | undefined {
  switch (rule.kind) {
    case 'table': {
      const wrong = FREQUENCY_CLASSES.find((each) => !isCount(rule.sizes[each]));
      return wrong && { at: `/sizes/${wrong}`, wants: COUNT };
    }
    case 'bands':
      return bandsFault(rule.bands);
    case 'percent':
      if (!isPercent(rule.percent)) return { at: '/percent', wants: PERCENT };
      if (!isCount(rule.least)) return { at: '/least', wants: COUNT };
      return isCount(rule.most) && rule.most >= rule.least
        ? undefined
        : { at: '/most', wants: 'a whole number that is not below the least' };
    case 'attribute':
      if (!isPercent(rule.confidence)) return { at: '/confidence', wants: PERCENT };
      if (!isPercent(rule.tolerableRate)) return { at: '/tolerableRate', wants: PERCENT };
      // Expected deviations are a handful; more would ask for a sample that nobody draws.
      return isCount(rule.expectedDeviations) && rule.expectedDeviations <= 100
        ? undefined
        : { at: '/expectedDeviations', wants: 'a whole number from 0 to 100' };
    default:
      return assertNever(rule);
  }
}

function bandsFault(bands: readonly SizeBand[]): RuleFault | undefined {
  for (const [i, { upTo, size }] of bands.entries()) {
    const before = bands[i - 1]?.upTo ?? 0;
    const isLast = i === bands.length - 1;
    if (upTo === null ? !isLast : !isCount(upTo) || (i > 0 && upTo <= before))
      return { at: `/bands/${i}/upTo`, wants: 'a whole number above that of the band before' };
    if (isLast && upTo !== null)
      return { at: `/bands/${i}/upTo`, wants: 'no end, so that every population has a size' };
    if (size !== null && !isCount(size)) return { at: `/bands/${i}/size`, wants: `${COUNT}, or all` };
  }
  return bands.length === 0 ? { at: '/bands', wants: 'at least one band' } : undefined;
}

function isCount(value: number | undefined): boolean {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0;
}

function isPercent(value: number): boolean {
  return value > 0 && value < 100 && Math.abs(Math.round(value * 100) - value * 100) < 1e-6;
}
