// Use cases of findings: record, go on, close, open again. Core decides; each leaves a version and a ledger entry.
import {
  changeFinding,
  closeFinding,
  dateOfInstant,
  err,
  newFinding,
  ok,
  reopenFinding,
  type Finding,
  type FindingRefusal,
  type FindingWord,
  type PlainDate,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { record } from '../evidence/evidence.module.ts';
import { findingDocument } from './findings.history.ts';
import { findFinding, nameFinding, writeFinding, type FindingVersion } from './findings.repository.ts';
import { strangeReferences } from './references.ts';
import type { Work } from './work.ts';

type Done = Promise<Result<FindingVersion, Refusal>>;

/** Who says something, and why. */
export interface Said {
  readonly because: string;
  readonly by: string | undefined;
}

export async function recordFinding(work: Work, draft: Finding): Done {
  const made = newFinding(draft, dayOf(work));
  if (!made.ok) return err(refusalOf(made.error));
  const strange = await strangeReferences(work, made.value);
  if (strange) return err(strange);
  const name = await nameFinding(work.tx, work.scope, made.value);
  return write(work, 'finding.recorded', { ...name, finding: made.value, held: undefined });
}

export async function goOnWithFinding(
  work: Work,
  id: string,
  change: { readonly ifMatch: string | undefined; readonly to: Partial<Finding> },
): Done {
  const found = await find(work, id);
  if (!found.ok) return found;
  const held = found.value;
  if (change.ifMatch !== `"${held.revision}"`)
    return err({
      code: 'request.conflict',
      detail: `${held.id} was changed meanwhile; look at it again.`,
      current: findingDocument(held),
    });
  const changed = changeFinding(held.finding, change.to, dayOf(work));
  if (!changed.ok) return err(refusalOf(changed.error, held.id));
  const strange = await strangeReferences(work, changed.value, held);
  if (strange) return err(strange);
  return write(work, 'finding.changed', { ...held, finding: changed.value, held });
}

export function endFinding(work: Work, id: string, said: Said): Done {
  return withWord(work, id, { kind: 'finding.closed', said, decide: closeFinding });
}

export function openFindingAgain(work: Work, id: string, said: Said): Done {
  return withWord(work, id, { kind: 'finding.reopened', said, decide: reopenFinding });
}

/** One finding, or that it is not there. */
export async function find({ tx, scope }: Work, id: string): Done {
  const held = await findFinding(tx, scope, id);
  return held ? ok(held) : err({ code: 'finding.not_found', detail: `There is no finding ${id}.` });
}

/** The day on which something is recorded. */
export function dayOf({ now }: Pick<Work, 'now'>): PlainDate {
  return dateOfInstant(now);
}

async function withWord(
  work: Work,
  id: string,
  act: {
    readonly kind: string;
    readonly said: Said;
    readonly decide: (finding: Finding, word: FindingWord) => Result<Finding, FindingRefusal>;
  },
): Done {
  const found = await find(work, id);
  if (!found.ok) return found;
  const held = found.value;
  const by = act.said.by ?? work.scope.principal.name;
  const decided = act.decide(held.finding, { on: dayOf(work), by, because: act.said.because });
  if (!decided.ok) return err(refusalOf(decided.error, held.id));
  return write(work, act.kind, { ...held, finding: decided.value, held });
}

async function write(
  { tx, scope, now }: Work,
  kind: string,
  next: Parameters<typeof writeFinding>[2],
): Promise<Result<FindingVersion, never>> {
  const written = await writeFinding(tx, scope, next, now);
  const payload = { ...findingDocument(written), by: scope.principal.name };
  await record(tx, scope, { kind, subject: written.id, at: now, payload });
  return ok(written);
}

function refusalOf(refusal: FindingRefusal, id = 'It'): Refusal {
  switch (refusal.code) {
    case 'finding.invalid': {
      const errors = refusal.faults.map(({ pointer, message }) => ({ pointer: `/body${pointer}`, message }));
      const [first] = errors;
      return { code: refusal.code, detail: `${first?.pointer ?? ''}: ${first?.message ?? ''}.`, errors };
    }
    case 'finding.not_verified':
      return { code: refusal.code, detail: `${id} is not closed: its record lacks ${refusal.missing}.` };
    case 'finding.closed':
      return { code: refusal.code, detail: `${id} is closed.` };
    case 'finding.not_closed':
      return { code: refusal.code, detail: `${id} is open.` };
    default:
      return refusal satisfies never;
  }
}
