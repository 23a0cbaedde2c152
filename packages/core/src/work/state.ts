// The state of data that tasks follow from: what is known, read by whoever asks, never a list of its own.
import type { Control, ControlState, OwnerRole, Posture } from '../controls/index.ts';
import type { EvidenceFact } from '../evidence/index.ts';
import type { NamedAudit } from '../audits/index.ts';
import type { NamedFinding } from '../findings/index.ts';
import type { Acknowledged, PolicyStanding, PolicyVersion } from '../policies/index.ts';
import type { RecordStanding } from '../isms/index.ts';
import type { ControlCode, Instant, PlainDate } from '../kernel/index.ts';
import type { TypedTask } from './task.ts';

export interface WorkState {
  readonly today: PlainDate;
  readonly controls: readonly Control[];
  readonly states: ReadonlyMap<ControlCode, ControlState>;
  readonly posture: Posture;
  /** Accepted and other evidence, one for each link to a control. */
  readonly facts: readonly EvidenceFact[];
  readonly toReview: readonly WaitingRecord[];
  readonly imports: readonly WaitingImport[];
  /** Checks that were seen and that no control claims, by scanner. */
  readonly unmapped: readonly {
    readonly scanner: string;
    readonly checks: number;
    readonly results: number;
  }[];
  readonly occurrences: readonly OpenOccurrence[];
  readonly expiring: readonly Expiring[];
  readonly planned: readonly PlannedAct[];
  readonly findings: readonly NamedFinding[];
  readonly audits: readonly NamedAudit[];
  readonly policies: readonly PolicyAtWork[];
  /** Records of the management system as they stand. */
  readonly isms: readonly RecordStanding[];
  readonly typed: readonly TypedTask[];
}

/** Evidence that nobody has accepted or rejected yet. */
export interface WaitingRecord {
  readonly code: string;
  readonly title: string;
  readonly controls: readonly ControlCode[];
  readonly receivedAt: Instant;
}

/** An import that was read and neither committed nor thrown away. */
export interface WaitingImport {
  readonly id: string;
  readonly filename: string;
  readonly results: number;
  readonly state: 'pending' | 'interrupted';
  readonly createdAt: Instant;
}

/** An occurrence of a control in the window that is to be done, or was not done in time. */
export interface OpenOccurrence {
  readonly control: ControlCode;
  readonly scope: string;
  readonly state: 'due' | 'missed';
  /** The day that it is due. */
  readonly due: PlainDate;
  /** Last day on which it still counts as late instead of missed. */
  readonly graceUntil: PlainDate;
}

/** Something that a person decided for a time, and that ends. */
export interface Expiring {
  readonly what: 'exclusion' | 'schedule';
  readonly id: string;
  readonly control: ControlCode;
  /** First day on which it no longer holds. */
  readonly until: PlainDate;
  readonly reason: string;
}

/** An act that a saved plan of a window asks for. */
export interface PlannedAct {
  readonly plan: string;
  readonly control: ControlCode;
  readonly act: string;
  readonly by: PlainDate;
}

/** A policy as tasks need to know it. */
export interface PolicyAtWork {
  readonly code: string;
  readonly title: string;
  readonly owner: OwnerRole;
  readonly standing: PolicyStanding;
  /** Day from which the version in force holds. */
  readonly since: PlainDate | undefined;
  readonly acknowledged: Acknowledged | undefined;
  /** The newest version, with the places that are open in it. */
  readonly newest: PolicyVersion;
  readonly missing: readonly string[];
}
