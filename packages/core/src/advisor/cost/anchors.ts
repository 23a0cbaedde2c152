// What is published of cost and time for companies that do it for the first time: anchors for planning, not quotes.
import { amountText } from '../../kernel/index.ts';
import type { Credential } from '../../plan/index.ts';
import { ANCHOR_CURRENCY, converted, type Exchange } from '../currency.ts';
import { atPeople } from './byPeople.ts';

export const ANCHOR_LABEL = 'planning anchors, not quotes';

interface Ends {
  readonly low: number;
  readonly high: number;
}

interface PublishedRange {
  readonly money: Ends;
  readonly months: Ends;
  /** The upper end of the money is said to be open. */
  readonly open: boolean;
}

/** In US dollars (Atlant Security, soc2auditors.org, 2026). */
export const PUBLISHED_RANGES: Readonly<Record<Credential, PublishedRange>> = {
  iso27001: { money: { low: 40_000, high: 180_000 }, months: { low: 9, high: 18 }, open: true },
  soc2_type1: { money: { low: 7500, high: 60_000 }, months: { low: 3, high: 6 }, open: false },
  soc2_type2: { money: { low: 12_000, high: 100_000 }, months: { low: 6, high: 15 }, open: false },
};

/** Share of controls that serve both, as vendors estimate it. */
export const PUBLISHED_OVERLAP: Ends = { low: 0.65, high: 0.75 };

export interface Anchor {
  readonly credential: Credential;
  /** In the currency of the answer. */
  readonly money: Ends;
  readonly open: boolean;
  readonly months: Ends;
  /** Inside both ranges by the number of people. */
  readonly here: { readonly money: number; readonly months: number; readonly formula: string };
}

export function anchorOf(credential: Credential, at: Exchange & { readonly people: number }): Anchor {
  const { money, months, open } = PUBLISHED_RANGES[credential];
  const inside = Math.min(1000, Math.max(10, at.people));
  const between = ({ low, high }: Ends): number => atPeople({ at10: low, at1000: high }, at.people);
  const into = (amount: number): number => Math.round(converted(at, amount, ANCHOR_CURRENCY));
  const [low, high] = [amountText(money.low), amountText(money.high)];
  const inDollars = `${low} × (${high} ÷ ${low}) ^ (log10(${amountText(inside)} ÷ 10) ÷ 2) = ${ANCHOR_CURRENCY} ${amountText(between(money))}`;
  const here = into(between(money));
  return {
    credential,
    money: { low: into(money.low), high: into(money.high) },
    open,
    months,
    here: {
      money: here,
      months: Math.round(between(months) * 10) / 10,
      formula:
        at.currency === ANCHOR_CURRENCY ? inDollars : `${inDollars} = ${at.currency} ${amountText(here)}`,
    },
  };
}
