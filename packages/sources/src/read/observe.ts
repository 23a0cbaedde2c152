// Makes observations within the house's limits: one line of message, a bounded subject, real times.
import { instantOfMillis, parseInstant, type Instant } from '@assay/core/kernel';
import {
  SEVERITIES,
  type CheckKey,
  type Observation,
  type ObservationStatus,
  type Severity,
} from '@assay/core/observation';
import { meaningOf } from './words.ts';

const MESSAGE_LIMIT = 500;
const SUBJECT_LIMIT = 1000;

export interface Found {
  readonly tool: string;
  readonly check: string;
  readonly subject: string | undefined;
  readonly status: ObservationStatus;
  readonly observedAt?: Instant | undefined;
  readonly severity?: Severity | undefined;
  readonly message?: string | undefined;
}

/** One observation; a missing subject is said so, because a result without a subject cannot be compared. */
export function observation(found: Found): Observation {
  const made: { -readonly [K in keyof Observation]: Observation[K] } = {
    check: checkKey(found.tool, found.check),
    subject: clean(found.subject ?? 'unnamed subject', SUBJECT_LIMIT),
    status: found.status,
    observedAt: found.observedAt,
  };
  if (found.severity) made.severity = found.severity;
  if (found.message) made.message = clean(found.message, MESSAGE_LIMIT);
  return made;
}

/** `tool:rule`, both cleaned of what would break a key. */
function checkKey(tool: string, rule: string): CheckKey {
  return `${toolName(tool)}:${clean(rule, 200)}`;
}

const PLAIN_NAME = /^[a-z0-9](?:[a-z0-9.+-]{0,58}[a-z0-9.+])?$/;

/** Editions of one tool that give the same rules: a check keeps its name when a company buys the other. */
const EDITIONS: ReadonlyMap<string, string> = new Map([
  ['semgrep-oss', 'semgrep'],
  ['semgrep-pro', 'semgrep'],
]);

/** Lower-case tool name without spaces. */
export function toolName(name: string): string {
  const plain = PLAIN_NAME.test(name) ? name : plainName(name);
  return EDITIONS.get(plain) ?? plain;
}

function plainName(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9.+-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'unnamed'
  );
}

/** What must not stand in one line: controls, line and paragraph separators, halves of a character. */
const UNCLEAN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]/;

/** One line without control characters. */
export function clean(text: string, limit: number): string {
  if (text.length <= limit && !UNCLEAN.test(text)) return text.trim();
  return text
    .slice(0, limit * 2)
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim()
    .slice(0, limit)
    .toWellFormed();
}

const WORDS: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  fatal: 'critical',
  high: 'high',
  important: 'high',
  error: 'high',
  medium: 'medium',
  moderate: 'medium',
  warning: 'medium',
  low: 'low',
  minor: 'low',
  note: 'low',
  negligible: 'low',
  info: 'info',
  informational: 'info',
  none: 'info',
};

/** Severity of a foreign word; undefined when it is none that is known. */
export function severityOf(word: string | undefined): Severity | undefined {
  return meaningOf(WORDS, word?.toLowerCase());
}

/** Severity of a CVSS base score (CVSS 3.1 section 5, qualitative scale). */
export function severityOfScore(score: number | undefined): Severity | undefined {
  if (score === undefined || score < 0 || score > 10) return undefined;
  const band = score >= 9 ? 0 : score >= 7 ? 1 : score >= 4 ? 2 : score > 0 ? 3 : 4;
  return SEVERITIES[band];
}

/** An instant of text, or of seconds or milliseconds since 1970; undefined when neither. */
export function instantOf(value: unknown): Instant | undefined {
  if (typeof value === 'string') return instantOfText(value);
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return undefined;
  const millis = value > 1e11 ? value : value * 1000;
  return millis < 253_402_300_800_000 ? instantOfMillis(millis) : undefined;
}

/** A run gives most of its findings the same time; the last answer is kept, because it is asked again at once. */
let last: { readonly text: string; readonly instant: Instant | undefined } = { text: '', instant: undefined };

function instantOfText(text: string): Instant | undefined {
  if (text === last.text) return last.instant;
  const instant =
    parseInstant(text) ?? (/^\d{4}-\d{2}-\d{2}$/.test(text) ? parseInstant(`${text}T00:00:00Z`) : undefined);
  last = { text, instant };
  return instant;
}
