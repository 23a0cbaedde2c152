// A document as data: what it says, in which order. Renderers (PDF, Word, Markdown) decide only how it looks, so that
// every format says the same. Texts are plain: nothing in them is ever read as markup.
import type { Instant, PlainDate } from '../kernel/index.ts';

/** How far a document has come; a draft says so on every page. */
export type DocumentStanding =
  | { readonly state: 'draft' }
  /** A statement about a day, made from the data as they are: nobody approves it. */
  | { readonly state: 'as_of'; readonly day: PlainDate }
  | {
      readonly state: 'approved';
      readonly by: string;
      readonly role: string;
      readonly on: PlainDate;
    };

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  /** Labels with their values, as on a title page. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | DocumentTable
  /** What a reader must not overlook. */
  | { readonly kind: 'note'; readonly text: string };

export interface DocumentTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly header: readonly string[];
  /** Shares of the width, one a column; 1 each where it is left out. */
  readonly widths?: readonly number[];
  /** As many cells a row as the header has. */
  readonly rows: readonly (readonly string[])[];
}

export interface PrintedDocument {
  readonly title: string;
  readonly organisation: string;
  /** What a certificate or an audit cites: "version 3"; undefined where there are no versions. */
  readonly version?: string;
  readonly classification: string;
  readonly standing: DocumentStanding;
  /** When this file was made. */
  readonly made: Instant;
  readonly blocks: readonly DocumentBlock[];
}

/** One line that says which document this is; it stands at the foot of every page. */
export function documentLine(document: PrintedDocument): string {
  return [document.organisation, document.title, document.version, document.classification]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

/** What became of it, in a sentence for the title page. */
export function standingSentence(standing: DocumentStanding): string {
  switch (standing.state) {
    case 'draft':
      return 'Draft: nobody has approved this document.';
    case 'as_of':
      return `As of ${standing.day}, from what was known then.`;
    case 'approved':
      return `Approved on ${standing.on} by ${standing.by}, ${standing.role}.`;
  }
}

/** Rows whose cells do not fit their header; a renderer would shift or lose them. */
export function misshapenRows(table: DocumentTable): readonly number[] {
  return table.rows.flatMap((row, i) => (row.length === table.header.length ? [] : [i]));
}
