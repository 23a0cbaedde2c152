// What a reader of the management system's documents is told before an auditor says it.

/** A remark on one document: what is missing, where, and what to do. */
export interface IsmsLint {
  /** Dotted and stable. */
  readonly code: string;
  /** The clause of ISO/IEC 27001:2022 that asks for it. */
  readonly clause: string;
  readonly detail: string;
  readonly remedy: string;
  /** Whether approving or closing the document waits for it. */
  readonly blocks: boolean;
}

/** One rule on documents of a kind; `finds` says what is wrong, once for each place. */
export interface IsmsRule<D> {
  readonly code: string;
  readonly clause: string;
  readonly blocks: boolean;
  readonly finds: (document: D) => readonly string[];
  readonly remedy: string;
}

/** The remarks that the rules make, in their order. */
export function remarks<D>(rules: readonly IsmsRule<D>[], document: D): readonly IsmsLint[] {
  return rules.flatMap(({ finds, ...rule }) => finds(document).map((detail) => ({ ...rule, detail })));
}

/** The sentence, where the condition holds. */
export function when(condition: boolean, detail: string): readonly string[] {
  return condition ? [detail] : [];
}

/** Whether a text says nothing. */
export function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}
