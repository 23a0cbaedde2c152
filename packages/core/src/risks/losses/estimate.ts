// What may be estimated of a risk: how often and how much, as if nothing were done and after its treatment.
import { amountText, err, ok, type PlainDate, type Result } from '../../kernel/index.ts';
import type { Risk } from '../register/risk.ts';
import { meanFrequency } from '../simulation/frequency.ts';
import { meanLoss } from '../simulation/loss.ts';
import type { LossModel } from '../simulation/simulate.ts';
import type { Tolerance } from '../simulation/exceedance.ts';
import { estimateText } from './amount.ts';
import { modelFault, type LossFault } from './fault.ts';

export interface GivenModel extends LossModel {
  readonly justification: string;
  readonly on: PlainDate;
}

export interface EstimatedModel extends GivenModel {
  readonly by: string;
}

/** inherent: as if no control were there; residual: after treatment. Both undefined where the estimate was withdrawn. */
export interface LossEstimate {
  readonly inherent: EstimatedModel | undefined;
  readonly residual: EstimatedModel | undefined;
}

export const NO_ESTIMATE: LossEstimate = { inherent: undefined, residual: undefined };

/** The next estimate of a risk; a half that is said again in the same words keeps its day and who said it. */
export function estimateLosses(
  held: LossEstimate,
  given: { readonly inherent: GivenModel | undefined; readonly residual: GivenModel | undefined },
  around: { readonly risk: Risk; readonly by: string; readonly today: PlainDate },
): Result<LossEstimate, LossFault> {
  const { risk, by, today } = around;
  if (risk.closed)
    return err({ pointer: '', detail: `${risk.code} is closed; open it again before it is estimated.` });
  const fault =
    modelFaultOf('inherent', given.inherent, today) ??
    modelFaultOf('residual', given.residual, today) ??
    remainsFault(risk, given);
  if (fault) return err(fault);
  return ok({
    inherent: said(held.inherent, given.inherent, by),
    residual: said(held.residual, given.residual, by),
  });
}

/** Mean of a year by the model itself, without simulating: in whole units. */
export function expectedYear({ frequency, loss }: LossModel): number {
  return meanFrequency(frequency) * meanLoss(loss);
}

/** What is wrong with a line of tolerance; it falls from the frequent to the rare point. */
export function toleranceFault({ often, rare }: Tolerance): LossFault | undefined {
  for (const [name, { loss, share }] of Object.entries({ often, rare })) {
    if (!(loss > 0)) return { pointer: `/${name}/loss`, detail: 'A tolerated loss is above 0.' };
    if (!(share > 0 && share < 1))
      return { pointer: `/${name}/share`, detail: 'A share of years lies between 0 and 1.' };
  }
  if (!(rare.loss > often.loss))
    return {
      pointer: '/rare/loss',
      detail: `What is tolerated rarely, ${amountText(rare.loss)}, has to be more than what is tolerated often, ${amountText(often.loss)}.`,
    };
  if (!(rare.share < often.share))
    return {
      pointer: '/rare/share',
      detail: `What is tolerated rarely, in ${rare.share} of years, has to be rarer than what is tolerated in ${often.share}.`,
    };
  return undefined;
}

function modelFaultOf(
  half: 'inherent' | 'residual',
  model: GivenModel | undefined,
  today: PlainDate,
): LossFault | undefined {
  if (!model) return undefined;
  if (model.on > today) return { pointer: `/${half}/on`, detail: 'An estimate is not made in the future.' };
  const fault = modelFault(model);
  return fault && { ...fault, pointer: `/${half}${fault.pointer}` };
}

/** What remains follows from a treatment, and a treatment does not make it worse. */
function remainsFault(
  risk: Risk,
  {
    inherent,
    residual,
  }: { readonly inherent: LossModel | undefined; readonly residual: LossModel | undefined },
): LossFault | undefined {
  if (!residual) return undefined;
  if (!inherent)
    return {
      pointer: '/inherent',
      detail: 'Estimate the risk as if nothing were done before what remains of it.',
    };
  if (!risk.treatment || risk.treatment.option === 'retain')
    return {
      pointer: '/residual',
      detail: `No treatment of ${risk.code} changes it, so nothing else remains than was; choose one first.`,
    };
  const [before, after] = [expectedYear(inherent), expectedYear(residual)];
  // A hair above is rounding of two ways to say the same.
  return after > before * 1.000_001
    ? {
        pointer: '/residual',
        detail: `What remains, ${estimateText(after)} in an average year, is more than there was, ${estimateText(before)}.`,
      }
    : undefined;
}

function said(
  held: EstimatedModel | undefined,
  given: GivenModel | undefined,
  by: string,
): EstimatedModel | undefined {
  if (!given) return undefined;
  const { frequency, loss, justification, on } = given;
  const words = JSON.stringify([frequency, loss, justification]);
  const same = held && JSON.stringify([held.frequency, held.loss, held.justification]) === words;
  return same ? held : { frequency, loss, justification, on, by };
}
