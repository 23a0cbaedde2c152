// A sink that keeps all it is told, and bytes in chunks of a chosen size: what the tests read with.
import type { Observation, ObservationStatus } from '@assay/core';
import type { Bytes, PopulationRow, Problem, Reader, ReadOptions, Sink, SourceFacts } from './reader.ts';

export class Recording implements Sink {
  readonly observations: Observation[] = [];
  readonly rows: PopulationRow[] = [];
  readonly problems: Problem[] = [];
  facts: SourceFacts | undefined;

  source(facts: SourceFacts): void {
    this.facts ??= facts;
  }

  observation(observation: Observation): void {
    this.observations.push(observation);
  }

  population(row: PopulationRow): void {
    this.rows.push(row);
  }

  problem(problem: Problem): void {
    this.problems.push(problem);
  }

  /** How many observations have each status; a status without any is absent. */
  get counts(): Partial<Record<ObservationStatus, number>> {
    const counts: Partial<Record<ObservationStatus, number>> = {};
    for (const { status } of this.observations) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  }

  /** `level code` of each problem. */
  get faults(): readonly string[] {
    return this.problems.map((problem) => `${problem.level} ${problem.code}`);
  }
}

/** The bytes of a text or buffer, in chunks. */
export async function* chunked(data: string | Uint8Array, size = 65_536): Bytes {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

/** Everything that a reader makes of some bytes. */
export async function recordingOf(
  reader: Reader,
  data: string | Uint8Array,
  options: ReadOptions = {},
): Promise<Recording> {
  const recording = new Recording();
  await reader.read(chunked(data), recording, options);
  return recording;
}
