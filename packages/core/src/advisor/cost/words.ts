// Figures as people read them.
import { amountText } from '../../kernel/index.ts';
import type { Range, ThreePoint } from '../../plan/index.ts';
import { estimateText } from '../../risks/index.ts';

import { FIGURE_UNITS, type FigureUnit } from './figure.ts';

/** 12.5, 1,200, 0.95: money in whole units, what is counted with two decimals at most. */
export function numberText(value: number): string {
  return Math.abs(value) >= 1000 ? amountText(value) : String(Math.round(value * 100) / 100);
}

/** "1,200 a person-day", "1,200 a person-day (800 to 1,800)". */
export function valueText(value: number | ThreePoint, unit: FigureUnit): string {
  const per = FIGURE_UNITS[unit].per;
  const after = per === '' ? '' : ` ${per}`;
  if (typeof value === 'number') return `${numberText(value)}${after}`;
  return `${numberText(value.mode)}${after} (${numberText(value.min)} to ${numberText(value.max)})`;
}

/** "EUR 34,200", with no more figures than a simulation knows. */
export function moneyText(amount: number, currency: string): string {
  return `${currency} ${estimateText(amount)}`;
}

/** "EUR 28,100 to 61,900, half of the courses stay below 40,300". */
export function rangeText({ p10, p50, p90 }: Range, currency: string): string {
  return `${currency} ${estimateText(p10)} to ${estimateText(p90)}, half of the courses below ${estimateText(p50)}`;
}
