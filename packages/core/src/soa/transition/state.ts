// Where the way from 2013 to 2022 stands: what came from where, what is still to decide, and what goes wrong on it.
import type { PlainDate } from '../../kernel/index.ts';
import type { Line } from '../line.ts';
import { editionStanding } from './deadline.ts';
import type { DraftRow } from './draft.ts';

/**
 * carried: it stands as the old statement had it, and nobody has named a risk or obligation for it since. decided:
 * somebody has. The others are undecided: a control that is new, parents that disagree, or nothing that could be read.
 */
export const TRANSITION_STATES = ['new', 'conflict', 'unclear', 'carried', 'decided'] as const;
export type TransitionState = (typeof TRANSITION_STATES)[number];

export interface TransitionRow extends DraftRow {
  readonly title: string;
  readonly theme: string;
  readonly decision: Line['decision'];
  readonly justification: string;
  readonly state: TransitionState;
}

export const TRANSITION_LINTS = {
  'transition.not_rederived': {
    remedy:
      'Ask of each which risk or obligation it is in for, and name that; a new number is not a new decision.',
  },
  'transition.new_out_without_reason': {
    remedy: 'Write why each of the new controls is not necessary: an auditor reads these rows first.',
  },
  'transition.audit_on_2013': {
    remedy: 'Audit against ISO/IEC 27001:2022 and name that edition in the criteria.',
  },
  'transition.certificate_2013': {
    remedy: 'Be certified anew: what lapsed is not transferred, stage 1 and stage 2 are both done.',
  },
} as const satisfies Readonly<Record<string, { readonly remedy: string }>>;

export type TransitionLintCode = keyof typeof TRANSITION_LINTS;

export interface TransitionLint {
  readonly code: TransitionLintCode;
  /** Rows, audits or the certificate that it is about. */
  readonly about: readonly string[];
  readonly detail: string;
}

export interface TransitionInput {
  readonly draft: readonly DraftRow[];
  /** The statement as it stands, and the words that the import of the old one wrote, by row. */
  readonly lines: readonly Line[];
  readonly written: ReadonlyMap<string, string>;
  readonly audits: readonly { readonly code: string; readonly criteria: string }[];
  /** What the certificate says of its standard; undefined where nobody says. */
  readonly certificate: string | undefined;
  readonly today: PlainDate;
}

export interface TransitionProgress {
  readonly rows: number;
  readonly new: number;
  readonly conflict: number;
  readonly unclear: number;
  readonly carried: number;
  readonly decided: number;
}

export interface Transition {
  readonly rows: readonly TransitionRow[];
  readonly progress: TransitionProgress;
  readonly lints: readonly TransitionLint[];
}

export function transitionOf(input: TransitionInput): Transition {
  const rows = rowsOf(input);
  const count = (state: TransitionState): number => rows.filter((row) => row.state === state).length;
  return {
    rows,
    progress: {
      rows: rows.length,
      new: count('new'),
      conflict: count('conflict'),
      unclear: count('unclear'),
      carried: count('carried'),
      decided: count('decided'),
    },
    lints: lintTransition(rows, input),
  };
}

/** Every number of the progress in words, with the one it is a part of. */
export function transitionSentence(
  { rows, new: fresh, conflict, unclear, carried, decided }: TransitionProgress,
  from: string | undefined,
): string {
  const open = fresh + conflict + unclear;
  const parts = [
    part(fresh, 'that 2013 did not have', 'that 2013 did not have'),
    part(conflict, 'whose parents disagree', 'whose parents disagree'),
    part(unclear, 'of which nothing could be carried', 'of which nothing could be carried'),
  ].filter((text) => text !== '');
  const toDecide =
    open === 0
      ? `All ${rows} controls of 2022 are decided`
      : `${open} of ${rows} controls of 2022 are still to decide (${parts.join(', ')})`;
  if (from === undefined) return `${toDecide}; no statement of 2013 has been brought.`;
  return `${toDecide}; ${carried} ${carried === 1 ? 'stands' : 'stand'} as ${from} had them, and ${decided} ${decided === 1 ? 'was' : 'were'} decided here.`;
}

function part(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}

function rowsOf({ draft, lines, written }: TransitionInput): readonly TransitionRow[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return draft.flatMap((row) => {
    const line = byId.get(row.id);
    if (line === undefined) return [];
    const { title, theme, decision, justification } = line;
    return [{ ...row, title, theme, decision, justification, state: stateOf(row, line, written) }];
  });
}

function stateOf(row: DraftRow, line: Line, written: ReadonlyMap<string, string>): TransitionState {
  if (line.decision !== 'undecided') return isCarried(line, written) ? 'carried' : 'decided';
  if (row.origin === 'new') return 'new';
  return row.conflicts.some(({ field }) => field === 'applies') ? 'conflict' : 'unclear';
}

function isCarried(line: Line, written: ReadonlyMap<string, string>): boolean {
  return written.get(line.id) === wordsOf(line) && line.reasons.every(({ ref }) => ref === null);
}

/** What a line says in a form that can be compared with what an import wrote. */
export function wordsOf({ decision, justification }: Pick<Line, 'decision' | 'justification'>): string {
  return `${decision}: ${justification}`;
}

function lintTransition(
  rows: readonly TransitionRow[],
  { audits, certificate, today }: TransitionInput,
): readonly TransitionLint[] {
  const carried = rows.filter(({ state, decision }) => state === 'carried' && decision === 'in');
  const bare = rows.filter(
    ({ origin, decision, justification }) =>
      origin === 'new' && decision === 'out' && justification.trim() === '',
  );
  const old = audits.filter(
    ({ criteria }) => !['current', 'unknown'].includes(editionStanding(criteria, today)),
  );
  const lapsed = certificate !== undefined && editionStanding(certificate, today) === 'invalid';
  return [
    ...lint(
      'transition.not_rederived',
      carried.map(({ id }) => id),
      (count) =>
        `${count} in as the old statement had ${count === '1 row is' ? 'it' : 'them'}, for no risk or obligation.`,
    ),
    ...lint(
      'transition.new_out_without_reason',
      bare.map(({ id }) => id),
      (count) => `${count} out that 2013 did not have, and nothing says why.`,
    ),
    ...lint(
      'transition.audit_on_2013',
      old.map(({ code }) => code),
      () =>
        `${old.map(({ code }) => code).join(', ')} ${old.length === 1 ? 'has' : 'have'} criteria that cite the edition of 2013.`,
    ),
    ...(lapsed
      ? [
          {
            code: 'transition.certificate_2013' as const,
            about: [certificate],
            detail: `A certificate that cites “${certificate}” has been invalid since 2025-11-01, whatever end it carries.`,
          },
        ]
      : []),
  ];
}

function lint(
  code: TransitionLintCode,
  about: readonly string[],
  detail: (count: string) => string,
): readonly TransitionLint[] {
  return about.length === 0
    ? []
    : [{ code, about, detail: detail(about.length === 1 ? '1 row is' : `${about.length} rows are`) }];
}
