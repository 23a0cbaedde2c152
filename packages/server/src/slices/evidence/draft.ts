// What a request says of a piece of evidence, as the use cases take it.
import type { EvidenceTimes } from '@assay/core';
import type { EvidenceDraft } from './evidence.usecases.ts';

type Given = Pick<EvidenceDraft, 'title' | 'kind' | 'method' | 'source' | 'controls'> & {
  readonly performed_at: EvidenceTimes['performedAt'];
  readonly covers?: EvidenceTimes['covers'] | undefined;
  readonly captured_at?: EvidenceTimes['capturedAt'] | undefined;
  readonly freshness_days?: number | undefined;
};

/** A record to be made over bytes with this hash. */
export function draftOf(given: Given, artefact: string): EvidenceDraft {
  return {
    artefact,
    title: given.title,
    kind: given.kind,
    method: given.method,
    source: given.source,
    controls: given.controls,
    importId: null,
    freshnessDays: given.freshness_days ?? null,
    times: {
      performedAt: given.performed_at,
      ...(given.covers ? { covers: given.covers } : {}),
      ...(given.captured_at ? { capturedAt: given.captured_at } : {}),
    },
  };
}
