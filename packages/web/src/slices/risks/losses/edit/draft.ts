// An estimate while it is typed: texts until they are numbers, and core says what is wrong with it.
import { lossModelOf } from '@assay/contract';
import { modelFault } from '@assay/core';
import { numberIn } from '../../../../ui/numberIn.ts';
import type { Half } from '../losses.ts';

export interface Draft {
  readonly often: 'bernoulli' | 'poisson';
  readonly rate: string;
  readonly much: 'lognormal' | 'pert';
  readonly low: string;
  readonly mode: string;
  readonly high: string;
  readonly because: string;
}

export const EMPTY: Draft = {
  often: 'bernoulli',
  rate: '',
  much: 'lognormal',
  low: '',
  mode: '',
  high: '',
  because: '',
};

export function draftOf(half: Half | null): Draft {
  if (!half) return EMPTY;
  const { frequency, loss, justification: because } = half;
  const rate = String(frequency.kind === 'bernoulli' ? frequency.probability : frequency.per_year);
  return loss.kind === 'pert'
    ? {
        often: frequency.kind,
        rate,
        much: 'pert',
        low: String(loss.min),
        mode: String(loss.mode),
        high: String(loss.max),
        because,
      }
    : {
        often: frequency.kind,
        rate,
        much: 'lognormal',
        low: String(loss.low),
        mode: '',
        high: String(loss.high),
        because,
      };
}

export type Read =
  | { readonly ok: true; readonly half: Pick<Half, 'frequency' | 'loss' | 'justification'> }
  /** Why it is none yet; empty while fields are still empty. */
  | { readonly ok: false; readonly fault: string };

export function readDraft(draft: Draft): Read {
  const [rate, low, high] = [draft.rate, draft.low, draft.high].map(numberIn);
  const mode = draft.much === 'pert' ? numberIn(draft.mode) : 0;
  if (rate === undefined || low === undefined || high === undefined || mode === undefined)
    return { ok: false, fault: '' };
  const half: Pick<Half, 'frequency' | 'loss' | 'justification'> = {
    frequency:
      draft.often === 'bernoulli'
        ? { kind: 'bernoulli', probability: rate }
        : { kind: 'poisson', per_year: rate },
    loss:
      draft.much === 'pert' ? { kind: 'pert', min: low, mode, max: high } : { kind: 'lognormal', low, high },
    justification: draft.because.trim(),
  };
  const fault = modelFault(lossModelOf(half));
  return fault ? { ok: false, fault: fault.detail } : { ok: true, half };
}
