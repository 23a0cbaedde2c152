// The rows of a control in a window: the scopes of its schedule, each on the days on which its system lay inside the scope
// of the framework, and a row for each other system inside.
import type { FrameworkId, Stay, System, SystemHistory } from '../frameworks/index.ts';
import { insideOn, placeOf, wordOf } from '../frameworks/index.ts';
import type { PlainDate } from '../kernel/index.ts';
import type { ControlScope, Exclusion } from '../monitoring/index.ts';

/** The scope of one framework, with every word that any scope knows. */
export interface RowsAsked {
  readonly history: SystemHistory;
  readonly framework: FrameworkId;
}

/** Name of the only row of a control that nothing tells apart. */
export const ONLY_SCOPE = 'all';

const ONLY: ControlScope = { name: ONLY_SCOPE, from: undefined, until: undefined };

/** Where a word counts: for a row; or for none, as what lies outside and as what no approved scope knows. */
export type RowPlace =
  | { readonly at: 'row'; readonly row: string }
  | { readonly at: 'outside' }
  | { readonly at: 'unmatched' };

export interface SystemRows {
  readonly scopes: readonly ControlScope[];
  /** Days between two stays of a system, on which nothing was asked of its row. */
  readonly outside: readonly Exclusion[];
}

/**
 * Rows of a control whose schedule names no place. Where collectors or evidence tell it apart and the scope names systems,
 * each system inside is a row, and what names none counts for every one; on days on which the scope names none it has the
 * one row that it always had.
 */
export function unsaidRows(asked: RowsAsked | undefined, isToldApart: boolean): SystemRows {
  const own = asked?.history.of.get(asked.framework);
  if (!own || own.systems.length === 0 || !isToldApart) return { scopes: [ONLY], outside: [] };
  const rows = [
    within(ONLY, own.silent, undefined),
    ...own.systems.map((system) =>
      within({ name: system.name, from: undefined, until: undefined, joint: true }, system.stays, system),
    ),
  ];
  return { scopes: rows.flatMap(({ scopes }) => scopes), outside: rows.flatMap(({ outside }) => outside) };
}

/**
 * Without a scope that names systems the rows are those of the schedule. A row whose word no scope knows stands as it was
 * said: nobody has left it out.
 */
export function systemRows(said: readonly ControlScope[], asked: RowsAsked | undefined): SystemRows {
  const own = asked?.history.of.get(asked.framework);
  if (!asked || !own || own.systems.length === 0) return { scopes: said, outside: [] };
  const matched = said.map((row) => ({ row, system: own.systems.find(isCalled(row.name)) }));
  const rows = matched.map(({ row, system }): SystemRows => {
    if (system) return within(row, [...own.silent, ...system.stays], system);
    return asked.history.known.has(wordOf(row.name))
      ? within(row, own.silent, undefined)
      : { scopes: [row], outside: [] };
  });
  const named = new Set(matched.flatMap(({ system }) => system ?? []));
  const added = named.size === 0 ? [] : own.systems.filter((system) => !named.has(system));
  const all = [
    ...rows,
    ...added.map((system) =>
      within({ name: system.name, from: undefined, until: undefined, added: true }, system.stays, system),
    ),
  ];
  return { scopes: all.flatMap(({ scopes }) => scopes), outside: all.flatMap(({ outside }) => outside) };
}

/** The row that a word speaks of: by its name as it was said, or as its system is called. */
export function rowCalled(scopes: readonly ControlScope[], name: string): string | undefined {
  const found =
    scopes.find((row) => row.name === name) ?? scopes.find(({ words }) => words?.has(wordOf(name)));
  return found?.name;
}

/**
 * Where what names a place counts on a day. A row counts what names it and nothing else; where nothing tells places apart,
 * it does not matter what the place is called, as long as it lies inside.
 */
export function placeInRows(
  scopes: readonly ControlScope[],
  asked: RowsAsked | undefined,
  { name, day }: { readonly name: string; readonly day: PlainDate },
): RowPlace {
  const inside = asked && insideOn(asked.history, asked.framework, day);
  if (isUnsaid(scopes) && inside === undefined) return { at: 'row', row: ONLY_SCOPE };
  if (asked && isUnsaid(scopes) && scopes.length === 1) {
    const place = placeOf(asked.history, { framework: asked.framework, day }, name);
    return place.at === 'inside' ? { at: 'row', row: ONLY_SCOPE } : { at: place.at };
  }
  const row = rowCalled(scopes, name);
  if (row !== undefined) return { at: 'row', row };
  return { at: asked?.history.known.has(wordOf(name)) ? 'outside' : 'unmatched' };
}

/** That the schedule of these rows names no place. */
export function isUnsaid(scopes: readonly ControlScope[]): boolean {
  return scopes.every(({ name, joint }) => joint || name === ONLY_SCOPE);
}

function isCalled(name: string): (system: System) => boolean {
  const word = wordOf(name);
  return ({ words }) => words.has(word);
}

/** A row cut to the days of stays: it begins with the first and ends with the last; what lies between is outside. */
function within(row: ControlScope, given: readonly Stay[], system: System | undefined): SystemRows {
  const words = system ? { words: system.words } : {};
  const stays = given
    .map(({ from, until }) => ({ from: later(row.from, from), until: earlier(row.until, until) }))
    .filter(({ from, until }) => from === undefined || until === undefined || from < until)
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  const [first, last] = [stays[0], stays.at(-1)];
  if (!first || !last) {
    // Never inside: a row without days, so that what names it fills nothing else.
    const never = given.flatMap(({ from, until }) => from ?? until ?? [])[0];
    return { scopes: [{ ...row, ...words, from: never, until: never }], outside: [] };
  }
  return {
    scopes: [{ ...row, ...words, from: first.from, until: last.until }],
    outside: stays.flatMap(({ until }, i) => {
      const next = stays[i + 1]?.from;
      if (until === undefined || next === undefined || next <= until) return [];
      const reason = `${system?.name ?? row.name} was not in scope`;
      return [{ scope: row.name, period: { from: until, until: next }, reason, owner: 'the approved scope' }];
    }),
  };
}

function later(a: PlainDate | undefined, b: PlainDate | undefined): PlainDate | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

function earlier(a: PlainDate | undefined, b: PlainDate | undefined): PlainDate | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}
