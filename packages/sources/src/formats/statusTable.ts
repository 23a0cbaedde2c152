// Turns a tool's status word into a status; what the table does not list is unknown, and said so.
import type { ObservationStatus } from '@assay/core';
import { unknownStatus } from '../read/problem.ts';
import type { Sink, StatusTable } from '../read/reader.ts';
import { meaningOf } from '../read/words.ts';

export interface Place {
  readonly format: string;
  readonly position: string;
  readonly sink: Sink;
}

/** The status of a word. A word that the format does not define never becomes a pass. */
export function statusFrom(table: StatusTable, word: string | undefined, place: Place): ObservationStatus {
  const status = meaningOf(table, word);
  if (status) return status;
  place.sink.problem(unknownStatus(place.format, word ?? '', place.position));
  return 'unknown';
}
