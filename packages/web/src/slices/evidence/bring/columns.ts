// The columns of a table as somebody names them, with guesses from their heads.
import { csvRows } from '../record/preview.ts';

export interface Columns {
  readonly check: string;
  readonly subject: string;
  readonly status: string;
  readonly observed_at?: string;
  readonly message?: string;
}

export const ROLES = ['check', 'subject', 'status', 'observed_at', 'message'] as const;
export type Role = (typeof ROLES)[number];

const LIKE: Readonly<Record<Role, RegExp>> = {
  check: /check|rule|policy|test|control/i,
  subject: /resource|subject|asset|host|arn|target|user|email/i,
  status: /status|result|outcome|state|verdict/i,
  observed_at: /time|date|seen|checked/i,
  message: /message|detail|reason|description/i,
};

/** Heads of a table with at least three named columns; nothing for any other text. */
export function headsOf(filename: string, head: string): readonly string[] {
  if (!/\.(csv|tsv|txt)$/i.test(filename) || head.includes('\0')) return [];
  const [heads = []] = csvRows(head);
  const named = heads.map((each) => each.trim()).filter((each) => each !== '');
  return named.length >= 3 && named.length === heads.length && new Set(named).size === named.length
    ? named
    : [];
}

/** The head that sounds most like each role, none twice. */
export function guessColumns(heads: readonly string[]): Partial<Record<Role, string>> {
  const used = new Set<string>();
  const found: Partial<Record<Role, string>> = {};
  for (const role of ROLES) {
    const head = heads.find((each) => !used.has(each) && LIKE[role].test(each));
    if (head === undefined) continue;
    used.add(head);
    found[role] = head;
  }
  return found;
}
