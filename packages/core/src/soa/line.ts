// A row as it is written down: flat and whole, for answers, frozen versions, documents and differences alike.
import { assertNever } from '../kernel/index.ts';
import { reasonsInWords, refOfReason, type ReasonKind } from './reason.ts';
import type { ImplementationStatus, Row, RowStanding } from './row.ts';
import { statusInWords } from './status.ts';
import { traceOf, type TraceStep } from './trace.ts';

/** What a version freezes of a row; every field is there, so that its canonical text is whole. */
export interface Line {
  readonly id: string;
  readonly title: string;
  readonly theme: string;
  readonly decision: 'in' | 'out' | 'undecided';
  readonly reasons: readonly {
    readonly kind: ReasonKind;
    readonly ref: string | null;
    readonly text: string | null;
  }[];
  /** Why it is in or out, in words; empty where nothing is said. */
  readonly justification: string;
  /** In the words of a document; empty unless it is in. */
  readonly status: string;
  /** The same as one of four words; null unless it is in. */
  readonly implementation: ImplementationStatus['is'] | null;
  readonly due: string | null;
  readonly how: string;
  readonly owner: string | null;
  /** Columns of a statement that was brought along, under their own headings. */
  readonly custom: Readonly<Record<string, string>>;
  readonly controls: readonly string[];
  readonly risks: readonly string[];
  readonly evidence: readonly string[];
  /** Newest day that the proof of one of its controls speaks for. */
  readonly proof: string | null;
  readonly trace: readonly TraceStep[];
}

/** Writes a row down. */
export function lineOf(row: Row, titles: ReadonlyMap<string, string>): Line {
  const { standing, status } = row;
  const adopted = row.controls.filter((control) => control.adopted);
  const days = adopted.flatMap(({ proof }) => proof?.lastProof ?? []).toSorted();
  return {
    id: row.id,
    title: row.title,
    theme: row.theme,
    decision: standing.is === 'unreasoned' ? 'in' : standing.is,
    reasons:
      standing.is === 'in'
        ? standing.reasons.map((reason) => ({
            kind: reason.kind,
            ref: refOfReason(reason) ?? null,
            text: 'text' in reason ? reason.text : null,
          }))
        : [],
    justification: justificationOf(standing),
    status: status === undefined ? '' : statusInWords(status),
    implementation: status?.is ?? null,
    due: status === undefined || status.is === 'implemented' ? null : (status.due ?? null),
    how: row.how,
    owner: row.owner ?? null,
    custom: row.custom,
    controls: adopted.map(({ code }) => code),
    risks: row.risks.map(({ code }) => code),
    evidence: [...new Set(adopted.flatMap(({ proof }) => proof?.evidence ?? []))],
    proof: days.at(-1) ?? null,
    trace: traceOf(row, titles),
  };
}

/** A column of the statement as documents show it. */
export interface LineColumn {
  readonly name: string;
  readonly of: (line: Line) => string;
}

/** The columns of sheets; a difference of two versions compares the same. */
export const LINE_COLUMNS: readonly LineColumn[] = [
  { name: 'id', of: (line) => line.id },
  { name: 'title', of: (line) => line.title },
  { name: 'theme', of: (line) => line.theme },
  { name: 'decision', of: (line) => line.decision },
  { name: 'reasons', of: (line) => line.reasons.map(({ kind }) => kind).join(', ') },
  { name: 'references', of: (line) => line.reasons.flatMap(({ ref }) => ref ?? []).join(', ') },
  { name: 'justification', of: (line) => line.justification },
  { name: 'status', of: (line) => line.status },
  { name: 'due', of: (line) => line.due ?? '' },
  { name: 'how', of: (line) => line.how },
  { name: 'owner', of: (line) => line.owner ?? '' },
  { name: 'controls', of: (line) => line.controls.join(', ') },
  { name: 'risks', of: (line) => line.risks.join(', ') },
  { name: 'evidence', of: (line) => line.evidence.join(', ') },
  { name: 'last proof', of: (line) => line.proof ?? '' },
];

function justificationOf(standing: RowStanding): string {
  switch (standing.is) {
    case 'in':
      return reasonsInWords(standing.reasons);
    case 'unreasoned':
      return standing.because;
    case 'out':
      return standing.justification;
    case 'undecided':
      return '';
    default:
      return assertNever(standing);
  }
}

/** How the groups of rows are called in lists and documents. */
const THEMES: Readonly<Record<string, string>> = {
  organizational: 'Annex A, organizational',
  people: 'Annex A, people',
  physical: 'Annex A, physical',
  technological: 'Annex A, technological',
  elsewhere: 'Necessary controls from elsewhere',
};

export function themeTitle(theme: string): string {
  return THEMES[theme] ?? theme;
}
