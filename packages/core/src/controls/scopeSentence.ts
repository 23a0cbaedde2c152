// What a scope's systems do to a posture, in one or two sentences: the change with its day, and who waits.
import { daysBetween, type PlainDate } from '../kernel/index.ts';
import type { ScopeStanding, SystemStanding } from './posture.ts';
import type { UnmatchedName } from './systemProof.ts';

/** Days after which a change for which nothing waits is no longer told: a quarter. */
const TOLD_DAYS = 92;

/**
 * Empty where no scope names systems, or none changed lately and nothing waits.
 * @example "From 2026-11-03 Ticket system is in scope: 4 controls wait for it."
 */
export function scopeSentence(scope: ScopeStanding | undefined, today: PlainDate): string {
  if (scope === undefined) return '';
  const { change, systems } = scope;
  const added = new Set(change === undefined || change.first ? [] : change.added);
  const [fresh, others] = [
    systems.filter(({ system }) => added.has(system)),
    systems.filter(({ system }) => !added.has(system)),
  ];
  const told =
    change !== undefined &&
    !change.first &&
    (waitsOf(fresh).size > 0 || daysBetween(change.on, today) <= TOLD_DAYS);
  return [told ? changeSentence(change, waitsOf(fresh).size) : '', othersSentence(others)]
    .filter((each) => each !== '')
    .join(' ');
}

/** What came and what left on a day, and how many controls wait for what came. */
export function changeSentence(
  { on, added, removed }: NonNullable<ScopeStanding['change']>,
  waits: number,
): string {
  const came = added.length === 0 ? '' : `${names(added)} ${are(added.length)} in scope`;
  const left = removed.length === 0 ? '' : `${names(removed)} no longer ${are(removed.length)}`;
  const both = came === '' ? `${left} in scope` : left === '' ? came : `${came} and ${left}`;
  return added.length === 0
    ? `From ${on} ${both}: what ${removed.length === 1 ? 'it shows no longer counts' : 'they show no longer counts'}.`
    : `From ${on} ${both}: ${controls(waits)} ${waits === 1 ? 'waits' : 'wait'} for ${added.length === 1 ? 'it' : 'them'}.`;
}

/**
 * The same of a change that is approved and has not come: who would wait as things stand.
 * @example "From 2026-12-24 Warehouse will be in scope: as things stand 2 controls will wait for it."
 */
export function comingSentence(
  { on, added, removed }: NonNullable<ScopeStanding['change']>,
  waits: number,
): string {
  const came = added.length === 0 ? '' : `${names(added)} will be in scope`;
  const left = removed.length === 0 ? '' : `${names(removed)} will no longer be`;
  if (came === '')
    return `From ${on} ${left} in scope: what ${removed.length === 1 ? 'it shows' : 'they show'} will no longer count.`;
  return `From ${on} ${left === '' ? came : `${came} and ${left}`}: as things stand ${controls(waits)} will wait for ${added.length === 1 ? 'it' : 'them'}.`;
}

/**
 * What a draft of a scope would move once it is approved.
 * @example "From 2026-12-05 Warehouse would be in scope: 1 control would wait for it; 77 of 121 proved instead of 78."
 */
export function supposedSentence(
  change: NonNullable<ScopeStanding['change']>,
  { before, after, waits }: { readonly before: Fraction; readonly after: Fraction; readonly waits: number },
): string {
  const { on, added, removed, first } = change;
  const proved =
    before.numerator === after.numerator && before.denominator === after.denominator
      ? `${after.numerator} of ${after.denominator} stay proved`
      : `${after.numerator} of ${after.denominator} would be proved instead of ${before.numerator}`;
  if (added.length + removed.length === 0) return `From ${on} the same systems are in scope; ${proved}.`;
  const parts = [
    added.length === 0 ? '' : `${names(added)} would be ${first ? 'what is in scope' : 'in scope'}`,
    removed.length === 0 ? '' : `${names(removed)} would no longer be`,
  ].filter((each) => each !== '');
  const whole = parts.join(' and ');
  const waiting =
    added.length === 0 ? '' : `: ${controls(waits)} would wait for ${added.length === 1 ? 'it' : 'them'}`;
  return `From ${on} ${added.length === 0 ? `${whole} in scope` : whole}${waiting}; ${proved}.`;
}

interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Names that no scope knows, and what became of what they stand for. */
export function unmatchedSentence(unmatched: readonly UnmatchedName[]): string {
  if (unmatched.length === 0) return '';
  const called = unmatched.map(({ name }) => `“${name}”`);
  return `No approved scope knows ${names(called)}: what ${unmatched.length === 1 ? 'it shows' : 'they show'} proves nothing, and what fails there still fails.`;
}

function othersSentence(systems: readonly SystemStanding[]): string {
  const lacking = systems.filter(({ waits }) => waits.length > 0);
  if (lacking.length === 0) return '';
  const count = waitsOf(lacking).size;
  return `${controls(count)} ${count === 1 ? 'lacks' : 'lack'} proof for ${names(lacking.map(({ system }) => system))}, in scope.`;
}

function waitsOf(systems: readonly SystemStanding[]): ReadonlySet<string> {
  return new Set(systems.flatMap(({ waits }) => waits));
}

function controls(count: number): string {
  return count === 0 ? 'no control' : count === 1 ? '1 control' : `${count} controls`;
}

function are(count: number): string {
  return count === 1 ? 'is' : 'are';
}

function names(all: readonly string[]): string {
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}
