// What a version changed against the one before it, in words. Pure.
import type { FindingVersion } from './findings.ts';

const WORDS = {
  kind: 'kind',
  source: 'who found it',
  where: 'where it was found',
  found_on: 'day on which it was found',
  found_by: 'who found it',
  statement: 'statement',
  requirements: 'requirements',
  controls: 'controls',
  evidence: 'evidence',
  owner: 'who answers for it',
  correction: 'correction',
  consequences: 'consequences',
  cause: 'cause',
  similar: 'similar cases',
  action: 'action',
  effectiveness: 'effect',
  system_change: 'change to the ISMS',
  exception: 'test and response',
  terms: 'clocks',
} as const satisfies Partial<Readonly<Record<keyof FindingVersion, string>>>;

export function changedIn(before: FindingVersion | undefined, after: FindingVersion): string {
  if (!before) return 'recorded';
  if (before.closed === null && after.closed !== null) return `closed: ${after.closed.because}`;
  if (before.closed !== null && after.closed === null)
    return `opened again: ${after.reopened.at(-1)?.because ?? ''}`;
  const fields = FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return [...new Set(fields.map((field) => WORDS[field]))].join(', ') || 'nothing';
}

const FIELDS = [
  'kind',
  'source',
  'where',
  'found_on',
  'found_by',
  'statement',
  'requirements',
  'controls',
  'evidence',
  'owner',
  'correction',
  'consequences',
  'cause',
  'similar',
  'action',
  'effectiveness',
  'system_change',
  'exception',
  'terms',
] as const satisfies readonly (keyof typeof WORDS)[];
