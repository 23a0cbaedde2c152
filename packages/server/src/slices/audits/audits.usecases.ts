// Use cases of audits: plan, change, say results, report. Core decides; each leaves a version and a ledger entry.
import {
  changeAudit,
  dateOfInstant,
  err,
  ok,
  ownWork,
  planAudit,
  reportAudit,
  sayResult,
  takeBack,
  type Audit,
  type AuditPlan,
  type AuditRefusal,
  type AuditReport,
  type Finding,
  type LineResult,
  type LineSaid,
  type PlainDate,
  type RequirementRef,
  type Result,
  type Withdrawal,
  DEFAULT_TERMS,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { record } from '../evidence/evidence.module.ts';
import { listFindings, recordFinding } from '../findings/findings.module.ts';
import { auditDocument } from './audits.history.ts';
import { findAudit, writeAudit, type AuditVersion } from './audits.repository.ts';
import { refusalOf } from './audits.refusals.ts';
import { auditable, type Auditable } from './scope.readmodel.ts';
import type { Work } from './work.ts';

type Done = Promise<Result<AuditVersion, Refusal>>;

export async function planOne(work: Work, plan: AuditPlan): Done {
  const { known, controls } = await auditable(work);
  const strange = unknownScope(plan.scope, known);
  if (strange) return err(strange);
  return write(work, 'audit.planned', { held: undefined, decided: planAudit(plan, controls) });
}

export async function changeOne(
  work: Work,
  id: string,
  change: { readonly ifMatch: string | undefined; readonly to: Partial<AuditPlan> },
): Done {
  const found = await find(work, id);
  if (!found.ok) return found;
  const held = found.value;
  if (change.ifMatch !== `"${held.revision}"`) return err(changedMeanwhile(held));
  const { known, controls } = await auditable(work);
  const strange = unknownScope(change.to.scope ?? [], known);
  if (strange) return err(strange);
  return write(work, 'audit.changed', { held, decided: changeAudit(held.audit, change.to, controls) });
}

export interface SaidOfLine {
  readonly requirement: RequirementRef;
  readonly result: LineResult;
  readonly note: string;
  readonly evidence: readonly string[];
  readonly finding: Pick<Finding, 'kind' | 'statement' | 'owner'> | undefined;
  /** Why it is said otherwise than before; empty where nothing else stood. */
  readonly because: string;
}

/** Says what was seen; a finding is recorded with it, or neither is. */
export async function sayOne(work: Work, id: string, said: SaidOfLine): Done {
  const found = await find(work, id);
  if (!found.ok) return found;
  const held = found.value;
  const { requirement, result, note, evidence } = said;
  const on = dayOf(work);
  const instead = await withdrawal(work, held, { requirement, because: said.because });
  const line = (findings: readonly string[]): LineSaid => ({ result, note, evidence, findings, on });
  const placeholder = said.finding ? ['a new finding'] : [];
  const tried = sayResult(held.audit, requirement, { said: line(placeholder), instead });
  if (!tried.ok) return err(refusalOf(tried.error, held.id));
  const findings: string[] = [];
  if (said.finding) {
    const made = await recordFinding(work, findingOf(said, said.finding, held, on));
    if (!made.ok) return made;
    findings.push(made.value.id);
  }
  const decided = sayResult(held.audit, requirement, { said: line(findings), instead });
  return write(work, 'audit.result_said', { held, decided });
}

/** Takes back what was said of a requirement; what was said stays with the reason. */
export async function takeBackOne(
  work: Work,
  id: string,
  asked: {
    readonly ifMatch: string | undefined;
    readonly requirement: RequirementRef;
    readonly because: string;
  },
): Done {
  const found = await find(work, id);
  if (!found.ok) return found;
  const held = found.value;
  if (asked.ifMatch !== `"${held.revision}"`) return err(changedMeanwhile(held));
  const decided = takeBack(held.audit, asked.requirement, await withdrawal(work, held, asked));
  return write(work, 'audit.result_taken_back', { held, decided });
}

/** Reports an audit whose auditor is still independent of what was audited. */
export async function reportOne(
  work: Work,
  id: string,
  report: Omit<AuditReport, 'on'> & { readonly on: PlainDate | undefined },
): Done {
  const found = await find(work, id);
  if (!found.ok) return found;
  const held = found.value;
  const today = dayOf(work);
  const own = ownControls(held.audit, await auditable(work));
  if (own.length > 0)
    return err(refusalOf({ code: 'audit.not_independent', controls: own }, held.audit.auditor));
  const decided = reportAudit(held.audit, { ...report, on: report.on ?? today }, today);
  return write(work, 'audit.reported', { held, decided });
}

/** One audit, or that it is not there. */
export async function find({ tx, scope }: Work, id: string): Done {
  const held = await findAudit(tx, scope, id);
  return held ? ok(held) : err({ code: 'audit.not_found', detail: `There is no audit ${id}.` });
}

/** Controls within an audit's scope that its auditor owns now. */
export function ownControls(audit: Audit, { controls }: Auditable): readonly string[] {
  const scope = audit.lines.map(({ requirement }) => requirement);
  return ownWork(audit.auditor, scope, controls);
}

/** The reason for which a line says something else, with those of its findings that are still open. */
async function withdrawal(
  work: Work,
  { audit }: AuditVersion,
  { requirement, because }: { readonly requirement: RequirementRef; readonly because: string },
): Promise<Withdrawal> {
  const own = audit.lines.find((each) => each.requirement === requirement)?.said?.findings ?? [];
  const open =
    own.length === 0
      ? []
      : (await listFindings(work.tx, work.scope)).filter(
          ({ id, finding }) => own.includes(id) && finding.closed === null,
        );
  const by = work.scope.principal.name;
  return { because, by, until: dayOf(work), open: open.map(({ id }) => id) };
}

function changedMeanwhile(held: AuditVersion): Refusal {
  return {
    code: 'request.conflict',
    detail: `${held.id} was changed meanwhile; look at it again.`,
    current: auditDocument(held),
  };
}

function dayOf({ now }: Work): PlainDate {
  return dateOfInstant(now);
}

function findingOf(
  said: SaidOfLine,
  finding: NonNullable<SaidOfLine['finding']>,
  held: AuditVersion,
  on: PlainDate,
): Finding {
  return {
    ...finding,
    source: 'internal_audit',
    where: held.id,
    found_on: on,
    found_by: held.audit.auditor,
    requirements: [said.requirement],
    controls: [],
    evidence: said.evidence,
    correction: null,
    consequences: null,
    cause: null,
    similar: null,
    action: null,
    effectiveness: null,
    system_change: null,
    exception: null,
    terms: DEFAULT_TERMS,
    closed: null,
    reopened: [],
  };
}

function unknownScope(scope: readonly RequirementRef[], known: Auditable['known']): Refusal | undefined {
  const refs = new Set<string>(
    known.frameworks.flatMap(({ requirements }) => requirements.map(({ ref }) => ref)),
  );
  const errors = scope.flatMap((ref, place) =>
    refs.has(ref) ? [] : [{ pointer: `/body/scope/${place}`, message: `there is no requirement ${ref}` }],
  );
  const [first] = errors;
  return first && { code: 'audit.invalid', detail: `${first.pointer}: ${first.message}.`, errors };
}

async function write(
  { tx, scope, now }: Work,
  kind: string,
  next: { readonly held: AuditVersion | undefined; readonly decided: Result<Audit, AuditRefusal> },
): Done {
  const { held, decided } = next;
  if (!decided.ok) return err(refusalOf(decided.error, held?.id));
  const written = await writeAudit(tx, scope, { held, audit: decided.value }, now);
  const payload = { ...auditDocument(written), by: scope.principal.name };
  await record(tx, scope, { kind, subject: written.id, at: now, payload });
  return ok(written);
}
