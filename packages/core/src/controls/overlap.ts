// How much of one framework the work for the other already answers, counted four ways.
import type { EvidenceFact } from '../evidence/index.ts';
import type { RequirementRef } from '../frameworks/index.ts';
import type { ControlCode } from '../kernel/index.ts';
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

export interface Overlap {
  /** Of what ISO asks, how much the work for SOC 2 already answers. */
  readonly isoBySoc2: OverlapDirection;
  /** Of what SOC 2 asks, how much the work for ISO already answers. */
  readonly soc2ByIso: OverlapDirection;
}

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

/** Both directions. Supporting mappings do not count: help alone answers nothing. */
export function overlap(input: OverlapInput): Overlap {
  const asked = new Set(input.requirements);
  const known = new Set(input.controls.map((control) => control.code));
  const answering = input.mappings.filter(
    (mapping) => mapping.strength !== 'supporting' && asked.has(mapping.to) && known.has(mapping.control),
  );
  const iso = sideOf('iso27001', asked, answering);
  const soc2 = sideOf('soc2', asked, answering);
  return { isoBySoc2: direction(input, iso, soc2), soc2ByIso: direction(input, soc2, iso) };
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

function direction(input: OverlapInput, side: Side, other: Side): OverlapDirection {
  const met = new Set(
    side.answering.filter((mapping) => other.controls.has(mapping.control)).map((mapping) => mapping.to),
  );
  const own = sortedById(
    input.controls.filter((control) => side.controls.has(control.code)),
    (control) => control.code,
  );
  const both = own.filter((control) => other.controls.has(control.code));
  const pieces = new Set<string>();
  const shared = new Set<string>();
  for (const fact of input.evidence) {
    if (!side.controls.has(fact.control)) continue;
    pieces.add(fact.code);
    if (other.controls.has(fact.control)) shared.add(fact.code);
  }
  const codes = both.map((control) => control.code);
  return {
    requirements: share([...met], side.asked.length),
    controls: { numerator: both.length, denominator: own.length, members: codes },
    evidence: share([...shared], pieces.size),
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
