// Tests of a whole list instead of a sample: every row is looked at, which auditors call analytics.
import { daysBetween, type PlainDate } from '../../kernel/index.ts';
import type { PopulationKind } from './kind.ts';
import type { PopulationRow } from './row.ts';

/** `approved_by_another`: somebody other than the author approved it. `done_within`: dealt with in time. */
export type PopulationRule =
  | { readonly rule: 'approved_by_another'; readonly author: string; readonly approvers: string }
  | { readonly rule: 'done_within'; readonly days: number };

export const RULE_REASONS = [
  'approved_only_by_author',
  'nobody_approved',
  'author_not_known',
  'done_too_late',
  'not_done',
  'not_due_yet',
] as const;
export type RuleReason = (typeof RULE_REASONS)[number];

export interface RuleItem {
  readonly key: string;
  readonly day: PlainDate;
  readonly reason: RuleReason;
  /** Days between the event and the act, for `done_within`; until today where nothing was done. */
  readonly days: number | undefined;
}

/** Every row is in exactly one place: `tested = passed + deviating + open + unknown`. */
export interface RuleResult {
  readonly rule: PopulationRule;
  readonly tested: number;
  readonly passed: number;
  readonly deviating: readonly RuleItem[];
  /** Still in time, not done yet. */
  readonly open: readonly RuleItem[];
  /** Nobody can say from the list: never a pass. */
  readonly unknown: readonly RuleItem[];
}

/** The rule that a kind of list is tested by unless somebody asks for another. */
export function usualRules(kind: PopulationKind, fields: ReadonlySet<string>): readonly PopulationRule[] {
  const approvers = ['approvers', 'approver', 'approved_by', 'reviewers'].find((name) => fields.has(name));
  const author = ['author', 'requester', 'requested_by'].find((name) => fields.has(name));
  const pairs: readonly PopulationRule[] =
    (kind === 'production_changes' || kind === 'access_requests') &&
    author !== undefined &&
    approvers !== undefined
      ? [{ rule: 'approved_by_another', author, approvers }]
      : [];
  return kind === 'leavers' ? [...pairs, { rule: 'done_within', days: 1 }] : pairs;
}

/** Tests every row. `known` is the last day of which the list can speak: the day it was made. */
export function testRows(rows: readonly PopulationRow[], rule: PopulationRule, known: PlainDate): RuleResult {
  const items = rows.map((row) => judged(row, rule, known));
  const of = (verdict: Judged['verdict']): readonly RuleItem[] =>
    items.filter((each) => each.verdict === verdict).flatMap((each) => (each.item ? [each.item] : []));
  return {
    rule,
    tested: rows.length,
    passed: items.filter((each) => each.verdict === 'passed').length,
    deviating: of('deviating'),
    open: of('open'),
    unknown: of('unknown'),
  };
}

interface Judged {
  readonly verdict: 'passed' | 'deviating' | 'open' | 'unknown';
  readonly item: RuleItem | undefined;
}

function judged(row: PopulationRow, rule: PopulationRule, known: PlainDate): Judged {
  return rule.rule === 'done_within' ? inTime(row, rule.days, known) : byAnother(row, rule);
}

function inTime(row: PopulationRow, within: number, known: PlainDate): Judged {
  const days = daysBetween(row.day, row.done ?? known);
  if (row.done !== undefined)
    return days <= within ? passed() : verdict('deviating', row, { reason: 'done_too_late', days });
  return days <= within
    ? verdict('open', row, { reason: 'not_due_yet', days })
    : verdict('deviating', row, { reason: 'not_done', days });
}

function byAnother(
  row: PopulationRow,
  rule: { readonly author: string; readonly approvers: string },
): Judged {
  const authors = names(row.fields[rule.author]);
  const approvers = names(row.fields[rule.approvers]);
  if (approvers.length === 0)
    return verdict('deviating', row, { reason: 'nobody_approved', days: undefined });
  if (authors.length === 0) return verdict('unknown', row, { reason: 'author_not_known', days: undefined });
  return approvers.some((each) => !authors.some((author) => samePerson(each, author)))
    ? passed()
    : verdict('deviating', row, { reason: 'approved_only_by_author', days: undefined });
}

/** Names of a cell, parted by semicolons or line ends; commas stand inside names. */
function names(cell: string | undefined): readonly string[] {
  return (cell ?? '')
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** One address is one person, whatever name stands before it; without addresses the names must be equal. */
function samePerson(a: string, b: string): boolean {
  const [x, y] = [address(a), address(b)];
  return x !== undefined && y !== undefined ? x === y : a.toLowerCase() === b.toLowerCase();
}

function address(name: string): string | undefined {
  return (/<([^<>]+)>\s*$/.exec(name)?.[1] ?? (/^\S+@\S+$/.test(name) ? name : undefined))
    ?.trim()
    .toLowerCase();
}

function passed(): Judged {
  return { verdict: 'passed', item: undefined };
}

function verdict(
  is: Judged['verdict'],
  row: PopulationRow,
  why: { readonly reason: RuleReason; readonly days: number | undefined },
): Judged {
  return { verdict: is, item: { key: row.key, day: row.day, ...why } };
}
