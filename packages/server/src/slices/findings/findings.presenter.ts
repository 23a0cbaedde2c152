// Findings as the API shows them, with what follows from the record as of a day.
import type { Output, Routes } from '@assay/contract';
import {
  clocksOf,
  isOverdue,
  lintsOf,
  missingToClose,
  nextStep,
  stateOf,
  type Finding,
  type FindingLint,
  type PlainDate,
} from '@assay/core';
import { findingSentence } from './findings.sentences.ts';
import type { FindingVersion } from './findings.repository.ts';

export type FindingView = Output<Routes['findings.read']>;
type VersionView = Output<Routes['findings.history']>['data'][number];

export function presentFinding(version: FindingVersion, today: PlainDate): FindingView {
  const { id, finding } = version;
  return {
    id,
    sentence: findingSentence(finding, today),
    ...presentRecord(finding),
    state: stateOf(finding),
    next: nextStep(finding) ?? null,
    missing: finding.closed ? null : (missingToClose(finding) ?? null),
    overdue: isOverdue(finding, today),
    clocks: clocksOf(finding, today).map(({ daysLeft, ...rest }) => ({ ...rest, days_left: daysLeft })),
    lints: lintsOf({ id, finding }, today).map(presentLint),
    revision: version.revision,
    by: version.by,
    at: version.from,
  };
}

export function presentVersion({ finding, revision, by, from, until }: FindingVersion): VersionView {
  return { ...presentRecord(finding), revision, state: stateOf(finding), by, at: from, until };
}

export function presentLint({ code, findings, detail, remedy }: FindingLint) {
  return { code, findings: [...findings], detail, remedy };
}

/** The record with lists of its own, as answers have them. */
function presentRecord(finding: Finding) {
  const { similar } = finding;
  return {
    ...finding,
    requirements: [...finding.requirements],
    controls: [...finding.controls],
    evidence: [...finding.evidence],
    similar: similar && { ...similar, found: [...similar.found] },
    reopened: [...finding.reopened],
  };
}
