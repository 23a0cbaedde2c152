// What every cost is computed on: the figures in force and their draws, made once for all options and situations.
// The same unknown has the same value in a run wherever it is used: a day rate is one rate, and options are compared
// in the same courses of the world.
import { err, ok, type Result } from '../../kernel/index.ts';
import type { ThreePoint } from '../../plan/index.ts';
import { lossDraw, streamOf } from '../../risks/index.ts';
import {
  FIGURE_UNITS,
  isByPeople,
  type CostFault,
  type FigureOverride,
  type FigureOverrides,
  type FigureUnit,
  type FigureValue,
} from './figure.ts';
import { DERIVED_FIGURES, FIGURES, isDerivedKey, isFigureKey, type FigureKey } from './figures/index.ts';
import { numberText } from './words.ts';

export interface CostGround {
  readonly seed: string;
  readonly runs: number;
  readonly overrides: FigureOverrides;
  /** What an uncertain figure is in each run, in the money that it is given in. */
  readonly drawn: (key: FigureKey, value: ThreePoint) => Float64Array;
}

/** The seed of answers for which nobody asked for another one. */
const COST_SEED = 'cost';
const COST_RUNS = 2000;

export function costGround(
  overrides: FigureOverrides,
  run: { readonly seed?: string | undefined; readonly runs?: number | undefined } = {},
): Result<CostGround, CostFault> {
  for (const key of Object.keys(overrides).toSorted()) {
    const given = overrides[key];
    const fault = given && overrideFault(key, given);
    if (fault) return err(fault);
  }
  const [seed, runs] = [run.seed ?? COST_SEED, run.runs ?? COST_RUNS];
  const made = new Map<string, Float64Array>();
  const drawn = (key: FigureKey, value: ThreePoint): Float64Array => {
    const name = [key, value.min, value.mode, value.max].join(' ');
    const before = made.get(name);
    if (before) return before;
    const draws = drawsOf(value, { seed, name: key, runs });
    made.set(name, draws);
    return draws;
  };
  return ok({ seed, runs, overrides, drawn });
}

/** Ten-thousandths of what the drawer of losses rounds to: a factor of 1.2 has to keep its decimals. */
const FINE = 10_000;

function drawsOf(
  value: ThreePoint,
  of: { readonly seed: string; readonly name: string; readonly runs: number },
): Float64Array {
  const draws = new Float64Array(of.runs);
  if (value.max === value.min) return draws.fill(value.mode);
  const scale = value.max * FINE * 100 < 1e13 ? FINE : 1;
  const pert = {
    kind: 'pert' as const,
    min: value.min * scale,
    mode: value.mode * scale,
    max: value.max * scale,
  };
  const [draw, stream] = [lossDraw(pert), streamOf(of.seed, of.name)];
  for (let run = 0; run < of.runs; run += 1) draws[run] = draw(stream) / (100 * scale);
  return draws;
}

/** What is wrong with an override; undefined where it can be used. */
export function overrideFault(key: string, given: FigureOverride): CostFault | undefined {
  const at = `/figures/${key}`;
  const row = isFigureKey(key) ? FIGURES[key] : isDerivedKey(key) ? DERIVED_FIGURES[key] : undefined;
  if (!row) return { code: 'figure.unknown', pointer: at, detail: `There is no figure ${key}.` };
  if (given.who.trim() === '' || given.why.trim() === '')
    return {
      code: 'figure.reason',
      pointer: at,
      detail: `${row.label}: say who gives another value, and why.`,
    };
  if (given.currency !== undefined && !(FIGURE_UNITS[row.unit].money && /^[A-Z]{3}$/.test(given.currency)))
    return {
      code: 'figure.value',
      pointer: `${at}/currency`,
      detail: `${row.label}: a currency is three capital letters and belongs to money.`,
    };
  const own = 'value' in row ? row.value : 0;
  const wrong = shapeFault(given.value, own, row.unit) ?? boundFault(given.value, row.unit);
  return wrong === undefined
    ? undefined
    : { code: 'figure.value', pointer: `${at}/value`, detail: `${row.label}: ${wrong}` };
}

/** A range may stand where the figure is drawn; ends by people where it grows with them. */
function shapeFault(value: FigureValue, own: FigureValue, unit: FigureUnit): string | undefined {
  if (typeof value === 'number') return undefined;
  if (isByPeople(value)) {
    if (!isByPeople(own)) return 'this figure does not grow with people; give a number.';
    return value.at10 <= value.at1000
      ? undefined
      : 'what it is at 1,000 people is not below what it is at 10.';
  }
  const drawn = takesRange(own, unit);
  if (!drawn) return 'this figure is a number, not a range.';
  return value.min <= value.mode && value.mode <= value.max
    ? undefined
    : `the least, the most likely and the most have to rise; ${[value.min, value.mode, value.max].map(numberText).join(', ')} do not.`;
}

function takesRange(own: FigureValue, unit: FigureUnit): boolean {
  if (typeof own === 'object' && !isByPeople(own)) return true;
  return FIGURE_UNITS[unit].money || (isByPeople(own) && unit === 'days');
}

function boundFault(value: FigureValue, unit: FigureUnit): string | undefined {
  const { least, most, whole } = FIGURE_UNITS[unit];
  const numbers: readonly number[] = typeof value === 'number' ? [value] : Object.values(value);
  if (!numbers.every((each) => each >= least && each <= most))
    return `it lies between ${numberText(least)} and ${numberText(most)}.`;
  return whole && !numbers.every(Number.isInteger) ? 'it is a whole number.' : undefined;
}
