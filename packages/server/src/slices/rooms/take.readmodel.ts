// What can be released, as it stands now: what it is about, and what the audit firm would be shown of it.
import { soaFrozen, type RoomFile, type RoomShown } from '@assay/contract';
import {
  addDays,
  dateOfInstant,
  err,
  isReconstructed,
  ok,
  type Bears,
  type Instant,
  type PlainDate,
  type ReleaseKind,
  type Result,
  type Room,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { findEvidence, type EvidenceRecord } from '../evidence/evidence.module.ts';
import { controlsInPeriod, type ControlInPeriod } from '../monitoring/windows.module.ts';
import { allPolicies, filledText, type Policy } from '../policies/policies.module.ts';
import { statementVersions } from '../soa/soa.module.ts';
import type { Work } from './keep.ts';

/** A thing as it would be released. */
export interface Taken {
  readonly of: { readonly kind: ReleaseKind; readonly id: string };
  readonly title: string;
  readonly bears: Bears;
  readonly shown: RoomShown;
  readonly file: RoomFile | null;
}

export interface Named {
  readonly kind: ReleaseKind;
  readonly id: string;
}

/** A thing by its name; a policy is named with its version (`POL-04@2`), or the version in force is meant. */
export async function take(work: Work, room: Room, named: Named): Promise<Result<Taken, Refusal>> {
  const id = named.id.toUpperCase();
  switch (named.kind) {
    case 'evidence':
      return takeEvidence(work, id);
    case 'policy':
      return takePolicy(work, id);
    case 'statement': {
      const found = (await statements(work)).find((each) => each.of.id === id);
      return found ? ok(found) : missing('soa.version_not_found', `There is no approved version ${id}.`);
    }
    case 'control': {
      const found = (await controls(work, room)).find((each) => each.of.id === id);
      return found
        ? ok(found)
        : missing(
            'control.not_found',
            `${id} is not in force in this period, or answers nothing that is asked.`,
          );
    }
    default:
      return named.kind satisfies never;
  }
}

async function takeEvidence({ tx, scope }: Work, id: string): Promise<Result<Taken, Refusal>> {
  const found = await findEvidence(tx, scope, id);
  if (!found) return missing('evidence.not_found', `There is no evidence ${id}.`);
  if (found.withdrawn) return missing('evidence.withdrawn', `${id} is withdrawn.`);
  if (found.erased) return missing('evidence.erased', `The bytes of ${id} were destroyed.`);
  return ok(evidenceTaken(found));
}

export function evidenceTaken(found: EvidenceRecord): Taken {
  const { times, review, artefact } = found;
  const covers = times.covers ? { from: times.covers.from, until: times.covers.until } : null;
  return {
    of: { kind: 'evidence', id: found.code },
    title: found.title,
    bears: {
      controls: [...found.controls],
      from: covers?.from ?? times.performedAt,
      until: covers?.until ?? addDays(times.performedAt, 1),
      framework: null,
    },
    shown: {
      kind: 'evidence',
      code: found.code,
      revision: found.revision,
      title: found.title,
      type: found.kind,
      method: found.method,
      source: found.source,
      performed_at: times.performedAt,
      covers,
      captured_at: times.capturedAt ?? null,
      received_at: times.receivedAt,
      reconstructed: isReconstructed(times),
      collected_by: found.collectedBy,
      review: review.state,
      reviewed_by: review.state === 'pending' ? null : review.by,
    },
    file: {
      filename: artefact.filename,
      media_type: artefact.mediaType,
      size: artefact.size,
      sha256: artefact.sha256,
    },
  };
}

async function takePolicy(work: Work, id: string): Promise<Result<Taken, Refusal>> {
  const [code = '', version] = id.split('@');
  const [policy] = await allPolicies(work.tx, work, code);
  if (!policy) return missing('policy.not_found', `There is no policy ${code}.`);
  const found = policyTaken(policy, version === undefined ? policy.standing.inForce : Number(version));
  return found
    ? ok(found)
    : missing(
        'policy.not_in_force',
        `${id} was not published: there is no version that anybody had to follow.`,
      );
}

/** A version that was published, and the days in which it held. */
export function policyTaken(policy: Policy, version: number | undefined): Taken | undefined {
  const published = policy.versions.flatMap((each) =>
    each.publication ? [{ ...each, publishedAt: each.publication.at }] : [],
  );
  const at = published.findIndex((each) => each.version === version);
  const found = published[at];
  if (!found) return undefined;
  const ends = published[at + 1]?.publishedAt ?? found.retirement?.at;
  return {
    of: { kind: 'policy', id: `${policy.code}@${found.version}` },
    title: `${found.title}, version ${found.version}`,
    bears: { controls: [...found.controls], ...days(found.publishedAt, ends), framework: null },
    shown: {
      kind: 'policy',
      code: policy.code,
      version: found.version,
      title: found.title,
      owner: found.owner,
      text: filledText(found).text,
      approved_by: found.approval?.by ?? null,
      approved_at: found.approval?.at ?? null,
      published_at: found.publishedAt,
    },
    file: found.file ? { ...found.file } : null,
  };
}

/** Approved versions of the statement, newest first; each held until the next was approved. */
export async function statements({ tx, scope }: Work): Promise<readonly Taken[]> {
  const versions = await statementVersions(tx, scope);
  return versions.map((version, i) => {
    const { rows } = soaFrozen.parse(JSON.parse(version.frozen));
    const next = versions.slice(0, i).findLast((each) => each.framework === version.framework);
    return {
      of: { kind: 'statement', id: version.id },
      title: `Statement of Applicability, ${version.id}`,
      bears: {
        controls: [...new Set(rows.flatMap((row) => row.controls))].toSorted(),
        ...days(version.approvedAt, next?.approvedAt),
        framework: version.framework,
      },
      shown: {
        kind: 'statement',
        version: version.id,
        framework: version.framework,
        digest: version.digest,
        approver: version.approver,
        role: version.role,
        approved_at: version.approvedAt,
        rows: rows.map(({ id, title, decision, justification, status }) => ({
          id,
          title,
          decision,
          justification,
          status,
        })),
      },
      file: null,
    };
  });
}

/** Each control of the room with its days in the room's period, as they are known now. */
export async function controls(work: Work, room: Room): Promise<readonly Taken[]> {
  const told = await controlsInPeriod(work.tx, work.scope, { ...work, period: room.period });
  return told
    .filter(({ code }) => room.controls.includes(code))
    .map((each) => controlTaken(each, room, work.now));
}

function controlTaken(told: ControlInPeriod, { period }: Room, now: Instant): Taken {
  const { code, name, cadence, sentence, counts, coverage, days: states } = told;
  return {
    of: { kind: 'control', id: code },
    title: `${name}, day by day`,
    bears: { controls: [code], from: period.from, until: period.until, framework: null },
    shown: {
      kind: 'control',
      code,
      name,
      from: period.from,
      until: period.until,
      known_at: now,
      cadence,
      sentence,
      counts,
      coverage,
      longest_gap_days: told.longest_gap_days,
      deviations: told.deviations,
      days: states,
    },
    file: null,
  };
}

function days(from: Instant, until: Instant | undefined): { from: PlainDate; until: PlainDate | null } {
  const first = dateOfInstant(from);
  if (until === undefined) return { from: first, until: null };
  const last = dateOfInstant(until);
  // What was replaced on its first day held on that day.
  return { from: first, until: last > first ? last : addDays(first, 1) };
}

function missing(code: Refusal['code'], detail: string): Result<never, Refusal> {
  return err({ code, detail });
}
