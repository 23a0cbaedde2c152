// Use cases of the management system's records: write, measure, approve, close. Core decides; each leaves an entry.
import {
  closeReview,
  dateOfInstant,
  doneAction,
  err,
  ismsLints,
  ok,
  withFacts,
  withHeldFacts,
  type Instant,
  type IsmsLint,
  type IsmsRecord,
  type Measurement,
  type OwnerRole,
  type PlainDate,
  type Result,
  type ReviewFact,
  type ReviewInput,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { record as tell } from '../evidence/evidence.module.ts';
import { allFrameworks, type Catalogue } from '../frameworks/frameworks.module.ts';
import { approvalDocument, recordDocument } from './isms.history.ts';
import {
  ismsVersions,
  lockRecord,
  nameRecord,
  writeApproval,
  writeRecord,
  type RecordVersion,
} from './isms.repository.ts';

export interface Work {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly now: Instant;
  readonly catalogue: Catalogue;
}
type Done = Promise<Result<RecordVersion, Refusal>>;

export async function addRecord(work: Work, sent: IsmsRecord): Done {
  const refusal = await refuse(work, sent, undefined);
  if (refusal) return err(refusal);
  const id = await nameRecord(work.tx, work.scope, sent.kind);
  return write(work, 'isms.recorded', { id, record: ownFacts(sent, undefined), held: undefined });
}

export async function replaceRecord(
  work: Work,
  id: string,
  next: { readonly ifMatch: string | undefined; readonly record: IsmsRecord },
): Done {
  const found = await unchanged(work, id, next.ifMatch);
  if (!found.ok) return found;
  const held = found.value;
  if (held.record.kind !== next.record.kind) return err(otherKind(held, next.record.kind));
  if (held.record.kind === 'review' && held.record.closed)
    return err({ code: 'isms.closed', detail: `${held.id} is closed.` });
  if (held.record.kind === 'feedback' && held.record.withdrawn)
    return err({
      code: 'isms.withdrawn',
      detail: `${held.id} was withdrawn on ${held.record.withdrawn.on}. What was said after all is recorded as an entry of its own.`,
    });
  const refusal = await refuse(work, next.record, held);
  if (refusal) return err(refusal);
  return write(work, 'isms.changed', { id: held.id, record: ownFacts(next.record, held.record), held });
}

/** Adds a measurement; of two of one day the later said counts. */
export async function measure(work: Work, id: string, taken: Measurement): Done {
  const found = await find(work, id, true);
  if (!found.ok) return found;
  const held = found.value;
  if (held.record.kind !== 'objective') return err(otherKind(held, 'objective'));
  const measurements = [...held.record.measurements.filter(({ on }) => on !== taken.on), taken];
  const record = { ...held.record, measurements };
  const refusal = await refuse(work, record, held);
  if (refusal) return err(refusal);
  return write(work, 'isms.measured', { id: held.id, record, held });
}

/** Approves the version that stands, by name and role; who records it stands beside. */
export async function approveRecord(
  work: Work,
  id: string,
  said: { readonly ifMatch: string | undefined; readonly by: string; readonly role: OwnerRole },
): Done {
  const found = await unchanged(work, id, said.ifMatch);
  if (!found.ok) return found;
  const held = found.value;
  if (held.record.kind === 'feedback')
    return err({ code: 'isms.other_kind', detail: `${held.id} is what a party said; nobody approves it.` });
  if (held.approval)
    return err({ code: 'isms.approved', detail: `${held.id} was approved by ${held.approval.by}.` });
  const blocking = ismsLints(held.record, dayOf(work)).filter(({ blocks }) => blocks);
  if (blocking.length > 0) return err(incomplete(held.id, blocking));
  const { tx, scope, now } = work;
  const approval = { by: said.by, role: said.role, at: now, recordedBy: scope.principal.name };
  await writeApproval(tx, scope, held, approval);
  const payload = { ...approvalDocument(held, approval), by: scope.principal.name };
  await tell(tx, scope, { kind: 'isms.approved', subject: held.id, at: now, payload });
  return ok({ ...held, approval });
}

export async function endReview(
  work: Work,
  id: string,
  said: { readonly ifMatch: string | undefined; readonly by: string | undefined },
): Done {
  const found = await unchanged(work, id, said.ifMatch);
  if (!found.ok) return found;
  const held = found.value;
  if (held.record.kind !== 'review') return err(otherKind(held, 'review'));
  const closed = closeReview(held.record, { on: dayOf(work), by: said.by ?? work.scope.principal.name });
  if (closed.ok) return write(work, 'isms.closed', { id, record: { ...closed.value, kind: 'review' }, held });
  switch (closed.error.code) {
    case 'review.closed':
      return err({ code: 'isms.closed', detail: `${held.id} is closed already.` });
    case 'review.in_future':
      return err({ code: 'isms.in_future', detail: `${held.id} is held on ${held.record.on}.` });
    case 'review.no_action':
      throw new Error('closing asks for no action');
    case 'review.incomplete':
      return err(incomplete(held.id, closed.error.lints));
    default:
      return closed.error satisfies never;
  }
}

/** Takes what a party is said to have said out of what counts; the reason stays with it. */
export async function withdrawFeedback(
  work: Work,
  id: string,
  said: { readonly ifMatch: string | undefined; readonly because: string },
): Done {
  const found = await unchanged(work, id, said.ifMatch);
  if (!found.ok) return found;
  const held = found.value;
  if (held.record.kind !== 'feedback') return err(otherKind(held, 'feedback'));
  if (held.record.withdrawn)
    return err({
      code: 'isms.withdrawn',
      detail: `${held.id} was withdrawn on ${held.record.withdrawn.on}.`,
    });
  const withdrawn = { because: said.because, by: work.scope.principal.name, on: dayOf(work) };
  return write(work, 'isms.withdrawn', { id, record: { ...held.record, withdrawn }, held });
}

/** Puts what the product knows into the inputs of a review that is still open. */
export async function fillReview(
  work: Work,
  id: string,
  given: {
    readonly ifMatch: string | undefined;
    readonly facts: ReadonlyMap<ReviewInput, readonly ReviewFact[]>;
  },
): Done {
  const found = await unchanged(work, id, given.ifMatch);
  if (!found.ok) return found;
  const held = found.value;
  if (held.record.kind !== 'review') return err(otherKind(held, 'review'));
  if (held.record.closed) return err({ code: 'isms.closed', detail: `${held.id} is closed.` });
  const record = { ...withFacts(held.record, given.facts), kind: 'review' as const };
  return write(work, 'isms.changed', { id: held.id, record, held });
}

/** Says on which day an action was done; not before its review, and not ahead. */
export async function endAction(
  work: Work,
  id: string,
  said: { readonly ifMatch: string | undefined; readonly action: number; readonly on: PlainDate },
): Done {
  const found = await unchanged(work, id, said.ifMatch);
  if (!found.ok) return found;
  const held = found.value;
  if (held.record.kind !== 'review') return err(otherKind(held, 'review'));
  if (said.on > dayOf(work)) return err({ code: 'isms.in_future', detail: `${said.on} lies ahead.` });
  const done = doneAction(held.record, said.action, said.on);
  if (done.ok) return write(work, 'isms.changed', { id, record: { ...done.value, kind: 'review' }, held });
  return done.error.code === 'review.no_action'
    ? err({ code: 'isms.not_found', detail: `${held.id} has no action ${said.action}.` })
    : err({ code: 'isms.in_future', detail: `${held.id} was held on ${held.record.on}, after ${said.on}.` });
}

/** One record as it stands; `lock` holds it for a write. */
export async function find({ tx, scope }: Work, id: string, lock = false): Done {
  if (lock) await lockRecord(tx, scope, id);
  const held = (await ismsVersions(tx, scope, { id })).at(-1);
  return held ? ok(held) : err({ code: 'isms.not_found', detail: `There is no record ${id}.` });
}

export function dayOf({ now }: Pick<Work, 'now'>): PlainDate {
  return dateOfInstant(now);
}

/** A review as sent, with the facts that are held: nobody writes those by hand. */
function ownFacts(sent: IsmsRecord, held: IsmsRecord | undefined): IsmsRecord {
  if (sent.kind !== 'review') return sent;
  return { ...withHeldFacts(sent, held?.kind === 'review' ? held : undefined), kind: 'review' };
}

async function unchanged(work: Work, id: string, ifMatch: string | undefined): Done {
  const found = await find(work, id, true);
  if (!found.ok || ifMatch === `"${found.value.revision}"`) return found;
  return err({
    code: 'request.conflict',
    detail: `${id} was changed meanwhile; look at it again.`,
    current: recordDocument(found.value),
  });
}

/** What a record may not be: a second of its kind, a scope of no framework, anything of a day to come. */
async function refuse(
  work: Work,
  sent: IsmsRecord,
  held: RecordVersion | undefined,
): Promise<Refusal | undefined> {
  const { tx, scope, catalogue } = work;
  if (sent.kind === 'objective' && sent.measurements.some(({ on }) => on > dayOf(work)))
    return { code: 'isms.in_future', detail: 'A measurement lies ahead.' };
  if (sent.kind === 'feedback' && (sent.on > dayOf(work) || (sent.answer && sent.answer.on > dayOf(work))))
    return { code: 'isms.in_future', detail: 'What is said to have been said lies ahead.' };
  if (sent.kind === 'scope') {
    if (!(await allFrameworks(tx, scope, catalogue)).has(sent.framework))
      return { code: 'framework.not_found', detail: `There is no framework ${sent.framework}.` };
    const others = (await ismsVersions(tx, scope, { kind: 'scope' })).filter(
      ({ id, until, record }) =>
        until === null && id !== held?.id && record.kind === 'scope' && record.framework === sent.framework,
    );
    const [other] = others;
    return other && { code: 'isms.exists', detail: `${other.id} is the scope of ${sent.framework}.` };
  }
  const single = held === undefined && (await ismsVersions(tx, scope, { id: sent.kind })).length > 0;
  return single ? { code: 'isms.exists', detail: `The record ${sent.kind} is there already.` } : undefined;
}

async function write(work: Work, kind: string, next: Parameters<typeof writeRecord>[2]): Done {
  const { tx, scope, now } = work;
  const written = await writeRecord(tx, scope, next, now);
  const payload = { ...recordDocument(written), by: scope.principal.name };
  await tell(tx, scope, { kind, subject: written.id, at: now, payload });
  return ok(written);
}

function otherKind({ id, record }: RecordVersion, wanted: string): Refusal {
  return { code: 'isms.other_kind', detail: `${id} is of the kind ${record.kind}, not ${wanted}.` };
}

function incomplete(id: string, lints: readonly IsmsLint[]): Refusal {
  return {
    code: 'isms.incomplete',
    detail: `${id} lacks something: ${lints.map(({ detail }) => detail).join(' ')}`,
    errors: lints.map(({ detail, code }) => ({ pointer: '/record', message: `${code}: ${detail}` })),
  };
}
