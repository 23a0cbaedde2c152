// The heat strip in a terminal: a character for each day, or for as many days as fit, with its state by shape first.
import {
  DAY_STATES,
  PIN_ORDER,
  PIN_WORDS,
  shortMonth,
  type DayState,
  type StripPin,
  type TestResult,
} from '@assay/core';

/** Characters that differ without colour: blocks where it ran, a letter where it did not. */
const CELL: Readonly<Record<DayState, string>> = {
  not_scheduled: ' ',
  excluded: 'x',
  covered: '▒',
  operated: '█',
  pending: '·',
  late: 'L',
  no_data: '?',
  not_operating: 'N',
  missed: 'M',
};

/** ANSI colours, from the palette of the terminal itself. */
const COLOUR: Readonly<Record<DayState, string>> = {
  not_scheduled: '0',
  excluded: '35',
  covered: '32',
  operated: '32',
  pending: '2',
  late: '33',
  no_data: '36',
  not_operating: '31',
  missed: '31;1',
};

const WORDS: Readonly<Record<DayState, string>> = {
  not_scheduled: 'nothing expected',
  excluded: 'left out',
  covered: 'covered',
  operated: 'ran',
  pending: 'to come',
  late: 'late or failing in its time',
  no_data: 'no data',
  not_operating: 'not running yet, or no longer',
  missed: 'missed',
};

export interface Stretch {
  readonly state: DayState;
  readonly days: number;
}

/** How many days a character stands for, so that the whole window fits. */
export function daysPerCell(days: number, width: number): number {
  return Math.max(1, Math.ceil(days / Math.max(1, width)));
}

/** The strip of one control; of several days in one character the strongest state shows. */
export function stripText(
  stretches: readonly Stretch[],
  { perCell, colour }: { readonly perCell: number; readonly colour: boolean },
): string {
  const days = stretches.flatMap(({ state, days: count }) => Array<DayState>(count).fill(state));
  const cells = Array.from({ length: Math.ceil(days.length / perCell) }, (_, at) =>
    strongest(days.slice(at * perCell, (at + 1) * perCell)),
  );
  if (!colour) return cells.map((state) => CELL[state]).join('');
  let text = '';
  let held: DayState | undefined;
  for (const state of cells) {
    if (state !== held) text += `\u001b[0;${COLOUR[state]}m`;
    held = state;
    text += CELL[state];
  }
  return `${text}\u001b[0m`;
}

/** Marks of a sample's items, the same shapes as on the screen. */
const PIN: Readonly<Record<TestResult, string>> = { deviation: '◆', not_tested: '○', pass: '●' };

/** The line below a control's strip: a mark where a sample has an item; of several in one character the worst shows. */
export function pinsLine(pins: readonly StripPin[], perCell: number): string {
  const cells: string[] = [];
  for (const result of PIN_ORDER.toReversed())
    for (const pin of pins) if (pin.result === result) cells[Math.floor(pin.column / perCell)] = PIN[result];
  return Array.from(cells, (cell) => cell ?? ' ').join('');
}

/** What the marks mean, those that occur. */
export function pinsLegend(pins: readonly StripPin[]): string {
  return PIN_ORDER.filter((result) => pins.some((pin) => pin.result === result))
    .map((result) => `${PIN[result]} ${PIN_WORDS[result].word}`)
    .join('   ');
}

/** What the characters mean, those that occur. */
export function legend(rows: readonly (readonly Stretch[])[], perCell: number): string {
  const seen = new Set(rows.flatMap((row) => row.map(({ state }) => state)));
  const said = DAY_STATES.filter((state) => state !== 'not_scheduled' && seen.has(state)).map(
    (state) => `${CELL[state]} ${WORDS[state]}`,
  );
  const scale =
    perCell === 1 ? 'a character is a day' : `a character is ${perCell} days, its strongest state shown`;
  return `${said.join('   ')}   (${scale})`;
}

/** A ruler with the months, each at its first day. */
export function ruler(from: string, days: number, perCell: number): string {
  const cells: string[] = Array<string>(Math.ceil(days / perCell)).fill(' ');
  for (let at = 0; at < days; at += 1) {
    const day = new Date(Date.parse(`${from}T00:00Z`) + at * 86_400_000).toISOString().slice(0, 10);
    const cell = Math.floor(at / perCell);
    if (day.endsWith('-01') && cells[cell] === ' ' && cell + 3 <= cells.length)
      cells.splice(cell, 3, ...monthOf(day));
  }
  return cells.join('').trimEnd();
}

function monthOf(day: string): readonly string[] {
  return shortMonth(day).split('');
}

function strongest(states: readonly DayState[]): DayState {
  return states.reduce<DayState>(
    (best, state) => (DAY_STATES.indexOf(state) > DAY_STATES.indexOf(best) ? state : best),
    'not_scheduled',
  );
}
