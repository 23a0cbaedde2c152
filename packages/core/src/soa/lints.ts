// Rules that a statement of applicability has to keep, each with a name, what to do, and whether an approval waits for
// it. ISO/IEC 27001 6.1.3 d asks for four things: the necessary controls, why each is in, whether it is implemented,
// and why one of Annex A is out. What breaks one of them blocks; what is only weak is said and does not.
import type { PlainDate } from '../kernel/index.ts';
import { binds, reasonKindOf, type Obligation } from './obligation.ts';
import { refOfReason, type Reason } from './reason.ts';
import type { Row, StatementInput, TreatedRisk } from './row.ts';

export interface LintRule {
  readonly severity: 'error' | 'warning';
  /** Whether a version cannot be approved while it holds. */
  readonly blocks: boolean;
  readonly remedy: string;
}

export const SOA_LINTS = {
  'soa.undecided': {
    severity: 'error',
    blocks: true,
    remedy: 'Decide whether it is in, with its reasons, or out, with its justification.',
  },
  'soa.unjustified': {
    severity: 'error',
    blocks: true,
    remedy: 'Name the risk, law, contract or baseline that it is in for.',
  },
  'soa.excluded_without_reason': {
    severity: 'error',
    blocks: true,
    remedy: 'Write why it is not necessary, so that a stranger can follow it.',
  },
  'soa.excluded_but_treats_risk': {
    severity: 'error',
    blocks: true,
    remedy: 'Put it in because of the risk, or correct the treatment or the mapping of the control.',
  },
  'soa.reason_risk_without_risk': {
    severity: 'error',
    blocks: true,
    remedy: 'Name a risk whose treatment uses a control of this row, or another reason.',
  },
  'soa.reason_without_obligation': {
    severity: 'error',
    blocks: true,
    remedy: 'Name an obligation that binds, or another reason.',
  },
  'soa.treatment_control_not_in': {
    severity: 'error',
    blocks: true,
    remedy: 'Put in a row that the control answers, or change the treatment of the risk.',
  },
  'soa.implemented_without_proof': {
    severity: 'warning',
    blocks: false,
    remedy: 'Bring evidence that is accepted and fresh, or say that the control is only planned.',
  },
  'soa.planned_without_date': {
    severity: 'warning',
    blocks: false,
    remedy: 'Say by which day it will be in place.',
  },
  'soa.no_owner': {
    severity: 'warning',
    blocks: false,
    remedy: 'Name who answers for it, here or on its controls.',
  },
} as const satisfies Readonly<Record<string, LintRule>>;

export type SoaLintCode = keyof typeof SOA_LINTS;

/** One rule that is broken, and where. */
export interface SoaLint {
  readonly code: SoaLintCode;
  /** Row id; for the control of a treatment that no row stands for, the control. */
  readonly row: string;
  /** One sentence that names the facts. */
  readonly detail: string;
}

/** All broken rules, row by row, then those of treatments. */
export function lintStatement(
  rows: readonly Row[],
  input: Pick<StatementInput, 'risks' | 'obligations' | 'today'>,
): readonly SoaLint[] {
  return [
    ...rows.flatMap((row) => [...decisionLints(row), ...reasonLints(row, input), ...stateLints(row)]),
    ...treatmentLints(rows, input.risks),
  ];
}

/** Those of the broken rules that an approval waits for. */
export function blockingLints(lints: readonly SoaLint[]): readonly SoaLint[] {
  return lints.filter(({ code }) => SOA_LINTS[code].blocks);
}

function decisionLints(row: Row): readonly SoaLint[] {
  const { standing } = row;
  if (standing.is === 'undecided') return [lint('soa.undecided', row, 'is neither in nor out')];
  if (standing.is === 'unreasoned')
    return [lint('soa.unjustified', row, 'is in, but for no risk, law, contract or baseline')];
  if (standing.is === 'in') return [];
  return [
    ...(standing.justification === ''
      ? [lint('soa.excluded_without_reason', row, 'is out, and nothing says why')]
      : []),
    ...(row.risks.length > 0
      ? [lint('soa.excluded_but_treats_risk', row, `is out, but its controls treat ${codes(row.risks)}`)]
      : []),
  ];
}

function reasonLints(
  row: Row,
  { obligations, today }: Pick<StatementInput, 'obligations' | 'today'>,
): readonly SoaLint[] {
  if (row.standing.is !== 'in') return [];
  return row.standing.reasons.flatMap((reason) => {
    if (reason.kind === 'baseline') return [];
    const ref = refOfReason(reason);
    if (reason.kind === 'risk')
      return row.risks.some(({ code }) => code === ref)
        ? []
        : [lint('soa.reason_risk_without_risk', row, riskless(ref))];
    return isBound(reason, obligations, today)
      ? []
      : [lint('soa.reason_without_obligation', row, unbound(reason.kind, ref))];
  });
}

function isBound(reason: Reason, obligations: readonly Obligation[], today: PlainDate): boolean {
  const ref = refOfReason(reason);
  return obligations.some(
    (each) => each.code === ref && reasonKindOf(each.kind) === reason.kind && binds(each, today),
  );
}

function riskless(ref: string | undefined): string {
  return ref === undefined
    ? 'is in because of risk, but names none'
    : `is in because of ${ref}, whose treatment uses none of its controls`;
}

function unbound(kind: string, ref: string | undefined): string {
  return ref === undefined
    ? `is in because of ${kind}, but names no obligation`
    : `is in because of ${ref}, which is no ${kind} that binds`;
}

function stateLints(row: Row): readonly SoaLint[] {
  const { status } = row;
  if (status === undefined) return [];
  const adopted = row.controls.filter((control) => control.adopted);
  const unproved = adopted.filter(({ proof }) => proof?.state !== 'proved');
  return [
    ...(status.is === 'implemented' && unproved.length > 0
      ? [
          lint(
            'soa.implemented_without_proof',
            row,
            `is implemented, but ${codes(unproved)} ${unproved.length === 1 ? 'is' : 'are'} not proved`,
          ),
        ]
      : []),
    ...(status.is !== 'implemented' && status.due === undefined
      ? [lint('soa.planned_without_date', row, 'is not yet in place, and no day is set')]
      : []),
    ...(row.owner === undefined ? [lint('soa.no_owner', row, 'has no owner')] : []),
  ];
}

/** A control of a treatment is in when one row that it answers is. */
function treatmentLints(rows: readonly Row[], risks: readonly TreatedRisk[]): readonly SoaLint[] {
  const included = new Set(
    rows.filter(({ status }) => status !== undefined).flatMap((row) => row.controls.map(({ code }) => code)),
  );
  return risks.flatMap((risk) =>
    risk.controls
      .filter((control) => !included.has(control))
      .map((control) => ({
        code: 'soa.treatment_control_not_in' as const,
        row: control,
        detail: `${control} treats ${risk.code}, but no row that it answers is in.`,
      })),
  );
}

function lint(code: SoaLintCode, row: Row, what: string): SoaLint {
  return { code, row: row.id, detail: `${row.id} ${what}.` };
}

function codes(things: readonly { readonly code: string }[]): string {
  return things.map(({ code }) => code).join(', ');
}
