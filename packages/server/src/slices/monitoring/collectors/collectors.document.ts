// A collector's definition as the ledger and an answer tell it.
import type { CollectorDefinition } from './collectors.repository.ts';

export function documentOf(definition: CollectorDefinition) {
  return {
    title: definition.title,
    covers: {
      all: definition.covers.all,
      controls: [...definition.covers.controls],
      checks: [...definition.covers.checks],
    },
    scope: definition.scope,
    every_hours: definition.everyHours,
    // The ledger's canonical form takes whole numbers: a tolerance may be a part.
    tolerance: String(definition.tolerance),
    lists: definition.lists,
    formats: [...definition.formats],
    reads: definition.reads,
    retired_at: definition.retiredAt,
  };
}
