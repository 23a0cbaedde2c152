// What an audit may not say, and when it may be reported.
import { err, ok, type ControlCode, type PlainDate, type Result } from '../kernel/index.ts';
import type { RequirementRef } from '../frameworks/index.ts';
import {
  ownWork,
  type Audit,
  type AuditLine,
  type AuditReport,
  type LineSaid,
  type OwnedControl,
  type TakenBack,
} from './audit.ts';

export type AuditRefusal =
  | {
      readonly code: 'audit.invalid';
      readonly faults: readonly { readonly pointer: string; readonly message: string }[];
    }
  | { readonly code: 'audit.not_independent'; readonly controls: readonly ControlCode[] }
  | { readonly code: 'audit.line_not_found'; readonly requirement: RequirementRef }
  | { readonly code: 'audit.unfinished'; readonly open: readonly RequirementRef[] }
  | { readonly code: 'audit.reported' };

type Decided = Result<Audit, AuditRefusal>;

export type AuditPlan = Pick<Audit, 'title' | 'from' | 'to' | 'criteria' | 'auditor'> & {
  readonly scope: readonly RequirementRef[];
};

/** An audit as it is planned: a line for each requirement of its scope. */
export function planAudit(plan: AuditPlan, controls: readonly OwnedControl[]): Decided {
  const { scope, ...rest } = plan;
  return checked(
    { ...rest, lines: scope.map((requirement) => ({ requirement, said: null })), report: null },
    controls,
  );
}

/** The plan changed; lines that stay keep what was said of them, and one of which something was said cannot go. */
export function changeAudit(held: Audit, to: Partial<AuditPlan>, controls: readonly OwnedControl[]): Decided {
  if (held.report) return err({ code: 'audit.reported' });
  const { scope, ...rest } = to;
  if (scope === undefined) return checked({ ...held, ...rest }, controls);
  const lost = held.lines.filter(({ said, requirement }) => said !== null && !scope.includes(requirement));
  if (lost.length > 0)
    return invalid(
      lost.map(({ requirement }) => ({
        pointer: '/scope',
        message: `${requirement} was audited already and cannot leave the scope`,
      })),
    );
  const lines = scope.map(
    (requirement): AuditLine =>
      held.lines.find((line) => line.requirement === requirement) ?? { requirement, said: null },
  );
  return checked({ ...held, ...rest, lines }, controls);
}

/** Why what was said of a line no longer stands, and which of its findings are open. */
export type Withdrawal = Pick<TakenBack, 'because' | 'by' | 'until'> & {
  readonly open: readonly string[];
};

/**
 * Says what was seen of one requirement; findings that came of it before stay. Another result than the one before needs
 * the reason, and stands beside it from then on.
 */
export function sayResult(
  held: Audit,
  requirement: RequirementRef,
  word: { readonly said: LineSaid; readonly instead: Withdrawal },
): Decided {
  const { said, instead } = word;
  const found = lineOf(held, requirement);
  if (!found.ok) return found;
  const line = found.value;
  const other = line.said !== null && line.said.result !== said.result;
  // Of what came of another result only what is still open keeps it from being said.
  const before = other ? instead.open : (line.said?.findings ?? []);
  const findings = [...new Set([...before, ...said.findings])];
  if (findings.length > 0 !== (said.result === 'finding'))
    return invalid([
      { pointer: '/result', message: said.result === 'finding' ? 'needs a finding' : cameOfIt(findings) },
    ]);
  if (said.result === 'conforms' && said.note === '' && said.evidence.length === 0)
    return invalid([{ pointer: '/note', message: 'say what was looked at, or name evidence' }]);
  if (other && instead.because === '')
    return invalid([{ pointer: '/because', message: 'say why it is said otherwise than before' }]);
  const kept = other ? withTakenBack(line, instead) : line;
  return ok(replaced(held, line, { ...kept, said: { ...said, findings } }));
}

/** Takes back what was said of one requirement: nothing is said of it then, and what was said stays with the reason. */
export function takeBack(held: Audit, requirement: RequirementRef, why: Withdrawal): Decided {
  const found = lineOf(held, requirement);
  if (!found.ok) return found;
  const line = found.value;
  if (line.said === null)
    return invalid([{ pointer: '/requirement', message: `nothing is said of ${requirement} yet` }]);
  if (why.open.length > 0) return invalid([{ pointer: '/requirement', message: cameOfIt(why.open) }]);
  return ok(replaced(held, line, { ...withTakenBack(line, why), said: null }));
}

function lineOf(held: Audit, requirement: RequirementRef): Result<AuditLine, AuditRefusal> {
  if (held.report) return err({ code: 'audit.reported' });
  const line = held.lines.find((each) => each.requirement === requirement);
  return line ? ok(line) : err({ code: 'audit.line_not_found', requirement });
}

function withTakenBack(line: AuditLine, { because, by, until }: Withdrawal): AuditLine {
  if (line.said === null) return line;
  return { ...line, taken_back: [...(line.taken_back ?? []), { ...line.said, because, by, until }] };
}

function replaced(held: Audit, line: AuditLine, next: AuditLine): Audit {
  return { ...held, lines: held.lines.map((each) => (each === line ? next : each)) };
}

function cameOfIt(findings: readonly string[]): string {
  return `${findings.join(' ')} came of it; close that with its reason first`;
}

/** Reports an audit, once every line says something. */
export function reportAudit(held: Audit, report: AuditReport, today: PlainDate): Decided {
  if (held.report) return err({ code: 'audit.reported' });
  const open = held.lines.filter(({ said }) => said === null).map(({ requirement }) => requirement);
  if (open.length > 0) return err({ code: 'audit.unfinished', open });
  if (report.on > today)
    return invalid([{ pointer: '/on', message: `${report.on} is still to come; today is ${today}` }]);
  if (report.on < held.from)
    return invalid([{ pointer: '/on', message: `lies before the audit begins on ${held.from}` }]);
  return ok({ ...held, report });
}

function checked(audit: Audit, controls: readonly OwnedControl[]): Decided {
  const scope = audit.lines.map(({ requirement }) => requirement);
  const twice = scope.filter((each, place) => scope.indexOf(each) < place);
  const faults = [
    ...(audit.to < audit.from ? [{ pointer: '/to', message: 'ends before it begins' }] : []),
    ...(scope.length === 0 ? [{ pointer: '/scope', message: 'names no requirement' }] : []),
    ...twice.map((each) => ({ pointer: '/scope', message: `names ${each} twice` })),
  ];
  if (faults.length > 0) return invalid(faults);
  const own = ownWork(audit.auditor, scope, controls);
  return own.length > 0 ? err({ code: 'audit.not_independent', controls: own }) : ok(audit);
}

function invalid(faults: readonly { readonly pointer: string; readonly message: string }[]): Decided {
  return err({ code: 'audit.invalid', faults });
}
