// What server and typesetting process say to each other.
import type { PrintedDocument } from '@assay/core';

export interface TypesetOrder {
  readonly document: PrintedDocument;
  readonly format: 'pdf' | 'docx';
}

export type Typeset =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: string };
