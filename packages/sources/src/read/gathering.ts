// A sink that gathers what a reader finds into batches, and counts what it could not use.
import type { Observation } from '@assay/core';
import type { PopulationRow, Problem, Reader, Sink, SourceFacts } from './reader.ts';
import { PROBLEM_LIMIT, type Batch, type Summary } from './summary.ts';

/** Observations in one batch; large enough for one statement, small enough to hold. */
const BATCH = 1000;

export class Gathering implements Sink {
  /** Why a batch could not be given, if one could not. */
  failure: { readonly cause: unknown } | undefined;
  /** Whose file it is, as soon as that is known; a refusal then still says what was recognised. */
  reader: Pick<Reader, 'id' | 'title' | 'version'> = { id: 'none', title: 'Unreadable file', version: 0 };
  readonly #give: (batch: Batch) => Promise<void>;
  #observations: Observation[] = [];
  #population: PopulationRow[] = [];
  #count = 0;
  #rows = 0;
  #source: SourceFacts | undefined;
  readonly #problems: Problem[] = [];
  readonly #counts = { fatal: 0, error: 0, warning: 0 };

  constructor(give: (batch: Batch) => Promise<void>) {
    this.#give = give;
  }

  source(facts: SourceFacts): void {
    this.#source ??= facts;
  }

  observation(observation: Observation): void | Promise<void> {
    this.#observations.push(observation);
    this.#count += 1;
    return this.#observations.length >= BATCH ? this.flush() : undefined;
  }

  population(row: PopulationRow): void | Promise<void> {
    this.#population.push(row);
    this.#rows += 1;
    return this.#population.length >= BATCH ? this.flush() : undefined;
  }

  /** Keeps the first problems; a fatal one is always kept, it is the reason. */
  problem(problem: Problem): void {
    this.#counts[problem.level] += 1;
    if (this.#problems.length < PROBLEM_LIMIT) this.#problems.push(problem);
    else if (problem.level === 'fatal') this.#problems[PROBLEM_LIMIT - 1] = problem;
  }

  async flush(): Promise<void> {
    if (this.#observations.length + this.#population.length === 0) return;
    const batch = { observations: this.#observations, population: this.#population };
    this.#observations = [];
    this.#population = [];
    try {
      await this.#give(batch);
    } catch (cause) {
      this.failure = { cause };
      throw cause;
    }
  }

  summary(): Summary {
    return {
      reader: this.reader.id,
      readerTitle: this.reader.title,
      readerVersion: this.reader.version,
      source: this.#source,
      observations: this.#count,
      populationRows: this.#rows,
      problems: this.#problems,
      counts: this.#counts,
    };
  }
}
