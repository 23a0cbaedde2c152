// Readers of foreign files: bytes in, observations and populations out.
export type { Bytes, ColumnMapping, Head, PopulationRow, Problem, ReadOptions, Reader, Sink, SourceFacts } from './read/reader.ts';
export { DEFAULT_LIMITS, PROBLEM_LIMIT, type Batch, type Limits, type ReadRequest, type Summary } from './read/summary.ts';
