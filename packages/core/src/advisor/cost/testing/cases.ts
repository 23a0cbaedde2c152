// The parts of a cost vector as core says them.
import { OWNER_ROLES } from '../../../controls/index.ts';
import type { Fields } from '../../../kernel/testing/fields.ts';
import { CREDENTIALS, type Credential } from '../../../plan/index.ts';
import type { RemainingWork, Situation } from '../../situation.ts';
import { FIGURE_UNITS, type FigureOverride, type FigureValue } from '../figure.ts';
import { FIGURES } from '../figures/index.ts';
import type { ReadyMonths } from '../path.ts';
import { dayOf, situationOf } from './situation.ts';

const SAID = { who: 'Ada', why: 'A case.', when: dayOf('2026-03-02') };

export function valueIn(value: unknown): FigureValue {
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null) throw new Error(`no value: ${JSON.stringify(value)}`);
  const number = (key: string): number => {
    const found: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
    if (typeof found !== 'number') throw new Error(`no number: ${key}`);
    return found;
  };
  if ('at10' in value) return { at10: number('at10'), at1000: number('at1000') };
  return { min: number('min'), mode: number('mode'), max: number('max') };
}

/** Own values of a case; `bare` leaves nothing to pay but what the case names, and nothing to chance. */
export function overridesIn(given: Fields): Record<string, FigureOverride> {
  const figures = given.object('figures');
  const named = figures.keys().map((key): [string, FigureOverride] => {
    const value = figures.value(key);
    const inMoney = typeof value === 'object' && value !== null && 'currency' in value;
    if (!inMoney) return [key, { ...SAID, value: valueIn(value) }];
    const told = figures.object(key);
    return [key, { ...SAID, value: valueIn(told.value('value')), currency: told.text('currency') }];
  });
  return { ...(given.flag('bare', false) ? bare() : {}), ...Object.fromEntries(named) };
}

export function situationIn(given: Fields): Situation {
  const rates = given.object('rates');
  return situationOf({
    currency: given.text('currency', 'USD'),
    rates: Object.fromEntries(rates.keys().map((code) => [code, rates.number(code)])),
    people: given.number('people', 45),
    sites: given.number('sites', 1),
    systems: given.number('systems', 1),
    existing: { remaining: remainingIn(given), evidenceDays: 0, held: [], others: [] },
  });
}

export function credentialsIn(given: Fields): readonly Credential[] {
  return given.texts('credentials').map((text) => {
    const found = CREDENTIALS.find((each) => each === text);
    if (!found) throw new Error(`no credential: ${text}`);
    return found;
  });
}

export function readyIn(given: Fields): ReadyMonths {
  const ready = given.object('ready');
  return Object.fromEntries(ready.keys().map((key) => [key, ready.number(key)]));
}

function remainingIn(given: Fields): readonly RemainingWork[] {
  return given.list('remaining').map((work) => ({
    role: work.one('role', OWNER_ROLES),
    serves: work.one('serves', ['shared', 'iso', 'soc2']),
    days: work.number('days'),
  }));
}

function bare(): Record<string, FigureOverride> {
  const rows = Object.entries(FIGURES).flatMap(([key, row]): [string, FigureOverride][] => {
    if (FIGURE_UNITS[row.unit].money) return [[key, { ...SAID, value: 0 }]];
    return row.unit === 'factor' ? [[key, { ...SAID, value: 1 }]] : [];
  });
  return { ...Object.fromEntries(rows), 'bundle.saving': { ...SAID, value: 0 } };
}
