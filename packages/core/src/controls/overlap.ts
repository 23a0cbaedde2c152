// How much of one framework the work for the other already answers, counted four ways, by two rules:
// generously (any shared control that answers) and strictly (only work that the other framework demands).
import type { EvidenceFact } from '../evidence/index.ts';
import type { RequirementRef } from '../frameworks/index.ts';
import { groupBy, type ControlCode } from '../kernel/index.ts';
import type { Control, Mapping } from './control.ts';
import { isOf } from './crosswalk.ts';
import { sortedById } from './order.ts';

/** A number of a whole, with its members; never a bare percentage. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** What the numerator counts, in order of ids. */
  readonly members: readonly string[];
}

/** Of what one framework asks: the share that controls serving the other answer too. */
export interface OverlapDirection {
  readonly requirements: Share;
  readonly controls: Share;
  readonly evidence: Share;
  /** In person-days of first effort; members are the controls. */
  readonly effort: Share;
}

/** Both directions under one rule. */
export interface OverlapCount {
  /** Of what ISO asks, how much the work for SOC 2 already answers. */
  readonly isoBySoc2: OverlapDirection;
  /** Of what SOC 2 asks, how much the work for ISO already answers. */
  readonly soc2ByIso: OverlapDirection;
}

/** The generous count, with the strict one beside it; wholes are the same, so that the two compare. */
export interface Overlap extends OverlapCount {
  readonly strict: OverlapCount;
}

/** The two rules in words, to be shown beside the figures (docs/adr/0010). */
export const OVERLAP_RULES = {
  generous:
    'A control is shared when it answers something of both frameworks with more than support; a requirement counts when one shared control answers it, fully or in part.',
  strict:
    'A framework demands the controls that answer a requirement fully and, where none does, all that answer it in part. A control counts when the other framework demands it; a requirement counts when such controls answer it with one full mapping or two partial ones.',
} as const;

/** What the article says of the overlap, to be shown beside what was computed. */
export const ARTICLE_CLAIM = { low: 0.65, high: 0.75, source: 'the article' } as const;

export interface OverlapInput {
  /** The controls that are looked at; mappings and evidence of others do not count. */
  readonly controls: readonly Control[];
  readonly mappings: readonly Mapping[];
  /** Requirements in scope: of the frameworks in use, the chosen categories, less what does not apply. */
  readonly requirements: readonly RequirementRef[];
  readonly evidence: readonly EvidenceFact[];
}

/** Both directions, both rules. Supporting mappings do not count: help alone answers nothing. */
export function overlap(input: OverlapInput): Overlap {
  const asked = new Set(input.requirements);
  const known = new Set(input.controls.map((control) => control.code));
  const answering = input.mappings.filter(
    (mapping) => mapping.strength !== 'supporting' && asked.has(mapping.to) && known.has(mapping.control),
  );
  const iso = sideOf('iso27001', asked, answering);
  const soc2 = sideOf('soc2', asked, answering);
  return {
    isoBySoc2: direction(input, iso, { work: soc2.controls, answers: anyAnswer }),
    soc2ByIso: direction(input, soc2, { work: iso.controls, answers: anyAnswer }),
    strict: {
      isoBySoc2: direction(input, iso, { work: demanded(soc2), answers: wholeAnswer }),
      soc2ByIso: direction(input, soc2, { work: demanded(iso), answers: wholeAnswer }),
    },
  };
}

/**
 * The controls that a framework cannot do without: of each requirement those that answer it fully and,
 * where none does, all that answer it in part ("full" alone satisfies, "partial" is needed with others).
 */
function demanded(side: Side): ReadonlySet<ControlCode> {
  const needed = [...groupBy(side.answering, (mapping) => mapping.to).values()].flatMap((own) => {
    const full = own.filter((mapping) => mapping.strength === 'full');
    return full.length > 0 ? full : own.filter((mapping) => mapping.strength === 'partial');
  });
  return new Set(needed.map((mapping) => mapping.control));
}

/** One framework: what it asks, and the controls that answer it. */
interface Side {
  readonly asked: readonly RequirementRef[];
  readonly answering: readonly Mapping[];
  readonly controls: ReadonlySet<ControlCode>;
}

function sideOf(
  family: 'iso27001' | 'soc2',
  asked: ReadonlySet<RequirementRef>,
  all: readonly Mapping[],
): Side {
  const answering = all.filter((mapping) => isOf(family, mapping.to));
  return {
    asked: [...asked].filter((ref) => isOf(family, ref)),
    answering,
    controls: new Set(answering.map((mapping) => mapping.control)),
  };
}

/** What one rule takes for the other framework's work, and when that work answers a requirement. */
interface Counting {
  readonly work: ReadonlySet<ControlCode>;
  readonly answers: (shared: readonly Mapping[]) => boolean;
}

function anyAnswer(shared: readonly Mapping[]): boolean {
  return shared.length > 0;
}

function wholeAnswer(shared: readonly Mapping[]): boolean {
  return shared.length > 1 || shared.some((mapping) => mapping.strength === 'full');
}

function direction(input: OverlapInput, side: Side, { work, answers }: Counting): OverlapDirection {
  const shared = side.answering.filter((mapping) => work.has(mapping.control));
  const met = [...groupBy(shared, (mapping) => mapping.to)].filter(([, own]) => answers(own));
  const own = sortedById(
    input.controls.filter((control) => side.controls.has(control.code)),
    (control) => control.code,
  );
  const both = own.filter((control) => work.has(control.code));
  const pieces = new Set<string>();
  const reused = new Set<string>();
  for (const fact of input.evidence) {
    if (!side.controls.has(fact.control)) continue;
    pieces.add(fact.code);
    if (work.has(fact.control)) reused.add(fact.code);
  }
  const codes = both.map((control) => control.code);
  return {
    requirements: share(
      met.map(([ref]) => ref),
      side.asked.length,
    ),
    controls: { numerator: both.length, denominator: own.length, members: codes },
    evidence: share([...reused], pieces.size),
    effort: { numerator: days(both), denominator: days(own), members: codes },
  };
}

function share(members: readonly string[], denominator: number): Share {
  return { numerator: members.length, denominator, members: sortedById(members, (member) => member) };
}

/** Sum of effort in person-days, in hundredths, so that sums of fractions have no tail. */
function days(controls: readonly Control[]): number {
  return controls.reduce((sum, control) => sum + Math.round(control.effortDays * 100), 0) / 100;
}
