// What comes by while a file is read: counted, hashed, given its time.
import { createHash } from 'node:crypto';
import { OBSERVATION_STATUSES, type Instant, type Observation } from '@assay/core';
import type { Batch, Summary } from '@assay/sources';
import type { ReceivedObservation } from '../../monitoring/monitoring.module.ts';
import type { ImportSummary } from '../imports.repository.ts';

/** Counts what comes by and hashes it in order, so that reading the same bytes again can be compared. */
export class Gathered {
  readonly #now: Instant;
  readonly #hash = createHash('sha256');
  readonly #counts: Record<Observation['status'], number> = {
    pass: 0,
    fail: 0,
    error: 0,
    not_applicable: 0,
    unknown: 0,
  };
  #observations = 0;
  #population = 0;
  #last: Instant | undefined;

  constructor(now: Instant) {
    this.#now = now;
  }

  take(batch: Batch): {
    readonly observation: number;
    readonly population: number;
    readonly rows: readonly ReceivedObservation[];
  } {
    const at = { observation: this.#observations, population: this.#population };
    const rows = batch.observations.map((each): ReceivedObservation => {
      this.#counts[each.status] += 1;
      this.#hash.update(
        JSON.stringify([
          each.check,
          each.subject,
          each.status,
          each.observedAt ?? null,
          each.severity ?? null,
          each.message ?? null,
        ]),
      );
      if (each.observedAt !== undefined && (this.#last === undefined || each.observedAt > this.#last))
        this.#last = each.observedAt;
      // A source without times is known only from when it was received.
      return { ...each, observedAt: each.observedAt ?? this.#now };
    });
    for (const row of batch.population)
      this.#hash.update(JSON.stringify([row.population, row.key, row.fields]));
    this.#observations += batch.observations.length;
    this.#population += batch.population.length;
    return { ...at, rows };
  }

  summary(read: Summary, change: ImportSummary['change']): ImportSummary {
    return {
      reader: read.reader,
      readerVersion: read.readerVersion,
      readerTitle: read.readerTitle,
      tool: read.source?.tool ?? null,
      toolVersion: read.source?.toolVersion ?? null,
      scope: read.source?.scope ?? null,
      ranAt: read.source?.ranAt ?? null,
      observations: { ...this.#counts },
      total: OBSERVATION_STATUSES.reduce((sum, status) => sum + this.#counts[status], 0),
      change,
      populationRows: this.#population,
      problems: { ...read.counts },
      digest: this.#hash.copy().digest('hex'),
      lastObserved: this.#last ?? null,
    };
  }
}
