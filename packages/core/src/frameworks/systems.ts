// Systems that scopes name: which lie inside a framework's scope on which days, and what a word for a system means.
import type { PlainDate } from '../kernel/index.ts';
import type { FrameworkId } from './framework.ts';

/** What an approved version of a scope says of systems. */
export interface SystemsNamed {
  readonly framework: FrameworkId;
  /** The day from which it is in force. */
  readonly from: PlainDate;
  readonly systems: readonly string[];
  /** What evidence, collectors and schedules call them, beside their own names. */
  readonly names?: readonly { readonly system: string; readonly name: string }[] | undefined;
  readonly exclusions: readonly { readonly what: string }[];
}

/** Days on end; what is undefined is open. */
export interface Stay {
  readonly from: PlainDate | undefined;
  /** First day on which it is over. */
  readonly until: PlainDate | undefined;
}

/** A system over all versions of one scope, named as the newest of them names it. */
export interface System {
  readonly name: string;
  /** What it is called, folded. */
  readonly words: ReadonlySet<string>;
  /** Days on which it lay inside, eldest first. */
  readonly stays: readonly Stay[];
}

/** A day on which systems came into a scope or left it; `first` where the scope began to name any. */
export interface SystemChange {
  readonly on: PlainDate;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly first: boolean;
}

/** The systems of one framework's scope. On `silent` days it names none, and everything lies inside. */
export interface ScopeSystems {
  readonly systems: readonly System[];
  readonly silent: readonly Stay[];
  readonly changes: readonly SystemChange[];
}

/** What all approved scopes of a company say of systems. */
export interface SystemHistory {
  readonly of: ReadonlyMap<FrameworkId, ScopeSystems>;
  /** Every word that some approved scope uses, inside or for what it leaves out. */
  readonly known: ReadonlySet<string>;
}

/**
 * Where a word stands on a day: for a system inside; outside, where some scope knows the word and this one does not
 * hold it; unmatched, where no approved scope has ever used it.
 */
export type Place =
  | { readonly at: 'inside'; readonly system: System }
  | { readonly at: 'outside' | 'unmatched' };

/** A version of a scope with the days on which it is the one in force. */
export interface InTurn<V extends { readonly from: string }> {
  readonly version: V;
  readonly from: V['from'];
  readonly until: V['from'] | undefined;
}

/** Words are the same that differ in case, in marks between them or in space alone. */
export function wordOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Approved versions one after the other: each until the next begins; of one day the later in the list wins. */
export function inTurn<V extends { readonly from: string }>(approved: readonly V[]): readonly InTurn<V>[] {
  const begun = approved
    .filter(({ from }, i) => !approved.slice(i + 1).some((later) => later.from === from))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return begun.map((version, i) => ({ version, from: version.from, until: begun[i + 1]?.from }));
}

/**
 * The history of approved versions, in the order in which they were approved, as a day sees it: versions that begin later
 * say when systems will come and go, and lend no word a meaning yet.
 */
export function systemHistory(approved: readonly SystemsNamed[], today: PlainDate): SystemHistory {
  const known = new Set<string>();
  for (const { systems, names = [], exclusions } of approved.filter(({ from }) => from <= today))
    for (const text of [...systems, ...names.map(({ name }) => name), ...exclusions.map(({ what }) => what)])
      known.add(wordOf(text));
  const frameworks = Map.groupBy(approved, ({ framework }) => framework);
  return { of: new Map([...frameworks].map(([id, own]) => [id, scopeSystems(own, today)])), known };
}

/** Systems inside on a day, in the order of the newest version; undefined on a day on which the scope names none. */
export function insideOn(history: SystemHistory, framework: FrameworkId, day: PlainDate) {
  const own = history.of.get(framework);
  if (own === undefined || own.silent.some((stay) => holds(stay, day))) return undefined;
  return own.systems.filter(({ stays }) => stays.some((stay) => holds(stay, day)));
}

/** Where a word stands in a framework's scope on a day. */
export function placeOf(
  history: SystemHistory,
  { framework, day }: { readonly framework: FrameworkId; readonly day: PlainDate },
  text: string,
): Place {
  const word = wordOf(text);
  const system = insideOn(history, framework, day)?.find(({ words }) => words.has(word));
  if (system) return { at: 'inside', system };
  return { at: history.known.has(word) ? 'outside' : 'unmatched' };
}

