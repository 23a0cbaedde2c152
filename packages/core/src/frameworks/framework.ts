// What a framework asks: editions, requirements, categories. Facts only, no sentence of a standard.

/** A framework with its edition, for example `iso27001:2022` or `soc2:2017`. */
export type FrameworkId = string;

/** A requirement with its edition, for example `iso27001:2022/A.5.15` or `soc2:2017/CC6.1`. */
export type RequirementRef = `${string}/${string}`;

/** The two views that one piece of evidence answers. */
export type View = 'iso' | 'soc2';

export type RequirementKind = 'clause' | 'control' | 'criterion';

/** Trust services categories; security is always in scope (TSP section 100). */
export const CATEGORIES = [
  'security',
  'availability',
  'confidentiality',
  'processing_integrity',
  'privacy',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What an examiner may look at under a criterion: a hint of the publisher, never a requirement of its own. */
export interface PointOfFocus {
  /** Criterion and number, for example `CC6.1-3`. */
  readonly id: string;
  readonly hint: string;
  /** Set when the point only concerns examinations of that category. */
  readonly category?: Category;
}

/** What is to be said of all points of focus of a framework. */
export interface PointsOfFocusNote {
  /** Edition of the points, which differs from that of the criteria. */
  readonly edition: string;
  readonly note: string;
  /** Role of the person who reviewed them, or `unreviewed`. */
  readonly reviewer: string;
}

/** One thing that a framework asks for. */
export interface Requirement {
  readonly ref: RequirementRef;
  readonly framework: FrameworkId;
  readonly id: string;
  readonly title: string;
  readonly kind: RequirementKind;
  /** Theme, domain or series that it is listed under. */
  readonly group: string;
  /** False for a clause that only holds sub-clauses: nothing is asked of it directly. */
  readonly leaf: boolean;
  readonly category?: Category;
  readonly isNew?: boolean;
  readonly amendment?: string;
  /** Attributes of ISO/IEC 27002:2022 by name: type, properties, concepts, capabilities, domains. */
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  readonly pointsOfFocus?: readonly PointOfFocus[];
}

/** A heading under which requirements are listed. */
export interface RequirementGroup {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
}

/** One edition of a framework with all that it asks. */
export interface Framework {
  readonly id: FrameworkId;
  readonly name: string;
  readonly edition: string;
  readonly title: string;
  readonly view: View | 'other';
  readonly amendments: readonly string[];
  readonly groups: readonly RequirementGroup[];
  readonly requirements: readonly Requirement[];
  readonly source: string;
  readonly pointsOfFocus?: PointsOfFocusNote;
}

/** How a requirement of an older edition lives on. */
export const SUCCESSIONS = ['one-to-one', 'merged', 'split'] as const;

/** A requirement of one edition and the one that took it up in the next. */
export interface EditionPair {
  readonly from: RequirementRef;
  readonly to: RequirementRef;
  readonly kind: (typeof SUCCESSIONS)[number];
}

/** All that became of an older edition. */
export interface EditionPairs {
  readonly from: FrameworkId;
  readonly to: FrameworkId;
  readonly source: string;
  readonly pairs: readonly EditionPair[];
  /** Requirements of the newer edition without one before. */
  readonly fresh: readonly RequirementRef[];
}

/** Joins framework and id to a reference that carries the edition. */
export function requirementRef(framework: FrameworkId, id: string): RequirementRef {
  return `${framework}/${id}`;
}

/** Takes a reference apart; undefined when it has no framework or no id. */
export function splitRef(ref: string): { readonly framework: FrameworkId; readonly id: string } | undefined {
  const cut = ref.indexOf('/');
  if (cut <= 0 || cut === ref.length - 1) return undefined;
  return { framework: ref.slice(0, cut), id: ref.slice(cut + 1) };
}
