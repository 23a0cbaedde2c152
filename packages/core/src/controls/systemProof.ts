// A control told apart by the systems of a framework's scope: evidence that names no system counts for all; what names one
// counts for that alone, while it lies inside. What no scope knows proves nothing, and what fails there still fails.
import type { EvidenceFact, Examination } from '../evidence/index.ts';
import {
  insideOn,
  placeOf,
  stayOn,
  wordOf,
  type FrameworkId,
  type System,
  type SystemHistory,
  type View,
} from '../frameworks/index.ts';
import type { ControlCode, PlainDate } from '../kernel/index.ts';
import { checkProof, newestOfPlaces, type LatestObservation } from '../monitoring/index.ts';
import type { Control } from './control.ts';
import { gather } from './gathered.ts';
import { controlProof, WORST_FIRST, type ControlProof } from './proof.ts';

/** What is known of systems beside the scopes: who names which. */
export interface SystemsKnown {
  readonly history: SystemHistory;
  /** Latest observations of controls of which any observation names a system. */
  readonly observations: ReadonlyMap<ControlCode, readonly LatestObservation[]>;
  /** Systems that a control's schedule says it runs in today. */
  readonly scheduled: ReadonlyMap<ControlCode, readonly string[]>;
  /** Systems that somebody excused a control from today, with a reason. */
  readonly excused: ReadonlyMap<ControlCode, readonly string[]>;
}

/** A control that names systems, with all that is known of it. */
export interface ToldApart {
  readonly control: Control;
  readonly facts: readonly EvidenceFact[];
  readonly observations: readonly LatestObservation[];
  readonly scheduled: readonly string[];
  readonly excused: readonly string[];
}

/** A word that evidence, collectors or schedules use for a system, which no approved scope knows. */
export interface UnmatchedName {
  readonly name: string;
  readonly controls: readonly ControlCode[];
}

export interface SystemsAt {
  readonly history: SystemHistory;
  readonly framework: FrameworkId;
  readonly view: View;
  readonly today: PlainDate;
  readonly examination: Examination;
}

/** Controls that evidence, checks or schedules tell apart by system; all others are as they are. */
export function toldApart(
  controls: readonly Control[],
  facts: readonly EvidenceFact[],
  { observations, scheduled, excused }: SystemsKnown,
): ReadonlyMap<ControlCode, ToldApart> {
  const named = new Set([
    ...observations.keys(),
    ...[...scheduled].flatMap(([control, systems]) => (systems.length > 0 ? [control] : [])),
  ]);
  for (const { system, control } of facts) if (system !== undefined) named.add(control);
  if (named.size === 0) return new Map();
  const own = Map.groupBy(
    facts.filter(({ control }) => named.has(control)),
    ({ control }) => control,
  );
  return new Map(
    controls
      .filter(({ code }) => named.has(code))
      .map((control) => [
        control.code,
        {
          control,
          facts: own.get(control.code) ?? [],
          observations: observations.get(control.code) ?? [],
          scheduled: scheduled.get(control.code) ?? [],
          excused: excused.get(control.code) ?? [],
        },
      ]),
  );
}

/** Observations of the controls of which any observation names a system. */
export function namedObservations(
  latest: readonly LatestObservation[],
  controlsOf: (check: LatestObservation['check']) => readonly ControlCode[],
): SystemsKnown['observations'] {
  const named = new Set<ControlCode>();
  for (const { system, check } of latest)
    if (system !== undefined) for (const control of controlsOf(check)) named.add(control);
  if (named.size === 0) return new Map();
  const told = latest.flatMap((each) =>
    controlsOf(each.check).flatMap((control) => (named.has(control) ? [{ control, each }] : [])),
  );
  const own = Map.groupBy(told, ({ control }) => control);
  return new Map([...own].map(([control, of]) => [control, of.map(({ each }) => each)]));
}

/**
 * The proof of a control for a framework whose scope names systems: the worst over the systems that it is asked for.
 * It is asked for all inside once it names one of them, but for those that it was excused from.
 */
