// Evidence is collected once: one artefact, four times, many controls, a verdict per framework.
import type { ControlCode, Id, Instant, Period, PlainDate } from '../kernel/index.ts';

export const EVIDENCE_KINDS = [
  'scan',
  'document',
  'record',
  'screenshot',
  'attestation',
  'population',
  'export',
  'configuration',
  'other',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** How it came in; stronger methods need less support (AT-C 205, reliability of information). */
export const COLLECTION_METHODS = ['scanner', 'api', 'ci', 'upload', 'attestation'] as const;
export type CollectionMethod = (typeof COLLECTION_METHODS)[number];

/**
 * Four times of a piece of evidence. What it supports follows from the first two,
 * never from when it was uploaded. The ledger adds a fifth, the place in its order.
 */
export interface EvidenceTimes {
  /** Day on which what it shows was true or was done. */
  readonly performedAt: PlainDate;
  /** The days it speaks for, when it speaks for more than one. */
  readonly covers?: Period;
  /** When the artefact was made, as its source says. */
  readonly capturedAt?: Instant;
  /** When Assay received it. */
  readonly receivedAt: Instant;
}

/** A person's word on a piece of evidence; unreviewed evidence proves nothing that needs a person. */
export type Review =
  | { readonly state: 'pending' }
  | { readonly state: 'accepted'; readonly by: string; readonly at: Instant; readonly note?: string }
  | { readonly state: 'rejected'; readonly by: string; readonly at: Instant; readonly reason: string };

/** What posture needs to know of one piece of evidence for one control. */
export interface EvidenceFact {
  readonly evidence: Id<'evidence'>;
  readonly code: string;
  readonly control: ControlCode;
  readonly times: EvidenceTimes;
  readonly review: Review['state'];
  /** Days that it stays fresh by its own rule; without one each control's rule holds. */
  readonly freshnessDays?: number;
  /** What the system is called that it was taken of; without one it speaks for all. */
  readonly system?: string;
}
