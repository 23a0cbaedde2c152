// What reading a file came to, and how it arrives: in batches, then one summary.
import type { Observation } from '@assay/core';
import type { FilePlace } from '../stream/sealed.ts';
import type { PopulationRow, Problem, ReadOptions, SourceFacts } from './reader.ts';

/** Some of what a file holds; a batch keeps the file's order. */
export interface Batch {
  readonly observations: readonly Observation[];
  readonly population: readonly PopulationRow[];
}

/** How the reading ended; `isUsable` says whether its content may be used. */
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

/** Refusals that say where the file ends too early: what came before is as its writer left it. */
const CUT_SHORT: ReadonlySet<string> = new Set([
  'json.truncated',
  'xml.truncated',
  'csv.quote_open',
  'gzip.damaged',
]);

/** Whether a refusal is for being cut off, and for nothing else. */
export function isCutShort(code: string): boolean {
  return CUT_SHORT.has(code);
}

/**
 * Whether what was read may be used. A file with a fault is used only when a person has asked for the part that
 * could be read, and a refused file only when it was cut short; a hostile one never.
 */
export function isUsable(summary: Summary, partial: boolean): boolean {
  if (summary.counts.fatal + summary.counts.error === 0) return true;
  const fatal = summary.problems.find((problem) => problem.level === 'fatal');
  if (fatal === undefined) return partial;
  return partial && isCutShort(fatal.code) && summary.observations + summary.populationRows > 0;
}

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

/** A file, and how much of the machine it may use. */
export interface StoredRequest extends FilePlace {
  readonly limits: Limits;
}

/** What to read and how. */
export interface ReadRequest extends StoredRequest {
  readonly options: ReadOptions;
}