export function proofBySystem(one: ToldApart, at: SystemsAt): ControlProof {
  const inside = insideOn(at.history, at.framework, at.today) ?? [];
  const placed = placing(at);
  const own = new Set(wordsOf(one).flatMap((word) => placed(word).system ?? []));
  if (own.size === 0) return proofOf(one, at, new Set());
  const excused = new Set(one.excused.flatMap((word) => placed(word).system ?? []));
  const asked = inside.filter((system) => !excused.has(system));
  const proofs = new Map(asked.map((system) => [system, proofOf(one, at, new Set([system]))]));
  const whole = proofOf(one, at, new Set(asked));
  const worst = worstOf([...proofs.values()]) ?? whole;
  return {
    ...(worst.state === 'proved' ? whole : worst),
    state: worst.state,
    checks: whole.checks,
    lastProof: whole.lastProof,
    systems: inside.map((system) => ({
      system: system.name,
      since: stayOn(system, at.today)?.from,
      state: proofs.get(system)?.state ?? 'unknown',
      excused: excused.has(system),
    })),
  };
}

/** Words that no approved scope knows, each with the controls that it was used for. */
export function unmatchedNames(
  told: ReadonlyMap<ControlCode, ToldApart>,
  { known }: SystemHistory,
): readonly UnmatchedName[] {
  const found = new Map<string, { readonly name: string; readonly controls: Set<ControlCode> }>();
  for (const one of told.values())
    for (const name of wordsOf(one)) {
      const word = wordOf(name);
      if (known.has(word)) continue;
      const held = found.get(word) ?? { name, controls: new Set() };
      found.set(word, held);
      held.controls.add(one.control.code);
    }
  return [...found.values()].map(({ name, controls }) => ({ name, controls: [...controls] }));
}

function wordsOf({ facts, observations, scheduled }: ToldApart): readonly string[] {
  const said = [...facts, ...observations].flatMap(({ system }) => system ?? []);
  return [...new Set([...said, ...scheduled])];
}

type Placed = { readonly system: System | undefined; readonly unmatched: boolean };

/** Each word is looked up once. */
function placing(at: SystemsAt): (word: string) => Placed {
  const held = new Map<string, Placed>();
  return (word) => {
    const known = held.get(word);
    if (known) return known;
    const place = placeOf(at.history, { framework: at.framework, day: at.today }, word);
    const fresh = {
      system: place.at === 'inside' ? place.system : undefined,
      unmatched: place.at === 'unmatched',
    };
    held.set(word, fresh);
    return fresh;
  };
}

/** The proof from what names no system and what names one of these. */
function proofOf(one: ToldApart, at: SystemsAt, systems: ReadonlySet<System>): ControlProof {
  const placed = placing(at);
  const counts = (word: string | undefined): boolean => {
    const system = word === undefined ? undefined : placed(word).system;
    return word === undefined || (system !== undefined && systems.has(system));
  };
  const heard = one.observations.filter(
    ({ system, status }) =>
      counts(system) ||
      // Unknown is never a pass: what cannot be placed can only harm.
      (system !== undefined && placed(system).unmatched && status !== 'pass' && status !== 'not_applicable'),
  );
  const { today, examination, view } = at;
  const facts = one.facts.filter(({ system }) => counts(system));
  const [gathered] = gather([one.control], facts, { today, examination });
  if (!gathered) throw new Error(`${one.control.code} was not gathered`);
  // Two words for one system, as after its collector was renamed, are one place: the newer takes the older's.
  const words = newestOfPlaces(heard, ({ system }) =>
    system === undefined ? undefined : (placed(system).system ?? system),
  );
  const { counts: checks } = checkProof(one.control, words, today);
  return controlProof({ gathered, checks, today, examination }, view);
}

function worstOf(proofs: readonly ControlProof[]): ControlProof | undefined {
  const state = WORST_FIRST.find((each) => proofs.some((proof) => proof.state === each));
  return proofs.find((proof) => proof.state === state);
}
