// The way from why to proof: risk or obligation, treatment, control, evidence, last proof.
import type { ProofState } from '../controls/index.ts';
import { refOfReason, type Reason, type ReasonKind } from './reason.ts';
import type { Row, RowControl, TreatedRisk } from './row.ts';

/** How far the company went with the control of a way. */
export const CONTROL_STANDS = ['implemented', 'planned', 'not_adopted'] as const;
export type ControlStands = (typeof CONTROL_STANDS)[number];

/** One way through a row: what asks, how it is treated, and the control with its proof. */
export interface TraceStep {
  /** Null where no reason stands behind the row. */
  readonly kind: ReasonKind | null;
  /** Risk or obligation; null for a reason in words. */
  readonly ref: string | null;
  readonly title: string;
  /** Option of the risk's treatment; null where no risk asks. */
  readonly treatment: TreatedRisk['option'] | null;
  readonly control: string | null;
  /** Null where the way ends before a control. */
  readonly stands: ControlStands | null;
  readonly evidence: readonly string[];
  readonly proof: string | null;
  /** What the control's proof is worth today in the ISO view; null before a control. */
  readonly state: ProofState | null;
}

/**
 * All ways of a row that is not out. A risk leads to the controls that treat it, every other reason to all adopted
 * controls; a way that ends before a control is shown as far as it goes, and one without a reason begins at its control.
 */
export function traceOf(row: Row, titles: ReadonlyMap<string, string>): readonly TraceStep[] {
  const { standing } = row;
  if (standing.is === 'out') return [];
  if (standing.is !== 'in') {
    const title = standing.is === 'unreasoned' ? standing.because : '';
    const start = { kind: null, ref: null, title, treatment: null };
    return stepsFrom(
      start,
      row.controls.filter(({ adopted }) => adopted),
    );
  }
  return standing.reasons.flatMap((reason) => {
    const ref = refOfReason(reason);
    const risk = row.risks.find(({ code }) => code === ref);
    const start = {
      kind: reason.kind,
      ref: ref ?? null,
      title: risk?.title ?? titleOf(reason, titles),
      treatment: risk?.option ?? null,
    };
    return stepsFrom(start, controlsFor(row, reason, risk));
  });
}

function stepsFrom(
  start: Pick<TraceStep, 'kind' | 'ref' | 'title' | 'treatment'>,
  controls: readonly RowControl[],
): readonly TraceStep[] {
  const ends = controls.length === 0 ? [undefined] : controls;
  return ends.map((control) => ({
    ...start,
    control: control?.code ?? null,
    stands: control === undefined ? null : standsOf(control),
    evidence: control?.proof?.evidence ?? [],
    proof: control?.proof?.lastProof ?? null,
    state: control === undefined ? null : (control.proof?.state ?? 'unknown'),
  }));
}

function standsOf({ adopted, implemented }: RowControl): ControlStands {
  if (!adopted) return 'not_adopted';
  return implemented ? 'implemented' : 'planned';
}

function controlsFor(row: Row, reason: Reason, risk: TreatedRisk | undefined): readonly RowControl[] {
  if (reason.kind === 'risk') return row.controls.filter(({ code }) => risk?.controls.includes(code));
  return row.controls.filter(({ adopted }) => adopted);
}

function titleOf(reason: Reason, titles: ReadonlyMap<string, string>): string {
  return 'text' in reason ? reason.text : (titles.get(reason.ref) ?? '');
}
