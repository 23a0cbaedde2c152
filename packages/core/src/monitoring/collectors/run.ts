// One run as it was reported, and whether it looked at everything: what is not certain is unknown, never a run.
import { isNonEmpty, type Instant, type NonEmpty } from '../../kernel/index.ts';
import { promisedAt, type Collector, type Promised } from './collector.ts';

/** Why a run could not finish, in the words of whoever reports it. */
export const RUN_ERRORS = [
  'authentication',
  'authorization',
  'rate_limit',
  'timeout',
  'unreachable',
  'unreadable',
  'other',
] as const;
export type RunError = (typeof RUN_ERRORS)[number];

/** A run of a collector. */
export interface CollectorRun {
  readonly id: string;
  /** When its answer stood: the instant from which the next run is expected. */
  readonly endedAt: Instant;
  /** Results and rows that it brought. */
  readonly rows: number;
  /** It says itself that pages or items are missing. */
  readonly partial: boolean;
  readonly error: RunError | undefined;
  /** Readers of the files that it brought. */
  readonly formats: readonly string[];
  /** Checks of which it said something. */
  readonly checks: readonly string[];
  /** An import that it brought was taken back. */
  readonly undone: boolean;
  /** A person has looked at it and says that it was whole. */
  readonly vouched: boolean;
}

export const UNKNOWN_REASONS = [
  'authentication',
  'failed',
  'undone',
  'partial',
  'unexpected_format',
  'format_changed',
  'checks_missing',
  'empty',
] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/** What a run is judged by: its words, the promise of its day, and the last complete run before it. */
interface Judged {
  readonly run: CollectorRun;
  readonly promised: Promised;
  readonly before: CollectorRun | undefined;
}

interface RunRule {
  readonly why: UnknownReason;
  /** A person who has looked may say that the run was whole all the same. */
  readonly vouchable: boolean;
  readonly source: string;
  readonly holds: (judged: Judged) => boolean;
}

const COMPLETE = 'AT-C 205, information produced by the entity: complete and accurate';
const VALID = 'ISO/IEC 27001:2022 9.1 b): methods that produce comparable results';

/** More than one half of the checks that the run before answered have no answer: the source has another shape. */
function isSharp(before: readonly string[], now: readonly string[]): boolean {
  const answered = new Set(now);
  return before.filter((check) => !answered.has(check)).length * 2 > before.length;
}

/** A run that stopped says nothing by what it lacks. */
function ended({ run }: Judged): boolean {
  return run.error === undefined;
}

/** What makes a run unknown. Each rule speaks for itself; a run may break several. */
export const RUN_RULES: readonly RunRule[] = [
  {
    why: 'authentication',
    vouchable: false,
    source: COMPLETE,
    holds: ({ run }) => run.error === 'authentication' || run.error === 'authorization',
  },
  {
    why: 'failed',
    vouchable: false,
    source: COMPLETE,
    holds: ({ run }) =>
      run.error !== undefined && run.error !== 'authentication' && run.error !== 'authorization',
  },
  { why: 'undone', vouchable: false, source: COMPLETE, holds: ({ run }) => run.undone },
  { why: 'partial', vouchable: false, source: COMPLETE, holds: ({ run }) => run.partial },
  {
    why: 'unexpected_format',
    vouchable: true,
    source: VALID,
    holds: ({ run, promised }) =>
      promised.formats.length > 0 && run.formats.some((format) => !promised.formats.includes(format)),
  },
  {
    why: 'format_changed',
    vouchable: true,
    source: VALID,
    holds: (judged) =>
      ended(judged) &&
      judged.promised.formats.length === 0 &&
      (judged.before?.formats ?? []).some((format) => !judged.run.formats.includes(format)),
  },
  {
    why: 'checks_missing',
    vouchable: true,
    source: VALID,
    holds: (judged) =>
      ended(judged) &&
      judged.promised.lists === 'everything' &&
      judged.run.rows > 0 &&
      isSharp(judged.before?.checks ?? [], judged.run.checks),
  },
  {
    why: 'empty',
    vouchable: true,
    source: COMPLETE,
    holds: (judged) =>
      ended(judged) &&
      judged.promised.lists === 'everything' &&
      judged.run.rows === 0 &&
      (judged.before?.rows ?? 0) > 0,
  },
];

/** A run with what is to be thought of it. */
export type RunVerdict =
  | { readonly complete: true; readonly vouched: boolean }
  | { readonly complete: false; readonly because: NonEmpty<UnknownReason> };
export interface JudgedRun {
  readonly run: CollectorRun;
  readonly verdict: RunVerdict;
}

/**
 * Judges runs in order of their end, each against the last complete one before it. What ended after `at` is not
 * known yet.
 * @example a run with `partial: true` is `{ complete: false, because: ['partial'] }`
 */
export function judgeRuns(
  collector: Collector,
  runs: readonly CollectorRun[],
  at: Instant,
): readonly JudgedRun[] {
  let before: CollectorRun | undefined;
  return runs
    .filter((run) => run.endedAt <= at)
    .toSorted(byEnd)
    .map((run) => {
      const verdict = verdictOf({ run, promised: promisedAt(collector, run.endedAt), before });
      if (verdict.complete) before = run;
      return { run, verdict };
    });
}

/** Whether a person's word would make a run complete: only where nothing else is against it. */
export function isVouchable({ verdict }: JudgedRun): boolean {
  return (
    !verdict.complete &&
    verdict.because.every((why) => RUN_RULES.some((rule) => rule.why === why && rule.vouchable))
  );
}

function verdictOf(judged: Judged): RunVerdict {
  const broken = RUN_RULES.filter((rule) => rule.holds(judged));
  const because = broken.filter((rule) => !(rule.vouchable && judged.run.vouched)).map(({ why }) => why);
  return isNonEmpty(because) ? { complete: false, because } : { complete: true, vouched: broken.length > 0 };
}

function byEnd(a: CollectorRun, b: CollectorRun): number {
  if (a.endedAt !== b.endedAt) return a.endedAt < b.endedAt ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
