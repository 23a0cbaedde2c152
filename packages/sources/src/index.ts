// Readers of foreign files: bytes in, observations and populations out.
export type { Bytes, ColumnMapping, Head, PopulationRow, Problem, ReadOptions, Reader, Sink, SourceFacts } from './read/reader.ts';
