// Statements and registers that are brought: their types, and what the pages say of them.
import type { Output, Routes } from '@assay/contract';
import { REGISTER_FIELDS, STATEMENT_FIELDS } from '@assay/core';

export type Kept = Output<Routes['kept.read']>;
export type KeptKind = Kept['kind'];
export type KeptRow = Kept['rows'][number];
export type KeptColumn = Kept['tables'][number]['columns'][number];

/** What a column may be, in the order in which a person looks for it. */
export const FIELDS: Readonly<Record<KeptKind, readonly string[]>> = {
  statement: ['id', ...STATEMENT_FIELDS],
  register: REGISTER_FIELDS,
};

const WORDS: Readonly<Record<string, string>> = {
  id: 'Id of Annex A',
  applies: 'Applies, yes or no',
  excluded: 'Does not apply, yes or no',
  risk: 'In because of a risk',
  law: 'In because of a law',
  contract: 'In because of a contract',
  baseline: 'In because of a baseline',
  inclusion: 'Why it is in',
  exclusion: 'Why it is out',
  reason: 'Why, in or out',
  how: 'How it is implemented',
  due: 'Due day',
  ref: 'Reference',
  weakness: 'Vulnerability',
  level: 'Level (kept as a text)',
  residual_likelihood: 'Likelihood after treatment',
  residual_impact: 'Impact after treatment',
  residual_level: 'Level after treatment (kept as a text)',
  existing: 'Controls there already',
  controls: 'Controls of the treatment',
  plan: 'Treatment plan',
  plan_owner: 'Who carries out the treatment',
  option: 'Treatment option',
};

/** A field as a person reads it. */
export function fieldWord(field: string): string {
  if (field.startsWith('column ')) return `Kept, ${field.slice('column '.length)}`;
  return WORDS[field] ?? `${field.charAt(0).toUpperCase()}${field.slice(1).replaceAll('_', ' ')}`;
}

const REASONS: Readonly<Record<string, string>> = {
  no_id: 'no id of Annex A',
  objective: 'an objective of 2013, not a control',
  unknown_id: 'an id that no edition has',
  unclear_id: 'an id that may be two',
  other_edition: 'an id of the other edition',
  twice: 'stands above already',
  headings: 'the headings once more',
  section: 'a heading of a group',
  no_title: 'nothing that names a risk',
};

/** Why a row was left. */
export function leftWord(reason: string): string {
  return REASONS[reason] ?? reason;
}

/** Rows that a commit would write. */
export function writes({ counts }: Pick<Kept, 'counts'>): number {
  return counts.new + counts.changed;
}

/** Rows as a person looks at them: what cannot stand, what changes, what does not. */
export function byWeight(rows: readonly KeptRow[]): readonly KeptRow[] {
  const order = ['error', 'new', 'changed', 'silent', 'unchanged'];
  return rows.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.row - b.row);
}
