// How much of one framework the work for the other already answers, counted four ways.
import type { EvidenceFact } from '../evidence/index.ts';
import type { RequirementRef } from '../frameworks/index.ts';
import type { ControlCode } from '../kernel/index.ts';
import { isOf } from './crosswalk.ts';
import type { Control, Mapping } from './control.ts';

/** A number of a whole, with its members; never a bare percentage. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  readonly members: readonly string[];
}

/** Of what one framework asks: the share that controls serving the other answer too. */
export interface OverlapDirection {
  readonly requirements: Share;
  readonly controls: Share;
  readonly evidence: Share;
  /** In person-days of first effort. */
  readonly effort: Share;
}

export interface Overlap {
  readonly isoBySoc2: OverlapDirection;
  readonly soc2ByIso: OverlapDirection;
}

/** What the article says of the overlap, to be shown beside what was computed. */
export const ARTICLE_CLAIM = { low: 0.65, high: 0.75, source: 'the article: "roughly 65 to 75 percent"' } as const;

export interface OverlapInput {
  readonly controls: readonly Control[];
  readonly mappings: readonly Mapping[];
  /** Requirements in scope: of the frameworks in use, the chosen categories, less what does not apply. */
  readonly requirements: readonly RequirementRef[];
  readonly evidence: readonly EvidenceFact[];
}

/** Both directions. Supporting mappings do not count: help alone answers nothing. */
export function overlap(input: OverlapInput): Overlap {
  const inScope = new Set<string>(input.requirements);
  const answering = input.mappings.filter((mapping) => mapping.strength !== 'supporting' && inScope.has(mapping.to));
  const iso = new Set(answering.filter((mapping) => isOf('iso27001', mapping.to)).map((mapping) => mapping.control));
  const soc2 = new Set(answering.filter((mapping) => isOf('soc2', mapping.to)).map((mapping) => mapping.control));
  return {
    isoBySoc2: direction({ ...input, answering }, { family: 'iso27001', own: iso, other: soc2 }),
    soc2ByIso: direction({ ...input, answering }, { family: 'soc2', own: soc2, other: iso }),
  };
}

interface Side {
  readonly family: 'iso27001' | 'soc2';
  readonly own: ReadonlySet<ControlCode>;
  readonly other: ReadonlySet<ControlCode>;
}

function direction(input: OverlapInput & { readonly answering: readonly Mapping[] }, side: Side): OverlapDirection {
  const asked = input.requirements.filter((ref) => isOf(side.family, ref));
  const met = new Set(input.answering.filter((mapping) => isOf(side.family, mapping.to) && side.other.has(mapping.control)).map((mapping) => mapping.to));
  const own = input.controls.filter((control) => side.own.has(control.code));
  const both = own.filter((control) => side.other.has(control.code));
  const pieces = new Map<string, boolean>();
  for (const fact of input.evidence) {
    if (side.own.has(fact.control)) pieces.set(fact.code, (pieces.get(fact.code) ?? false) || side.other.has(fact.control));
  }
  const shared = [...pieces].filter(([, other]) => other).map(([code]) => code);
  const codes = both.map((control) => control.code);
  return {
    requirements: { numerator: met.size, denominator: asked.length, members: [...met] },
    controls: { numerator: both.length, denominator: own.length, members: codes },
    evidence: { numerator: shared.length, denominator: pieces.size, members: shared },
    effort: { numerator: days(both), denominator: days(own), members: codes },
  };
}

/** Sum of effort in person-days, rounded to tenths because halves and quarters are estimates. */
function days(controls: readonly Control[]): number {
  return Math.round(controls.reduce((sum, control) => sum + control.effortDays, 0) * 10) / 10;
}
