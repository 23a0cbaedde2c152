// Words of stored observations as core knows them.
import { OBSERVATION_STATUSES, type CheckKey, type ObservationStatus } from '@assay/core';

export function checkKey(text: string): CheckKey {
  const cut = text.indexOf(':');
  return `${text.slice(0, cut)}:${text.slice(cut + 1)}`;
}

/** A word that is none is unknown, never a pass. */
export function statusOf(text: string): ObservationStatus {
  return OBSERVATION_STATUSES.find((each) => each === text) ?? 'unknown';
}
