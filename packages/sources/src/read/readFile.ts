// Reads one file with the reader it is for; whatever goes wrong becomes problems, never an exception.
import { PROBLEM_LIMIT, type Batch, type ReadRequest, type Summary } from './summary.ts';
import type { Observation } from '@assay/core';
import { bytesOf, headOf } from '../stream/open.ts';
import { JsonFault } from '../stream/items.ts';
import { fatal } from './problem.ts';
import type { PopulationRow, Problem, Reader, Sink, SourceFacts } from './reader.ts';
import { readerFor } from './registry.ts';

/** Observations in one batch; large enough for one statement, small enough to hold. */
const BATCH = 2000;

const REMEDIES: Readonly<Record<string, string>> = {
  'json.syntax': 'Export the file again; it was cut off or edited by hand.', 'json.truncated': 'Send the file again; it was cut off on the way.', 'json.depth': 'No scanner writes this; check where the file comes from.',
  'xml.doctype': 'Remove the DOCTYPE, or export without it.', 'gzip.ratio': 'Unzip it yourself and send what is inside.', 'file.too_large': 'Split the export, for example by account.',
};

/** Reads the file and gives its content in batches; the promise that `give` returns holds the reading back. */
export async function readFile(request: ReadRequest, give: (batch: Batch) => Promise<void>): Promise<Summary> {
  const gathering = new Gathering(give);
  let reader: Reader | undefined;
  try {
    reader = readerFor(await headOf(request.path), request.options.columns !== undefined);
    if (reader.id !== 'artefact') await reader.read(bytesOf(request.path, request.limits), gathering, request.options);
    await gathering.flush();
  } catch (cause) {
    gathering.problem(problemOf(cause));
  }
  return gathering.summary(reader);
}

function problemOf(cause: unknown): Problem {
  if (cause instanceof JsonFault) return fatal(cause.code, cause.message, { position: cause.position, remedy: REMEDIES[cause.code] ?? 'Export the file again, or keep it as a plain artefact.' });
  const message = cause instanceof Error ? cause.message : String(cause);
  return fatal('file.unreadable', `The file could not be read: ${message.slice(0, 200)}`, { remedy: 'Send the file again; if it persists, report it with the reader’s name.' });
}

class Gathering implements Sink {
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

  problem(problem: Problem): void {
    this.#counts[problem.level] += 1;
    if (this.#problems.length < PROBLEM_LIMIT) this.#problems.push(problem);
  }

  async flush(): Promise<void> {
    if (this.#observations.length + this.#population.length === 0) return;
    const batch = { observations: this.#observations, population: this.#population };
    this.#observations = [];
    this.#population = [];
    await this.#give(batch);
  }

  summary(reader: Reader | undefined): Summary {
    return { reader: reader?.id ?? 'none', readerTitle: reader?.title ?? 'Unreadable file', readerVersion: reader?.version ?? 0, source: this.#source, observations: this.#count, populationRows: this.#rows, problems: this.#problems, counts: this.#counts };
  }
}
