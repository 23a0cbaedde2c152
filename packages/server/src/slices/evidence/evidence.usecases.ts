// Use cases of evidence records: add, correct, review, replace, withdraw. Every one leaves a version and a ledger entry.
import {
  addDays,
  dateOfInstant,
  err,
  ok,
  type ControlCode,
  type EvidenceTimes,
  type Instant,
  type Result,
  type Review,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { newId } from '../../platform/crypto.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import { startOfNext } from '../../platform/postgres/versions.ts';
import { nextNumber, type OrgScope } from '../access/access.module.ts';
import { findArtefact, findArtefacts, type ArtefactRecord } from './artefacts.repository.ts';
import { evidenceDocument } from './evidence.document.ts';
import {
  findEvidence,
  insertEvidence,
  nextVersion,
  recordOfNew,
  type EvidenceRecord,
  type NewEvidence,
} from './evidence.repository.ts';
import { record, recordAll } from './ledger/record.ts';

export interface Work {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly now: Instant;
  readonly knownControls: ReadonlySet<ControlCode>;
}

export type EvidenceDraft = Pick<
  NewEvidence,
  'title' | 'kind' | 'method' | 'source' | 'controls' | 'artefact' | 'importId' | 'freshnessDays'
> & {
  readonly times: Omit<EvidenceTimes, 'receivedAt'>;
  /** Who collected it; the caller when nothing is said. */
  readonly by?: string;
};

const GONE: Refusal = { code: 'evidence.not_found', detail: 'The record is gone.' };

/** Most records that one statement writes. */
const TOGETHER = 500;

/** Records a piece of evidence over bytes that are stored already. */
export async function addEvidence(
  work: Work,
  draft: EvidenceDraft,
): Promise<Result<EvidenceRecord, Refusal>> {
  const [added] = await addAll(work, [draft]);
  return added ?? err(GONE);
}

/** Records many: each is judged alone, those that hold are written together under one hold of the ledger. */
export async function addAll(
  work: Work,
  drafts: readonly EvidenceDraft[],
): Promise<readonly Result<EvidenceRecord, Refusal>[]> {
  const held = await findArtefacts(
    work.tx,
    work.scope,
    drafts.map((draft) => draft.artefact),
  );
  const judged = drafts.map((draft): Result<Held, Refusal> => {
    const refusal = refuseTimes(draft.times, work.now) ?? refuseControls(draft.controls, work.knownControls);
    if (refusal) return err(refusal);
    const artefact = held.get(draft.artefact);
    return artefact
      ? ok({ draft, artefact })
      : err({
          code: 'artefact.not_found',
          detail: `No bytes with the hash ${draft.artefact} are stored; send them first.`,
        });
  });
  const good = judged.flatMap((each) => (each.ok ? [each.value] : []));
  const written: EvidenceRecord[] = [];
  for (let i = 0; i < good.length; i += TOGETHER)
    written.push(...(await writeTogether(work, good.slice(i, i + TOGETHER))));
  const inOrder = written.values();
  return judged.map((each) => {
    const next = each.ok ? inOrder.next().value : undefined;
    return each.ok && next ? ok(next) : each.ok ? err(GONE) : each;
  });
}

interface Held {
  readonly draft: EvidenceDraft;
  readonly artefact: ArtefactRecord;
}

async function writeTogether(work: Work, held: readonly Held[]): Promise<readonly EvidenceRecord[]> {
  const { tx, scope, now } = work;
  const first = await nextNumber(tx, scope, 'evidence', held.length);
  const fresh = held.map(({ draft: { by, ...draft } }, i): NewEvidence => ({
    ...draft,
    id: newId('evidence', now),
    seq: first + i,
    collectedBy: by ?? scope.principal.name,
    times: { ...draft.times, receivedAt: now },
    note: '',
  }));
  await insertEvidence(tx, scope, fresh);
  const records = fresh.flatMap((each, i) => (held[i] ? [recordOfNew(each, held[i].artefact)] : []));
  await recordAll(
    tx,
    scope,
    records.map((each) => ({
      kind: 'evidence.recorded',
      subject: each.id,
      at: now,
      artefact: each.artefact.sha256,
      payload: evidenceDocument(each),
    })),
  );
  return records;
}

export interface Correction {
  readonly title?: string | undefined;
  readonly kind?: EvidenceRecord['kind'] | undefined;
  readonly controls?: readonly ControlCode[] | undefined;
  readonly times?: Partial<Omit<EvidenceTimes, 'receivedAt'>> | undefined;
  readonly freshnessDays?: number | null | undefined;
}

/** Corrects what was said of a record; the bytes stay. */
export async function correctEvidence(
  work: Work,
  held: EvidenceRecord,
  change: Correction,
): Promise<Result<EvidenceRecord, Refusal>> {
  const times = { ...held.times, ...change.times };
  const refusal = refuseTimes(times, work.now) ?? refuseControls(change.controls ?? [], work.knownControls);
  if (refusal) return err(refusal);
  return writeVersion(work, held, {
    kind: 'evidence.corrected',
    change: {
      title: change.title ?? held.title,
      kind: change.kind ?? held.kind,
      controls: change.controls ?? held.controls,
      times,
      freshnessDays: change.freshnessDays === undefined ? held.freshnessDays : change.freshnessDays,
      note: 'corrected',
    },
  });
}

/** Records a person's word on a record; who collected and who reviewed are both kept and shown. */
export async function reviewEvidence(
  work: Work,
  held: EvidenceRecord,
  review: Review,
): Promise<Result<EvidenceRecord, Refusal>> {
  if (held.erased) return err(erasedBefore(held));
  if (held.withdrawn)
    return err({ code: 'evidence.withdrawn', detail: `${held.code} is withdrawn; restore it first.` });
  return writeVersion(work, held, {
    kind: `evidence.${review.state === 'pending' ? 'reopened' : review.state}`,
    change: { review, note: review.state },
  });
}

/** Puts other bytes in the place of the present ones; a replaced artefact must be reviewed again. */
export async function replaceArtefact(
  work: Work,
  held: EvidenceRecord,
  next: {
    readonly artefact: string;
    readonly note: string;
    readonly performedAt?: EvidenceTimes['performedAt'] | undefined;
  },
): Promise<Result<EvidenceRecord, Refusal>> {
  if (held.erased) return err(erasedBefore(held));
  if (held.withdrawn)
    return err({ code: 'evidence.withdrawn', detail: `${held.code} is withdrawn; restore it first.` });
  if (!(await findArtefact(work.tx, work.scope, next.artefact)))
    return err({
      code: 'artefact.not_found',
      detail: `No bytes with the hash ${next.artefact} are stored; send them first.`,
    });
  const times =
    next.performedAt === undefined ? held.times : { ...held.times, performedAt: next.performedAt };
  const refusal = refuseTimes(times, work.now);
  if (refusal) return err(refusal);
  return writeVersion(work, held, {
    kind: 'evidence.replaced',
    change: {
      artefact: next.artefact,
      artefactRevision: held.artefact.revision + 1,
      times,
      review: { state: 'pending' },
      note: next.note,
    },
  });
}

/** Withdraws a record or brings it back. */
export async function setWithdrawn(
  work: Work,
  held: EvidenceRecord,
  withdrawn: boolean,
): Promise<Result<EvidenceRecord, Refusal>> {
  if (held.erased) return err(erasedBefore(held));
  if (held.withdrawn === withdrawn)
    return withdrawn
      ? err({ code: 'evidence.withdrawn', detail: `${held.code} is withdrawn already.` })
      : ok(held);
  return writeVersion(work, held, {
    kind: withdrawn ? 'evidence.withdrawn' : 'evidence.restored',
    change: { withdrawn, note: withdrawn ? 'withdrawn' : 'restored' },
  });
}

/** Why nothing more can be done with a record. */
export function erasedBefore({ code, erased }: EvidenceRecord): Refusal {
  return {
    code: 'evidence.erased',
    detail: `${code} was erased by ${erased?.by ?? 'somebody'} on ${erased?.at.slice(0, 10) ?? 'an earlier day'}: ${erased?.reason ?? ''}`,
  };
}

/** Says why times cannot be: in the future, or a period that ends before it begins. */
export function refuseTimes(times: Omit<EvidenceTimes, 'receivedAt'>, now: Instant): Refusal | undefined {
  // A day may have begun elsewhere already: one day of grace for time zones ahead of UTC.
  const tomorrow = addDays(dateOfInstant(now), 1);
  if (times.performedAt > tomorrow)
    return {
      code: 'evidence.performed_in_future',
      detail: `It cannot have been performed on ${times.performedAt}: that day is still to come.`,
      errors: [{ pointer: '/body/performed_at', message: 'lies in the future' }],
    };
  if (times.covers && times.covers.from >= times.covers.until)
    return {
      code: 'evidence.period_reversed',
      detail: `It covers ${times.covers.from} until ${times.covers.until}, which ends before it begins.`,
      errors: [{ pointer: '/body/covers', message: 'ends before it begins' }],
    };
  return undefined;
}

/** Names the first control that is not in the set. */
export function refuseControls(
  controls: readonly ControlCode[],
  known: ReadonlySet<ControlCode>,
): Refusal | undefined {
  const missing = controls.find((code) => !known.has(code));
  return missing === undefined
    ? undefined
    : {
        code: 'control.not_found',
        detail: `There is no control ${missing} in the set.`,
        errors: [{ pointer: '/body/controls', message: `${missing} is not in the set` }],
      };
}

type Change = Partial<
  Pick<
    EvidenceRecord,
    | 'title'
    | 'kind'
    | 'controls'
    | 'times'
    | 'freshnessDays'
    | 'review'
    | 'withdrawn'
    | 'hold'
    | 'erased'
    | 'note'
  > & {
    readonly artefact: string;
    readonly artefactRevision: number;
  }
>;

/** Writes the next version of a record with its entry. */
export async function writeVersion(
  work: Pick<Work, 'tx' | 'scope' | 'now'>,
  held: EvidenceRecord,
  act: { readonly kind: string; readonly change: Change },
): Promise<Result<EvidenceRecord, Refusal>> {
  const { artefact, ...rest } = held;
  const next = {
    ...rest,
    artefact: artefact.sha256,
    artefactRevision: artefact.revision,
    ...act.change,
    revision: held.revision + 1,
    changedBy: work.scope.principal.name,
    knownFrom: startOfNext(held.knownFrom, work.now),
  };
  await nextVersion(work.tx, work.scope, next);
  return recorded(work, held.id, act.kind);
}

/** Commits to the version as it now stands in the rows. */
async function recorded(
  work: Pick<Work, 'tx' | 'scope' | 'now'>,
  id: EvidenceRecord['id'],
  kind: string,
): Promise<Result<EvidenceRecord, Refusal>> {
  const found = await findEvidence(work.tx, work.scope, id);
  if (!found) return err(GONE);
  await record(work.tx, work.scope, {
    kind,
    subject: id,
    at: work.now,
    artefact: found.artefact.sha256,
    payload: evidenceDocument(found),
  });
  return ok(found);
}
