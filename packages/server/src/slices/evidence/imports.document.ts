// An import as a document: what the ledger commits to when it becomes true.
import type { JsonValue } from '@assay/core';
import type { ImportRecord } from './imports.repository.ts';

/** Everything that the row says when it is committed; an undoing has an entry of its own. */
export function importDocument(held: ImportRecord): { readonly [key: string]: JsonValue } {
  const { summary, options } = held;
  return {
    import: held.id,
    evidence: held.evidence,
    artefact: held.artefact,
    filename: held.filename,
    made_by: held.madeBy,
    created_at: held.createdAt,
    committed_at: held.committedAt,
    options: {
      method: options.method,
      controls: options.controls,
      performed_at: options.performedAt,
      covers: options.covers,
      partial: options.partial,
      ...(options.freshnessDays === undefined ? {} : { freshness_days: options.freshnessDays }),
      ...(options.title === undefined ? {} : { title: options.title }),
      ...(options.kind === undefined ? {} : { kind: options.kind }),
      columns: JSON.stringify(options.columns ?? null),
    },
    reader: summary.reader,
    reader_version: summary.readerVersion,
    reader_title: summary.readerTitle,
    tool: summary.tool,
    tool_version: summary.toolVersion,
    scope: summary.scope,
    ran_at: summary.ranAt,
    last_observed: summary.lastObserved,
    observations: summary.observations,
    total: summary.total,
    change: summary.change,
    population_rows: summary.populationRows,
    problems: summary.problems,
    digest: summary.digest,
    run: held.run === null ? null : { key: held.run.key, at: held.run.at },
  };
}

/** The forms in which an import may have been committed to: today's, the one from before there were runs, the first Assay's. */
export function committedForms(held: ImportRecord, by: string): readonly JsonValue[] {
  const whole = { ...importDocument(held), by };
  if (held.run !== null) return [whole];
  const beforeRuns = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== 'run'));
  return [whole, beforeRuns, firstForm(held, by)];
}

function firstForm({ id, evidence, summary }: ImportRecord, by: string): JsonValue {
  return {
    import: id,
    evidence,
    reader: summary.reader,
    reader_version: summary.readerVersion,
    digest: summary.digest,
    total: summary.total,
    by,
  };
}
