// What Prowler's OCSF, CSV and ASFF have in common, so that one check of one resource has one name in all.
import type { ObservationStatus } from '@assay/core';
import { meaningOf } from '../read/words.ts';
import type { StatusTable } from '../read/reader.ts';

/** INFO marks what only informs (Prowler 3). */
export const PROWLER_STATUS: StatusTable = {
  PASS: 'pass',
  FAIL: 'fail',
  MANUAL: 'unknown',
  INFO: 'not_applicable',
};

/** Status of Prowler's word; undefined when Prowler has no such word. */
export function prowlerStatus(word: string): ObservationStatus | undefined {
  return meaningOf(PROWLER_STATUS, word.toUpperCase());
}

/** The check's id without what the output format puts before it (`prowler-` in ASFF). */
export function prowlerCheck(id: string): string {
  return id.replace(/^prowler-/i, '');
}

export interface ProwlerResource {
  readonly uid: string | undefined;
  readonly account: string | undefined;
  readonly region: string | undefined;
}

/**
 * An ARN names its resource in the whole world; other ids only within account and region. Kubernetes output
 * has the namespace where others have the region, and only the CSV names the cluster, so it is left out.
 */
export function prowlerSubject(resource: ProwlerResource): string | undefined {
  const { uid, account, region } = resource;
  if (uid === undefined) return account;
  const namespace = /^namespace: ?(.*)$/.exec(region ?? '')?.[1];
  if (namespace !== undefined) return namespace === '' ? uid : `${namespace}/${uid}`;
  return uid.startsWith('arn:') || account === undefined ? uid : `${account}/${region ?? '-'}/${uid}`;
}

/** A muted finding keeps its status: muting is somebody's decision, not a repair, so it can never become a pass. */
export function mutedMessage(muted: boolean, message: string | undefined): string | undefined {
  return muted ? `Muted. ${message ?? ''}` : message;
}
