// Use cases of the register of obligations.
import { err, ok, type Obligation, type Result } from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { nextNumber } from '../access/access.module.ts';
import { record } from '../evidence/evidence.module.ts';
import {
  listObligations,
  obligationDocument,
  writeObligation,
  type ObligationRecord,
} from './obligations.repository.ts';
import type { Work } from './soa.readmodel.ts';

export type ObligationDraft = Omit<Obligation, 'code'>;

export async function addObligation(work: Work, draft: ObligationDraft): Promise<ObligationRecord> {
  const seq = await nextNumber(work.tx, work.scope, 'obligation');
  const made = await writeObligation(work.tx, work.scope, { ...draft, code: `O-${seq}`, seq }, work.now);
  await tell(work, 'obligation.added', made);
  return made;
}

export async function changeObligation(
  work: Work,
  code: string,
  change: { readonly ifMatch: string | undefined; readonly to: Partial<ObligationDraft> },
): Promise<Result<ObligationRecord, Refusal>> {
  const held = await findObligation(work, code);
  if (!held.ok) return held;
  if (change.ifMatch !== `"${held.value.revision}"`)
    return err({
      code: 'request.conflict',
      detail: `${code} was changed meanwhile; look at it again.`,
      current: obligationDocument(held.value),
    });
  const next = await writeObligation(work.tx, work.scope, { ...held.value, ...change.to }, work.now);
  await tell(work, 'obligation.changed', next);
  return ok(next);
}

export async function findObligation(
  { tx, scope }: Work,
  code: string,
): Promise<Result<ObligationRecord, Refusal>> {
  const found = (await listObligations(tx, scope)).find((each) => each.code === code);
  return found ? ok(found) : err(noObligation(code));
}

export function noObligation(code: string): Refusal {
  return { code: 'obligation.not_found', detail: `The register has no obligation ${code}.` };
}

async function tell({ tx, scope, now }: Work, kind: string, of: ObligationRecord): Promise<void> {
  await record(tx, scope, {
    kind,
    subject: of.code,
    at: now,
    payload: { ...obligationDocument(of), by: scope.principal.name },
  });
}
