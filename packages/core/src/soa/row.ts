// A row of the statement of applicability, and all that it follows from.
import type { ControlProof, ControlState, RequirementPosture, Strength } from '../controls/index.ts';
import type { ControlCode, NonEmpty, PlainDate } from '../kernel/index.ts';
import type { Obligation } from './obligation.ts';
import type { RiskTreated } from '../risks/index.ts';
import type { Reason } from './reason.ts';

/** What a person decides on a row. A draft may leave out a control before it says why; nobody approves that. */
export type RowDecision =
  | { readonly is: 'in'; readonly reasons: NonEmpty<Reason> }
  | { readonly is: 'out'; readonly justification: string }
  | { readonly is: 'undecided' };

/** unreasoned: somebody recorded that it applies, in words, but none of the four kinds of reasons stands behind it. */
export type RowStanding = RowDecision | { readonly is: 'unreasoned'; readonly because: string };

/** How far a control that is in has been put in place; `due` is the day by which the rest is to stand. */
export type ImplementationStatus =
  | { readonly is: 'implemented' }
  | { readonly is: 'partly' | 'planned' | 'not_started'; readonly due: PlainDate | undefined };

/** A control of the company as it stands behind a row. */
export interface RowControl {
  readonly code: ControlCode;
  readonly name: string;
  readonly strength: Strength;
  readonly adopted: boolean;
  readonly implemented: boolean;
  readonly owner: string | undefined;
  /** The proof in the ISO view. */
  readonly proof: ControlProof | undefined;
}

export interface Row {
  /** `A.5.15`, or the company's own id of a necessary control from elsewhere. */
  readonly id: string;
  readonly title: string;
  /** Theme of Annex A; `elsewhere` for a control that no row of Annex A answers to. */
  readonly theme: string;
  readonly standing: RowStanding;
  /** Undefined unless it is in. */
  readonly status: ImplementationStatus | undefined;
  readonly how: string;
  readonly owner: string | undefined;
  readonly custom: Readonly<Record<string, string>>;
  /** Controls that answer it, fully or in part. */
  readonly controls: readonly RowControl[];
  /** Risks that one of its controls treats. */
  readonly risks: readonly TreatedRisk[];
}

/** What the statement adds to the recorded word on applicability. */
export interface RowNotes {
  readonly reasons: readonly Reason[];
  /** The word that was recorded with these reasons: another word since then means that they no longer stand behind it. */
  readonly word: string;
  readonly how: string;
  readonly owner: string | undefined;
  readonly due: PlainDate | undefined;
  /** Columns of a statement that was brought along, under their own headings. */
  readonly custom?: Readonly<Record<string, string>>;
}

/** A risk with its treatment, as the register of risks tells of it. */
export type TreatedRisk = RiskTreated;

export interface StatementInput {
  /** Posture of the controls of Annex A. */
  readonly requirements: readonly RequirementPosture[];
  readonly controls: ReadonlyMap<ControlCode, ControlFact>;
  /** By row id. */
  readonly notes: ReadonlyMap<string, RowNotes>;
  readonly risks: readonly TreatedRisk[];
  readonly obligations: readonly Obligation[];
  readonly today: PlainDate;
}

export interface ControlFact {
  readonly name: string;
  readonly state: ControlState | undefined;
  readonly proof: ControlProof | undefined;
}
