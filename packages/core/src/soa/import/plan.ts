// What an import of a statement would change, row by row, field by field, against what stands.
import { keptFields } from '../../tables/index.ts';
import { reasonsInWords } from '../reason.ts';
import type { RowNotes, RowStanding } from '../row.ts';
import type { StatementField } from './headings.ts';
import { proposalOf, type Proposal, type StatementReferences } from './proposal.ts';
import type { StatementRow } from './rows.ts';

/**
 * new: a row that was undecided is decided. silent: the file says nothing that could be taken. error: something in it
 * cannot stand; nothing of the row is taken.
 */
export const IMPORT_OUTCOMES = ['new', 'changed', 'unchanged', 'silent', 'error'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** How a row stands: the word on it, and what the statement adds. */
export interface StandingRow {
  readonly id: string;
  readonly title: string;
  readonly standing: RowStanding;
  readonly notes: RowNotes;
}

export interface StatementPlanRow {
  readonly sheet: string;
  readonly row: number;
  readonly id: string;
  readonly title: string;
  readonly outcome: ImportOutcome;
  readonly changes: readonly FieldChange[];
  /** One sentence each: why it is an error. */
  readonly problems: readonly string[];
  /** What is to stand; undefined where nothing is to be written. */
  readonly next: { readonly standing: RowStanding; readonly notes: RowNotes } | undefined;
}

export interface StatementPlanInput {
  readonly rows: readonly StatementRow[];
  readonly headings: ReadonlyMap<StatementField, string>;
  readonly references: StatementReferences;
  readonly standing: ReadonlyMap<string, StandingRow>;
}

export function planStatement({
  rows,
  headings,
  references,
  standing,
}: StatementPlanInput): readonly StatementPlanRow[] {
  return rows.map((row) => {
    const held = standing.get(row.id);
    const at = { sheet: row.sheet, row: row.row, id: row.id, title: held?.title ?? row.said.title ?? '' };
    const nothing = { ...at, changes: [], problems: [], next: undefined };
    if (held === undefined)
      return { ...nothing, outcome: 'error', problems: [`The statement has no row ${row.id}.`] };
    const proposal = proposalOf(row, headings, references);
    if (proposal.faults.length > 0)
      return {
        ...nothing,
        outcome: 'error',
        problems: proposal.faults.map((fault) => `${row.id} ${fault}.`),
      };
    const next = nextOf(held, proposal);
    const changes = changesOf(held, next);
    if (changes.length === 0)
      return { ...nothing, outcome: proposal.standing === undefined ? 'silent' : 'unchanged' };
    const decided = held.standing.is === 'undecided' && next.standing.is !== 'undecided';
    return { ...at, outcome: decided ? 'new' : 'changed', changes, problems: [], next };
  });
}

function nextOf({ standing, notes }: StandingRow, proposal: Proposal): NonNullable<StatementPlanRow['next']> {
  const next = standingAfter(standing, proposal.standing);
  return {
    standing: next,
    notes: {
      reasons: next.is === 'in' ? next.reasons : [],
      word: next.is === 'in' ? reasonsInWords(next.reasons) : '',
      how: proposal.how ?? notes.how,
      owner: proposal.owner ?? notes.owner,
      due: proposal.due ?? notes.due,
      custom: { ...notes.custom, ...proposal.custom },
    },
  };
}

/** What a bare yes says. */
const NO_REASON: RowStanding = {
  is: 'unreasoned',
  because: 'Yes in the statement that was brought, which gives no reason.',
};

/** A bare yes or no takes away no reason that was given here. */
function standingAfter(held: RowStanding, said: RowStanding | undefined): RowStanding {
  if (said === undefined) return held;
  const bareYes = said.is === 'unreasoned' && said.because === '';
  if (bareYes) return held.is === 'in' || held.is === 'unreasoned' ? held : NO_REASON;
  const bareNo = said.is === 'out' && said.justification === '';
  return bareNo && held.is === 'out' ? held : said;
}

function changesOf(
  held: Pick<StandingRow, 'standing' | 'notes'>,
  next: Pick<StandingRow, 'standing' | 'notes'>,
): readonly FieldChange[] {
  const [before, after] = [fieldsOf(held), fieldsOf(next)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .map((field) => ({ field, before: before.get(field) ?? '', after: after.get(field) ?? '' }))
    .filter((change) => change.before !== change.after);
}

function fieldsOf({ standing, notes }: Pick<StandingRow, 'standing' | 'notes'>): ReadonlyMap<string, string> {
  return new Map([
    ['decision', standing.is === 'unreasoned' ? 'in' : standing.is],
    ['justification', whyOf(standing)],
    ['how', notes.how],
    ['owner', notes.owner ?? ''],
    ['due', notes.due ?? ''],
    ...keptFields(notes.custom ?? {}),
  ]);
}

function whyOf(standing: RowStanding): string {
  if (standing.is === 'in') return reasonsInWords(standing.reasons);
  if (standing.is === 'out') return standing.justification;
  return standing.is === 'unreasoned' ? standing.because : '';
}
