// What speaks against an estimate, a tolerance or a cost: one sentence and its place.
import { amountText } from '../../kernel/index.ts';
import { LARGEST_LOSS } from '../simulation/loss.ts';
import { MOST_A_YEAR } from '../simulation/frequency.ts';
import { checkModel, type LossModel } from '../simulation/simulate.ts';

export interface LossFault {
  /** JSON Pointer into what was said. */
  readonly pointer: string;
  readonly detail: string;
}

/** What is wrong with a model; undefined where it can be simulated. */
export function modelFault(model: LossModel): LossFault | undefined {
  const checked = checkModel(model);
  if (checked.ok) return undefined;
  return { pointer: checked.error.pointer, detail: detailOf(model) };
}

function detailOf({ frequency, loss }: LossModel): string {
  if (frequency.kind === 'bernoulli' && !(frequency.probability >= 0 && frequency.probability <= 1))
    return 'A probability lies between 0 and 1.';
  if (frequency.kind === 'poisson' && !(frequency.perYear >= 0 && frequency.perYear <= MOST_A_YEAR))
    return `A rate lies between 0 and ${MOST_A_YEAR} a year.`;
  const most = amountText(LARGEST_LOSS / 100);
  if (loss.kind === 'pert') {
    const said = [loss.min, loss.mode, loss.max].map(amountText).join(', ');
    return `The least, the most likely and the most have to rise, from 0 to ${most} at most; ${said} do not.`;
  }
  if (!(loss.low > 0)) return 'The low end of the interval has to be above 0.';
  if (!(loss.high <= LARGEST_LOSS / 100)) return `The high end of the interval is ${most} at most.`;
  return `The low end of the interval, ${amountText(loss.low)}, has to be below its high end, ${amountText(loss.high)}.`;
}
