// What windows ask of their neighbours, in the words of windows: outages, and events with what answered them.
import type { ControlCode, EventItem, Instant, PlainDate } from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';

/** A time in which what looks at controls is known to have been blind. */
export interface KnownOutage {
  readonly controls: readonly ControlCode[] | 'all';
  readonly scope: string | undefined;
  readonly from: Instant;
  readonly until: Instant;
  readonly reason: string;
}

/** A population's word on one control: its events, and those that a row of it says were answered. */
export interface KnownEvents {
  readonly events: readonly EventItem[];
  readonly answers: readonly {
    readonly event: string;
    /** Human id of the evidence that holds the population. */
    readonly evidence: string;
    readonly performedAt: PlainDate;
    readonly capturedAt: PlainDate;
  }[];
}

/** A time, and at which instant one asks what was known of it. */
export interface Asked {
  readonly from: Instant;
  readonly until: Instant;
  readonly at?: Instant | undefined;
}

/** Events by control; a control without a known population is not in the map, and its window says unknown. */
export function eventsOf(
  _tx: Tx,
  _scope: OrgScope,
  _asked: Asked,
): Promise<ReadonlyMap<ControlCode, KnownEvents>> {
  return Promise.resolve(new Map());
}
