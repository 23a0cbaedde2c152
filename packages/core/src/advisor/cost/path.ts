// The way that is paid for: which credentials, one after the other or side by side, in which months.
import { DAYS_A_MONTH, daysBetween, type PlainDate } from '../../kernel/index.ts';
import { LEADS_TO, type AdviceOption, type Credential, type DayRange, type Lead } from '../../plan/index.ts';
import type { Situation } from '../situation.ts';
import type { Book } from './book.ts';

/** Credentials in the order in which they come; together: prepared at once, by one set of controls, with one firm where it can. */
export interface CostRoute {
  readonly credentials: readonly Credential[];
  readonly together: boolean;
}

/** Months from today in which a credential is begun, prepared, and in hand. */
export interface CostStep {
  readonly credential: Credential;
  readonly begins: number;
  readonly prepared: number;
  readonly ready: number;
  /** Months of operation that a Type II looks at, as far as they lie ahead. */
  readonly window: number;
}

/** When credentials are in hand, in months from today, where a plan says so. */
export type ReadyMonths = Readonly<Partial<Record<Credential, number>>>;

/** What a plan knows of the way; where there is none, the figures of time stand. */
export interface AsPlanned {
  readonly ready?: ReadyMonths | undefined;
  /** Months of the first Type II period that lie ahead. */
  readonly windowMonths?: number | undefined;
  /** Groundwork that is still to be done. */
  readonly groundwork?: readonly Lead[] | undefined;
}

/** Of an option's facts what its plan knows. */
interface Dated {
  readonly credentials: readonly { readonly credential: Credential; readonly ready: DayRange }[];
  readonly windowAhead: number;
  readonly groundwork: readonly Lead[];
}

/** The plan's dates as months from today: half of the courses are there by then. */
export function asPlanned(today: PlainDate, { credentials, windowAhead, groundwork }: Dated): AsPlanned {
  return {
    ready: Object.fromEntries(
      credentials.map(({ credential, ready }) => [
        credential,
        Math.max(0, daysBetween(today, ready.p50)) / DAYS_A_MONTH,
      ]),
    ),
    // To a tenth: a period of 90 days is one of three months.
    windowMonths: Math.round((10 * windowAhead) / DAYS_A_MONTH) / 10,
    groundwork,
  };
}

/** What an option leads to; what is held already is not bought again. */
export function routeOf(option: AdviceOption, { wantsBoth, existing }: Situation): CostRoute {
  const goesOn: readonly Credential[] = option === 'iso_first' && wantsBoth ? ['soc2_type2'] : [];
  const credentials = [...LEADS_TO[option], ...goesOn].filter((each) => !existing.held.includes(each));
  return { credentials, together: option === 'both_in_parallel' && credentials.length > 1 };
}

/** An auditor comes a month before a certificate is decided; before a Type I it takes as long to write. */
const AUDIT_MONTHS = 1;

export function stepsOf(
  route: CostRoute,
  book: Book,
  { ready = {}, windowMonths }: AsPlanned,
): readonly CostStep[] {
  const steps: CostStep[] = [];
  for (const credential of route.credentials) {
    const before = steps.at(-1);
    const follows = before !== undefined && !route.together;
    // A Type II goes on from the controls of the Type I before it: there is nothing to prepare again.
    const continues = before?.credential === 'soc2_type1' && credential === 'soc2_type2';
    const begins = follows ? before.ready : 0;
    const share = continues
      ? 0
      : follows || isSecond(credential, book.situation)
        ? book.number('time.second')
        : 1;
    steps.push(stepOf(credential, { begins, share, ready: ready[credential], windowMonths }, book));
  }
  return steps;
}

/** Whether the other framework is answered already: most of the controls then stand. */
export function isSecond(credential: Credential, { existing }: Situation): boolean {
  return existing.held.some((held) => (held === 'iso27001') !== (credential === 'iso27001'));
}

function stepOf(
  credential: Credential,
  at: {
    readonly begins: number;
    readonly share: number;
    readonly ready: number | undefined;
    readonly windowMonths: number | undefined;
  },
  book: Book,
): CostStep {
  if (credential === 'soc2_type2') {
    const window = at.windowMonths ?? book.number('soc2.window.months');
    const after = window + book.number('soc2.report.months');
    const prepared = at.begins + at.share * book.number('time.soc2_type1');
    const ready = at.ready ?? prepared + after;
    return {
      credential,
      begins: Math.min(at.begins, ready),
      prepared: Math.max(0, Math.min(prepared, ready - after)),
      ready,
      window,
    };
  }
  const key = credential === 'iso27001' ? 'time.iso27001' : 'time.soc2_type1';
  const ready = at.ready ?? at.begins + at.share * book.number(key);
  const begins = Math.min(at.begins, ready);
  return { credential, begins, prepared: Math.max(begins, ready - AUDIT_MONTHS), ready, window: 0 };
}
