// What acts on samples are given: where they write, and what is to be drawn.
import type { ControlCode, FrequencyClass, Instant, StrataRule } from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import type { SizeChoice } from './draw.ts';
import type { SampleDefinition } from './stored.ts';

export interface Work {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly now: Instant;
}

export interface DrawOrder {
  readonly control: ControlCode;
  readonly size: SizeChoice;
  /** How often the control runs by its schedule, asked only where a table needs it. */
  readonly scheduled: () => Promise<FrequencyClass | undefined>;
  readonly strata: StrataRule;
  /** Typed by the auditor; random where nobody typed one. */
  readonly seed: string | undefined;
  readonly confidence: number;
  readonly attributes: SampleDefinition['attributes'];
}
