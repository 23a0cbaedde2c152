// Amounts of money and shares of years as people read them; a simulation does not know more than three figures.
import { amountText } from '../../kernel/index.ts';

const FIGURES = 3;

/** 61234.5 as 61,200: no more figures than the simulation has. */
export function estimateText(amount: number): string {
  const whole = Math.round(Number(amount.toPrecision(FIGURES)));
  return whole < 0 ? `−${amountText(-whole)}` : amountText(whole);
}

/** 0.02 as "1 year in 50"; what happens in most years as a share of them. */
export function yearsText(share: number): string {
  if (share <= 0) return 'no year';
  if (share >= 1) return 'every year';
  return share > 0.4 ? `${percentText(share)} of years` : `1 year in ${amountText(1 / share)}`;
}

/** 0.0213 as 2.13 %. */
export function percentText(share: number): string {
  return `${Number((share * 100).toPrecision(FIGURES))} %`;
}