/** The stay of a system that holds a day. */
export function stayOn({ stays }: System, day: PlainDate): Stay | undefined {
  return stays.find((stay) => holds(stay, day));
}

/** The newest change of a scope that had come by a day. */
export function changeBy({ changes }: ScopeSystems, day: PlainDate): SystemChange | undefined {
  return changes.findLast(({ on }) => on <= day);
}

function holds({ from, until }: Stay, day: PlainDate): boolean {
  return (from === undefined || from <= day) && (until === undefined || day < until);
}

interface Growing {
  name: string;
  /** What it is called in any version: by these it is known again. */
  readonly called: Set<string>;
  /** What it is called by today. */
  readonly words: Set<string>;
  readonly stays: Stay[];
}

function scopeSystems(approved: readonly SystemsNamed[], today: PlainDate): ScopeSystems {
  const turns = inTurn(approved);
  const systems: Growing[] = [];
  // Newest first, so that a system bears its newest name and a word keeps its newest meaning.
  for (const { version, from, until } of turns.toReversed())
    for (const name of version.systems) {
      const system = grown(systems, version, name);
      if (from <= today) learn(systems, system, { version, name });
      addStay(system, { from, until });
    }
  const told = systems.map(({ name, words, stays }): System => ({ name, words, stays: joined(stays) }));
  const unnamed = turns.filter(({ version }) => version.systems.length === 0);
  const silent = joined([{ from: undefined, until: turns[0]?.from }, ...unnamed]);
  return { systems: told, silent, changes: changesOf(told, silent) };
}

/** The system of this name, or the one that is called the same; a new one where there is none. */
function grown(systems: Growing[], version: SystemsNamed, name: string): Growing {
  const words = wordsFor(version, name);
  const held =
    systems.find(({ called }) => called.has(wordOf(name))) ??
    systems.find(({ called }) => words.some((word) => called.has(word)));
  const own = held ?? { name, called: new Set<string>(), words: new Set<string>(), stays: [] };
  if (!held) systems.push(own);
  const taken = new Set(systems.flatMap((each) => (each === own ? [] : [...each.called])));
  for (const word of words) if (!taken.has(word)) own.called.add(word);
  return own;
}

/** Words that a version gives a system, where no newer version gave them to another. */
function learn(
  systems: readonly Growing[],
  own: Growing,
  { version, name }: { readonly version: SystemsNamed; readonly name: string },
): void {
  if (own.words.size === 0) own.name = name;
  const taken = new Set(systems.flatMap((each) => (each === own ? [] : [...each.words])));
  for (const word of wordsFor(version, name)) if (!taken.has(word)) own.words.add(word);
}

function wordsFor({ names = [] }: SystemsNamed, name: string): readonly string[] {
  const called = names.filter(({ system }) => wordOf(system) === wordOf(name));
  return [name, ...called.map((each) => each.name)].map(wordOf).filter((word) => word !== '');
}

function addStay({ stays }: Growing, { from, until }: Stay): void {
  // Two names of one system in one version are one stay.
  if (!stays.some((stay) => stay.from === from)) stays.push({ from, until });
}

/** Stays in order, those that touch as one. */
function joined(stays: readonly Stay[]): readonly Stay[] {
  const row: Stay[] = [];
  for (const { from, until } of stays.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))) {
    const last = row.at(-1);
    if (last && last.until === from && from !== undefined) row[row.length - 1] = { from: last.from, until };
    else row.push({ from, until });
  }
  return row;
}

function changesOf(systems: readonly System[], silent: readonly Stay[]): readonly SystemChange[] {
  const ends = (end: 'from' | 'until') => (on: PlainDate) =>
    systems.filter(({ stays }) => stays.some((stay) => stay[end] === on)).map(({ name }) => name);
  const [begun, ended] = [ends('from'), ends('until')];
  const days = systems.flatMap(({ stays }) => stays.flatMap(({ from, until }) => [from, until]));
  return [...new Set(days.filter((on) => on !== undefined))].toSorted().map((on) => ({
    on,
    added: begun(on),
    removed: ended(on),
    first: silent.some(({ until }) => until === on),
  }));
}
