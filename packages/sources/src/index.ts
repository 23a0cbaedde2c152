// Readers of foreign files: bytes in, observations and populations out.
export { suggestColumns } from './formats/columns.ts';
export { GRID_LIMITS, readGridInWorker } from './limits/readGridInWorker.ts';
export { readTextInWorker, TEXT_LIMITS } from './limits/readTextInWorker.ts';
export { readInWorker } from './limits/readInWorker.ts';
export { KeptProcess, type WorkerOptions } from './limits/reading.ts';
export { readFile } from './read/readFile.ts';
export { openFile, type OpenedFile } from './stream/place.ts';
export {
  CHUNK_BYTES,
  HEADER_BYTES,
  proveHeader,
  readHeader,
  SealBroken,
  sealChunk,
  sealHeader,
  TAG_BYTES,
  type FilePlace,
  type FileSeal,
} from './stream/sealed.ts';
export { readersPage } from './read/readersPage.ts';
export type {
  ColumnMapping,
  PopulationRow,
  Problem,
  ReadOptions,
  Reader,
  SourceFacts,
  TableOptions,
} from './read/reader.ts';
export type { TextFile } from './texts/readText.ts';
export { detect, readers } from './read/registry.ts';
export {
  DEFAULT_LIMITS,
  isUsable,
  type Batch,
  type Limits,
  type Progress,
  type ReadRequest,
  type Summary,
} from './read/summary.ts';
