// What a slice says of a document that it can have printed; app/documents.ts lists all of them.
import type { Instant, PrintedDocument, Result } from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import type { Catalogue } from '../frameworks/frameworks.module.ts';

export interface DocumentAsked {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

/** What is computed long, once the transaction is over in which it was read: no connection waits for it. */
export type Later = (gone: AbortSignal) => Promise<Result<PrintedDocument, Refusal>>;

export interface DocumentKind {
  /** In addresses and file names: `posture`. */
  readonly name: string;
  readonly title: string;
  /** What it answers, in a sentence. */
  readonly about: string;
  /** The things of which there is one each; undefined where there is only one document. */
  readonly of?: (asked: DocumentAsked) => Promise<readonly { readonly id: string; readonly title: string }[]>;
  /** Makes it; `of` is one of the things above, or empty. */
  make(asked: DocumentAsked, of: string): Promise<Result<PrintedDocument | Later, Refusal>>;
}
