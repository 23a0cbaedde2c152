// The figures of one situation: each with its value in the situation's currency, and a word on how it comes about.
import { compareText } from '../../kernel/index.ts';
import type { ThreePoint } from '../../plan/index.ts';
import { ANCHOR_CURRENCY } from '../currency.ts';
import type { Situation } from '../situation.ts';
import { atPeople } from './byPeople.ts';
import {
  isByPeople,
  FIGURE_UNITS,
  type CostFault,
  type CostFigure,
  type FigureOverride,
  type FigureValue,
} from './figure.ts';
import { DERIVED_FIGURES, FIGURES, isFigureKey, type DerivedKey, type FigureKey } from './figures/index.ts';
import type { CostGround } from './ground.ts';
import { numberText, valueText } from './words.ts';

export interface Book {
  readonly situation: Situation;
  readonly ground: CostGround;
  /** The most likely value. */
  readonly number: (key: FigureKey) => number;
  /** Writes down what follows, unless somebody knows it better; gives what is in force. */
  readonly derive: (key: DerivedKey, value: number, formula: string) => number;
  readonly figure: (key: FigureKey | DerivedKey) => CostFigure;
  /** Every figure that was used so far, by key. */
  readonly used: () => readonly CostFigure[];
  /** What a figure is in each run: a number times draws, or a number alone. */
  readonly factor: (key: FigureKey | DerivedKey) => {
    readonly times: number;
    readonly drawn: Float64Array | undefined;
  };
}

/** The rate that is missing, if one is. */
export function rateFault({ currency, rates }: Situation, { overrides }: CostGround): CostFault | undefined {
  const named = Object.values(overrides).flatMap((given) => given.currency ?? []);
  const missing = [ANCHOR_CURRENCY, ...named].find((code) => code !== currency && !((rates[code] ?? 0) > 0));
  return missing === undefined
    ? undefined
    : {
        code: 'rate.missing',
        pointer: `/rates/${missing}`,
        detail: `Enter what one ${missing} is worth in ${currency}: figures are given in ${missing}.`,
      };
}

export function bookOf(situation: Situation, ground: CostGround): Book {
  const derived = new Map<DerivedKey, CostFigure>();
  const held = new Map<FigureKey, CostFigure>();
  const base = (key: FigureKey): CostFigure => {
    const before = held.get(key);
    if (before) return before;
    const made = baseFigure(key, situation, ground);
    held.set(key, made);
    return made;
  };
  const figure = (key: FigureKey | DerivedKey): CostFigure => {
    if (isFigureKey(key)) return base(key);
    const found = derived.get(key);
    if (!found) throw new Error(`the figure ${key} is used before it is derived`);
    return found;
  };
  return {
    situation,
    ground,
    number: (key) => modeOf(base(key).value),
    derive: (key, value, formula) => {
      const made = derivedFigure(key, { value, formula }, ground.overrides[key]);
      derived.set(key, made);
      return modeOf(made.value);
    },
    figure,
    used: () => [...held.values(), ...derived.values()].toSorted((a, b) => compareText(a.key, b.key)),
    factor: (key) => {
      const { value } = figure(key);
      if (typeof value === 'number' || !isFigureKey(key)) return { times: modeOf(value), drawn: undefined };
      const own = ground.overrides[key]?.value ?? FIGURES[key].value;
      if (typeof own === 'number' || isByPeople(own)) return { times: modeOf(value), drawn: undefined };
      return { times: rateOf(key, situation, ground.overrides[key]), drawn: ground.drawn(key, own) };
    },
  };
}

function modeOf(value: number | ThreePoint): number {
  return typeof value === 'number' ? value : value.mode;
}

function baseFigure(key: FigureKey, situation: Situation, ground: CostGround): CostFigure {
  const row = FIGURES[key];
  const given = ground.overrides[key];
  const told = (value: FigureValue, override: FigureOverride | undefined) =>
    inForce(value, { people: situation.people, rate: rateOf(key, situation, override) });
  const standing = told(row.value, undefined);
  const current = given ? told(given.value, given) : standing;
  const { label, unit } = row;
  return {
    key,
    label,
    unit,
    value: current.value,
    formula: `${current.words}${current.words === '' ? '' : ' = '}${valueText(current.value, unit)}`,
    source: given ? given.why : row.source,
    assumption: given ? false : row.assumption,
    overridden: given && overriddenBy(given, standing.value),
  };
}

function derivedFigure(
  key: DerivedKey,
  found: { readonly value: number; readonly formula: string },
  given: FigureOverride | undefined,
): CostFigure {
  const { label, unit, source, assumption } = DERIVED_FIGURES[key];
  const value = typeof given?.value === 'number' ? given.value : found.value;
  return {
    key,
    label,
    unit,
    value,
    formula: given ? valueText(value, unit) : `${found.formula} = ${valueText(value, unit)}`,
    source: given ? given.why : source,
    assumption: given ? false : assumption,
    overridden: given && overriddenBy(given, found.value),
  };
}

function overriddenBy(
  { who, why, when }: FigureOverride,
  instead: number | ThreePoint,
): CostFigure['overridden'] {
  return { who, why, when, instead };
}

/** A value as it is for so many people and in the situation's money, and how it came there. */
function inForce(
  value: FigureValue,
  at: { readonly people: number; readonly rate: number },
): { readonly value: number | ThreePoint; readonly words: string } {
  const changed = at.rate === 1 ? '' : ` × ${Number(at.rate.toPrecision(6))}`;
  if (typeof value === 'number')
    return { value: value * at.rate, words: changed === '' ? '' : `${numberText(value)}${changed}` };
  if (isByPeople(value)) {
    const [few, many] = [numberText(value.at10), numberText(value.at1000)];
    const inside = Math.min(1000, Math.max(10, at.people));
    const words = `${few} × (${many} ÷ ${few}) ^ (log10(${numberText(inside)} ÷ 10) ÷ 2)${changed}`;
    return { value: atPeople(value, at.people) * at.rate, words };
  }
  const { min, mode, max } = value;
  return {
    value: { min: min * at.rate, mode: mode * at.rate, max: max * at.rate },
    words: changed === '' ? '' : `${numberText(mode)} (${numberText(min)} to ${numberText(max)})${changed}`,
  };
}

function rateOf(
  key: FigureKey,
  { currency, rates }: Situation,
  override: FigureOverride | undefined,
): number {
  if (!FIGURE_UNITS[FIGURES[key].unit].money) return 1;
  const from = override ? (override.currency ?? currency) : ANCHOR_CURRENCY;
  return from === currency ? 1 : (rates[from] ?? 1);
}
