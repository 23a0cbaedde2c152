// What reading a file came to, and how it arrives: in batches, then one summary.
import type { Observation } from '@assay/core';
import type { PopulationRow, Problem, ReadOptions, SourceFacts } from './reader.ts';

/** Some of what a file holds; a batch keeps the file's order. */
export interface Batch {
  readonly observations: readonly Observation[];
  readonly population: readonly PopulationRow[];
}

/** How the reading ended. A fatal problem means that nothing of the file may be used. */
export interface Summary {
  readonly reader: string;
  readonly readerTitle: string;
  readonly readerVersion: number;
  readonly source: SourceFacts | undefined;
  readonly observations: number;
  readonly populationRows: number;
  /** At most `PROBLEM_LIMIT`; the counts are whole. */
  readonly problems: readonly Problem[];
  readonly counts: Readonly<Record<Problem['level'], number>>;
}

export const PROBLEM_LIMIT = 1000;

/** How far the reading has come, in bytes of the file as it lies on the disk. */
export interface Progress {
  readonly read: number;
  readonly total: number;
}

/** Limits of one reading; every one of them ends it with a single fatal problem. */
export interface Limits {
  /** Heap of the worker in MiB. */
  readonly heapMiB: number;
  /** Wall time in milliseconds without any progress. */
  readonly stallMs: number;
  /** Processor time of the worker in milliseconds. */
  readonly cpuMs: number;
  /** Wall time in milliseconds for the whole reading, waiting for `give` included; absent means no end. */
  readonly totalMs?: number;
  /** Bytes after unzipping. */
  readonly maxBytes: number;
  /** Unzipped bytes for each zipped byte. */
  readonly maxRatio: number;
}

export const DEFAULT_LIMITS: Limits = {
  heapMiB: 256,
  stallMs: 20_000,
  cpuMs: 600_000,
  maxBytes: 4 * 1024 ** 3,
  maxRatio: 100,
};

/** What to read and how. */
export interface ReadRequest {
  readonly path: string;
  readonly options: ReadOptions;
  readonly limits: Limits;
}
