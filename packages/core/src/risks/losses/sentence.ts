// The one sentence about losses: how much of the register it speaks of, what a year costs, whether that is tolerated.
import { estimateText, percentText, yearsText } from './amount.ts';
import type { LossAnswer, LossPoint } from './answer.ts';

export function lossSentence(
  answer: LossAnswer,
  of: { readonly open: number; readonly currency: string },
): string {
  const estimated = answer.scenarios.length;
  if (of.open === 0) return 'No risk is open, so there is nothing to estimate.';
  if (estimated === 0)
    return `None of ${of.open} open risks is estimated in money yet, so nothing is known of what a year could cost.`;
  const { inherent, residual, value } = answer.portfolio;
  const money = (amount: number): string => `${of.currency} ${estimateText(amount)}`;
  const cost = value
    ? `an average year would cost ${money(inherent.mean)} without treatment and costs ${money(residual.mean)} with it`
    : `an average year costs ${money(inherent.mean)}`;
  return `${estimated} of ${of.open} open risks ${estimated === 1 ? 'is' : 'are'} estimated: ${cost}; ${toleranceClause(answer, money)}.`;
}

function toleranceClause(answer: LossAnswer, money: (amount: number) => string): string {
  if (!answer.tolerance) return 'what is tolerated is not said';
  const point = worstBeyond(answer);
  if (!point) return 'what remains stays within what is tolerated';
  return `what remains is beyond what is tolerated: ${money(point.loss)} or more in ${yearsText(point.residual.share)} where ${yearsText(point.tolerated ?? 0)} is`;
}

/** The point to speak of: one that the company set itself, before those between. */
export function worstBeyond({ curve, tolerance }: LossAnswer): LossPoint | undefined {
  const beyond = curve.filter((point) => point.beyond);
  const said = [tolerance?.rare.loss, tolerance?.often.loss];
  return (
    said.flatMap((loss) => beyond.filter((point) => point.loss === loss)).at(0) ??
    beyond.toSorted((a, b) => b.residual.share - a.residual.share).at(0)
  );
}

/** How far chance can have moved a share of years. */
export function bandText({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${percentText(low)} to ${percentText(high)}`;
}
