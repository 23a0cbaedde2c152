// Values of a criterion as people read them, in its unit. Pure.
import { amountText, estimateText, percentText } from '@assay/core';
import type { Figure, Option, Range, Score } from './advice.ts';

export function scoreText({ value, unit }: Pick<Score, 'value' | 'unit'>): string {
  if (unit === 'chance' || unit.startsWith('share')) return percentText(value);
  if (unit.startsWith('money')) return estimateText(value);
  return tenth(value);
}

/** What the value is the middle of, where nobody knows it exactly. */
export function spreadOf({ criterion }: Pick<Score, 'criterion'>, option: Option): Range | undefined {
  if (criterion === 'cost') return option.three_years;
  return criterion === 'effort' ? option.person_days : undefined;
}

export function rangeText({ p10, p90 }: Range): string {
  return `${estimateText(p10)} to ${estimateText(p90)}`;
}

/** +12.3 or −4.0: points for and against. */
export function pointsText(points: number): string {
  const text = Math.abs(points).toFixed(1);
  return points < 0 && text !== '0.0' ? `−${text}` : text === '0.0' ? '0' : `+${text}`;
}

/** A figure with its range, where it has one. */
export function figureText(value: Figure['value'], unit: string): string {
  if (typeof value === 'number') return unit === 'share' ? percentText(value) : plain(value);
  if ('at10' in value) return `${plain(value.at10)} for 10 people, ${plain(value.at1000)} for 1,000`;
  if (unit === 'share')
    return `${percentText(value.mode)} (${percentText(value.min)} to ${percentText(value.max)})`;
  return `${plain(value.mode)} (${plain(value.min)} to ${plain(value.max)})`;
}

/** What a figure counts, after its number. */
export function unitText(unit: string, currency: string): string {
  return UNITS[unit]?.replace('money', currency) ?? '';
}

const UNITS: Readonly<Record<string, string>> = {
  money: 'money',
  money_day: 'money a person-day',
  money_year: 'money a year',
  money_person: 'money a person and year',
  money_visit: 'money a visit',
  days: 'person-days',
  months: 'months',
  factor: 'times',
  score: 'of 1 to 3',
};

function plain(value: number): string {
  return Math.abs(value) >= 1000 ? amountText(value) : String(Math.round(value * 100) / 100);
}

function tenth(value: number): string {
  return Math.abs(value) >= 1000 ? amountText(value) : (Math.round(value * 10) / 10).toFixed(1);
}
