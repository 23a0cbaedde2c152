// Evidence as the API shows it: fields listed one by one, verdicts in sentences.
import {
  isReconstructed,
  isoVerdict,
  outsideExamination,
  soc2Verdict,
  type Examination,
  type PlainDate,
  type Verdict,
} from '@assay/core';
import type { Outline } from '../controls/controls.module.ts';
import type { EvidenceRecord } from './evidence.repository.ts';

export interface Judging {
  readonly today: PlainDate;
  readonly examination: Examination;
  readonly controls: ReadonlyMap<string, { readonly name: string; readonly freshnessDays: number }>;
  readonly observations?: {
    readonly pass: number;
    readonly fail: number;
    readonly error: number;
    readonly not_applicable: number;
    readonly unknown: number;
  } | null;
}

/** What judging evidence needs of all that is known. */
export function judgingOf(model: Outline): Judging {
  return {
    today: model.today,
    examination: model.examination,
    controls: new Map(
      model.controls.map((control) => [
        control.code,
        { name: control.name, freshnessDays: control.freshnessDays },
      ]),
    ),
  };
}

/** A record’s version as its ETag. */
export function etagOf(evidence: EvidenceRecord): string {
  return `"${evidence.revision}"`;
}

/** One record with its two verdicts for every control that it serves. */
export function presentEvidence(evidence: EvidenceRecord, judging: Judging) {
  const { times, review, freshnessDays } = evidence;
  const rule = freshnessDays === null ? 'for this control' : 'by its own rule';
  return {
    id: evidence.id,
    code: evidence.code,
    title: evidence.title,
    kind: evidence.kind,
    method: evidence.method,
    source: evidence.source,
    reader: null,
    import: evidence.importId,
    performed_at: times.performedAt,
    covers: times.covers ? { from: times.covers.from, until: times.covers.until } : null,
    freshness_days: evidence.freshnessDays,
    captured_at: times.capturedAt ?? null,
    received_at: times.receivedAt,
    reconstructed: isReconstructed(times),
    artefact: {
      sha256: evidence.artefact.sha256,
      size: evidence.artefact.size,
      media_type: evidence.artefact.mediaType,
      filename: evidence.artefact.filename,
    },
    collected_by: evidence.collectedBy,
    review: presentReview(review),
    controls: evidence.controls.map((code) => {
      const control = judging.controls.get(code);
      const at = {
        today: judging.today,
        examination: judging.examination,
        freshnessDays: control?.freshnessDays ?? 365,
      };
      const judged = { times, review: review.state, ...(freshnessDays === null ? {} : { freshnessDays }) };
      return {
        code,
        name: control?.name ?? code,
        iso: presentVerdict(isoVerdict(judged, at), judging.examination, rule),
        soc2: presentVerdict(soc2Verdict(judged, at), judging.examination, rule),
      };
    }),
    observations: judging.observations ?? null,
    outside_every_window: outsideExamination(times, judging.examination),
    revision: evidence.revision,
    replaces: null,
    withdrawn: evidence.withdrawn,
    hold: evidence.hold,
    erased: presentErasure(evidence.erased),
    ledger_index: null,
  };
}

/** The record as one revision had it. */
export function presentRevision(version: EvidenceRecord) {
  const { times } = version;
  const review = presentReview(version.review);
  return {
    revision: version.revision,
    sha256: version.artefact.sha256,
    filename: version.artefact.filename,
    title: version.title,
    kind: version.kind,
    controls: [...version.controls],
    performed_at: times.performedAt,
    covers: times.covers ? { from: times.covers.from, until: times.covers.until } : null,
    freshness_days: version.freshnessDays,
    captured_at: times.capturedAt ?? null,
    review: review.state,
    reason: review.reason,
    withdrawn: version.withdrawn,
    by: version.changedBy,
    at: version.knownFrom,
    note: version.note,
  };
}

function presentErasure(erased: EvidenceRecord['erased']) {
  if (erased === null) return null;
  const { reason, basis, by, at } = erased;
  return { reason, basis, by, at };
}

/** A verdict with its sentence. */
function presentVerdict(verdict: Verdict, examination: Examination, rule: string) {
  return { state: verdict.state, reason: sentence(verdict, examination, rule) };
}

function sentence(verdict: Verdict, examination: Examination, rule: string): string {
  const days = verdict.days === 1 ? '1 day' : `${verdict.days ?? 0} days`;
  switch (verdict.state) {
    case 'supports':
      return 'Accepted, and of the time that counts.';
    case 'stale':
      return `Too old by ${days} ${rule}.`;
    case 'outside_window':
      return examination.type === 'type2'
        ? `${days} ${verdict.side === 'after' ? 'after the period ends' : 'before the period begins'}.`
        : `${days} after the examined date.`;
    case 'pending':
      return 'Nobody has reviewed it yet.';
    case 'rejected':
      return 'A reviewer rejected it.';
    case 'not_yet':
      return `It speaks for a time that is still ${days} away.`;
    case 'no_window':
      return 'No SOC 2 period or date is chosen yet.';
    default:
      return verdict.state satisfies never;
  }
}

function presentReview(review: EvidenceRecord['review']) {
  if (review.state === 'pending') return { state: review.state, by: null, at: null, reason: null };
  return {
    state: review.state,
    by: review.by,
    at: review.at,
    reason: review.state === 'rejected' ? review.reason : (review.note ?? null),
  };
}
