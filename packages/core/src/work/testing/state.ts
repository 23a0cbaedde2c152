// A state of data as the tests of work write it, short.
import { posture, type Control, type ControlState } from '../../controls/index.ts';
import type { EvidenceFact, Examination } from '../../evidence/index.ts';
import { makeId, parseInstant, parsePlainDate, type Instant, type PlainDate } from '../../kernel/index.ts';
import { countByControl, latestAt, type CheckKey } from '../../monitoring/index.ts';
import type { WorkState } from '../state.ts';

export interface Short {
  readonly controls: readonly {
    readonly code: string;
    readonly kind?: Control['kind'];
    readonly state?: 'planned' | 'undecided';
  }[];
  readonly evidence?: readonly {
    readonly code: string;
    readonly control: string;
    readonly performedAt: string;
    readonly freshnessDays?: number;
  }[];
  /** Failing checks of the first control. */
  readonly failing?: readonly CheckKey[];
  readonly examination?: Examination;
}

export const today = day('2026-06-01');

export function day(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (!parsed) throw new Error(`no day: ${text}`);
  return parsed;
}

export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (!parsed) throw new Error(`no instant: ${text}`);
  return parsed;
}

/** Accepted evidence, received on the day of its act. */
export function fact(given: NonNullable<Short['evidence']>[number]): EvidenceFact {
  return {
    evidence: makeId('evidence', 0, new Uint8Array(10)),
    code: given.code,
    control: given.control,
    times: { performedAt: day(given.performedAt), receivedAt: instant(`${given.performedAt}T12:00:00Z`) },
    review: 'accepted',
    ...(given.freshnessDays === undefined ? {} : { freshnessDays: given.freshnessDays }),
  };
}

export function stateOf(short: Short): WorkState {
  const controls = short.controls.map(controlOf);
  const states = new Map(short.controls.map((each) => [each.code, heldOf(each.state)]));
  const facts = (short.evidence ?? []).map(fact);
  const seen = (short.failing ?? []).map((check) => ({
    check,
    subject: 'root',
    status: 'fail' as const,
    observedAt: instant('2026-05-30T00:00:00Z'),
    receivedAt: instant('2026-05-30T00:00:00Z'),
  }));
  const checks = countByControl(latestAt(seen, instant('2026-06-01T12:00:00Z')), {
    today,
    controlsOf: () => controls.slice(0, 1).map(({ code }) => code),
    freshnessOf: () => 100,
  });
  const input = {
    frameworks: [],
    categories: [],
    controls,
    states,
    mappings: [],
    decisions: new Map(),
    facts,
    checks,
    examination: short.examination ?? { type: 'none' as const },
    today,
  };
  return {
    today,
    controls,
    states,
    facts,
    posture: posture(input),
    toReview: [],
    imports: [],
    unmapped: [],
    occurrences: [],
    expiring: [],
    planned: [],
    findings: [],
    audits: [],
    policies: [],
    isms: [],
    typed: [],
  };
}

function controlOf({ code, kind = 'manual' }: Short['controls'][number]): Control {
  return {
    code,
    domain: 'access',
    name: code,
    objective: 'objective',
    activity: 'activity',
    ownerRole: 'security_lead',
    kind,
    frequency: 'quarterly',
    freshnessDays: 100,
    effortDays: 1,
    evidence: { ask: 'ask', good: 'good', bad: 'bad' },
  };
}

function heldOf(state: 'planned' | 'undecided' | undefined): ControlState {
  if (state === 'undecided') return { state };
  return {
    state: 'adopted',
    implementation: state ?? 'implemented',
    since: instant('2025-01-01T00:00:00Z'),
  };
}
