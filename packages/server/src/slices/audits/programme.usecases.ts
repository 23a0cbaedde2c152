// The programme: what it says, and what of all that is to be audited it covers.
import {
  auditCoverage,
  err,
  ok,
  type AuditProgramme,
  type CoveredRequirement,
  type NamedAudit,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { record } from '../evidence/evidence.module.ts';
import { programmeDocument } from './audits.history.ts';
import { listAudits } from './audits.repository.ts';
import { findProgramme, writeProgramme, type ProgrammeVersion } from './programme.repository.ts';
import { auditable, type Auditable } from './scope.readmodel.ts';
import type { Work } from './work.ts';

export interface Covered {
  readonly stands: ProgrammeVersion | undefined;
  readonly asked: Auditable['asked'];
  readonly coverage: readonly CoveredRequirement[];
  readonly audits: readonly NamedAudit[];
}

/** What the programme covers; without one nothing is planned, whatever was audited. */
export async function coverageNow(work: Work): Promise<Covered> {
  const stands = await findProgramme(work.tx, work.scope);
  const { asked } = await auditable(work);
  const refs = asked.map(({ ref }) => ref);
  const audits = await listAudits(work.tx, work.scope);
  const coverage = stands
    ? auditCoverage(refs, stands.programme, audits)
    : refs.map((requirement) => ({ requirement, state: 'unplanned', audits: [], years: [] }) as const);
  return { stands, asked, coverage, audits };
}

export async function setProgramme(
  { tx, scope, now }: Work,
  change: { readonly ifMatch: string | undefined; readonly to: AuditProgramme },
): Promise<Result<ProgrammeVersion, Refusal>> {
  const held = await findProgramme(tx, scope);
  if (change.ifMatch !== `"${held?.revision ?? 0}"`)
    return err({
      code: 'request.conflict',
      detail: 'The programme was changed meanwhile; look at it again.',
      current: held && programmeDocument(held),
    });
  const written = await writeProgramme(tx, scope, { held, programme: change.to }, now);
  const payload = { ...programmeDocument(written), by: scope.principal.name };
  await record(tx, scope, { kind: 'audit.programme_set', subject: scope.org, at: now, payload });
  return ok(written);
}
