// The word on many requirements at once: one entry each, written together with whatever they are part of.
import type { Applicability, Instant, RequirementRef } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { recordAll } from '../evidence/evidence.module.ts';
import { decide } from './frameworks.repository.ts';

/** A word on one requirement; without one, the word that stands is taken back. */
export interface NextWord {
  readonly ref: RequirementRef;
  readonly word: Applicability | undefined;
}

/** Records words on requirements that the caller has found to be controls or criteria that are asked. */
export async function recordWords(
  { tx, scope, now }: { readonly tx: Tx; readonly scope: OrgScope; readonly now: Instant },
  words: readonly NextWord[],
): Promise<void> {
  for (const { ref, word } of words) await decide(tx, scope, { ref, word, now });
  if (words.length === 0) return;
  const by = scope.principal.name;
  await recordAll(
    tx,
    scope,
    words.map(({ ref, word }) => ({
      kind: word ? 'requirement.decided' : 'requirement.undecided',
      subject: ref,
      at: now,
      payload: word
        ? { ref, applies: word.applies, reason: word.applies ? word.because : word.why, by }
        : { ref, by },
    })),
  );
}
