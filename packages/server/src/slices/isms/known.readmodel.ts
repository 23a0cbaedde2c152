// What other slices know for the inputs of a management review, read as it stands now; core puts it into sentences.
import {
  dateOfInstant,
  provedSentence,
  reviewFacts,
  type CriterionStatus,
  type ReviewFact,
  type ReviewInput,
  type VersionWritten,
} from '@assay/core';
import { listAudits } from '../audits/audits.module.ts';
import { knowledge } from '../controls/controls.module.ts';
import { listFindings } from '../findings/findings.module.ts';
import { currentWindow } from '../monitoring/windows.module.ts';
import { riskStandings } from '../risks/risks.module.ts';
import { ismsVersions, type RecordVersion } from './isms.repository.ts';
import type { Work } from './isms.usecases.ts';

/** The facts for the inputs of a review as of today; its own actions are not earlier ones. */
export async function factsForReview(
  { tx, scope, now, catalogue }: Work,
  review: string,
): Promise<ReadonlyMap<ReviewInput, readonly ReviewFact[]>> {
  const all = await ismsVersions(tx, scope, {});
  const standing = all.filter(({ until }) => until === null);
  // The first version of each record is the last to be seen.
  const recorded = new Map(all.toReversed().map(({ id, from }) => [id, dateOfInstant(from)]));
  const known = await knowledge(tx, scope, { catalogue, now });
  const window = await currentWindow(tx, scope, { catalogue, now });
  return reviewFacts({
    today: known.today,
    earlier: standing
      .flatMap(({ id, record }) =>
        record.kind === 'review' && record.closed && id !== review ? [{ id, review: record }] : [],
      )
      .toSorted((a, b) => (a.review.on < b.review.on ? -1 : 1)),
    context: written(all, 'context'),
    parties: written(all, 'parties'),
    objectives: standing.flatMap(({ id, record }) =>
      record.kind === 'objective' ? [{ id, objective: record }] : [],
    ),
    feedback: standing.flatMap(({ id, record }) =>
      record.kind === 'feedback'
        ? [{ id, feedback: record, recordedOn: recorded.get(id) ?? known.today }]
        : [],
    ),
    findings: await listFindings(tx, scope),
    audits: await listAudits(tx, scope),
    risks: await riskStandings(tx, scope, { today: known.today }),
    proved: provedSentence(
      known.posture.frameworks.map(({ framework, proved }) => ({ view: framework.view, proved })),
    ),
    window: window && counts(window.criteria.map(({ status }) => status)),
  });
}

function written(
  all: readonly RecordVersion[],
  kind: RecordVersion['record']['kind'],
): readonly VersionWritten[] {
  return all
    .filter(({ record }) => record.kind === kind)
    .map(({ revision, from, approval }) => ({
      revision,
      on: dateOfInstant(from),
      approved: approval !== undefined,
    }));
}

function counts(statuses: readonly CriterionStatus[]): ReadonlyMap<CriterionStatus, number> {
  return new Map([...Map.groupBy(statuses, (each) => each)].map(([status, own]) => [status, own.length]));
}
