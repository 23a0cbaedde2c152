// The way from why to proof: risk or obligation, treatment, control, evidence, last proof.
import { refOfReason, type Reason, type ReasonKind } from './reason.ts';
import type { Row, RowControl, TreatedRisk } from './row.ts';

/** One way through a row: what asks, how it is treated, and the control with its proof. */
export interface TraceStep {
  readonly kind: ReasonKind;
  /** Risk or obligation; null for a reason in words. */
  readonly ref: string | null;
  readonly title: string;
  /** Option of the risk's treatment; null where no risk asks. */
  readonly treatment: TreatedRisk['option'] | null;
  readonly control: string | null;
  readonly evidence: readonly string[];
  readonly proof: string | null;
}

/**
 * All ways of a row that is in. A risk leads to the controls that treat it, every other reason to all adopted controls;
 * a way that ends before a control is shown as far as it goes.
 */
export function traceOf(row: Row, titles: ReadonlyMap<string, string>): readonly TraceStep[] {
  if (row.standing.is !== 'in') return [];
  return row.standing.reasons.flatMap((reason) => {
    const ref = refOfReason(reason);
    const risk = row.risks.find(({ code }) => code === ref);
    const start = {
      kind: reason.kind,
      ref: ref ?? null,
      title: risk?.title ?? titleOf(reason, titles),
      treatment: risk?.option ?? null,
    };
    const controls = controlsFor(row, reason, risk);
    const ends = controls.length === 0 ? [undefined] : controls;
    return ends.map((control) => ({
      ...start,
      control: control?.code ?? null,
      evidence: control?.proof?.evidence ?? [],
      proof: control?.proof?.lastProof ?? null,
    }));
  });
}

function controlsFor(row: Row, reason: Reason, risk: TreatedRisk | undefined): readonly RowControl[] {
  if (reason.kind === 'risk') return row.controls.filter(({ code }) => risk?.controls.includes(code));
  return row.controls.filter(({ adopted }) => adopted);
}

function titleOf(reason: Reason, titles: ReadonlyMap<string, string>): string {
  return 'text' in reason ? reason.text : (titles.get(reason.ref) ?? '');
}
