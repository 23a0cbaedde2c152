// What moves in dates and money between two advices, in a few words. Pure.
import { estimateText } from '@assay/core';
import { CREDENTIAL_SHORT } from '../../../ui/options.ts';
import type { Advice, Option } from '../advice.ts';

type Told = Pick<Advice, 'recommended' | 'currency'> & {
  readonly options: readonly Dated[];
};
type Dated = Pick<Option, 'option' | 'credentials' | 'three_years'>;

/** Of the way that is advised then: what it was for that way before, and what it would be. */
export function movedWords(before: Told, after: Told): string {
  const [was, is] = [before, after].map(({ options }) =>
    options.find(({ option }) => option === after.recommended),
  );
  if (!was || !is) return '';
  const parts = [...datesMoved(was, is), ...moneyMoved(was, is, after.currency)];
  return parts.length === 0 ? 'No date and no amount moves.' : `${parts.join('; ')}.`;
}

function datesMoved(was: Dated, is: Dated): readonly string[] {
  return is.credentials.flatMap(({ credential, ready }) => {
    const held = was.credentials.find((each) => each.credential === credential)?.ready.p50;
    if (held === ready.p50) return [];
    return [`${CREDENTIAL_SHORT[credential]} ${held === undefined ? '' : `${held} → `}${ready.p50}`];
  });
}

function moneyMoved(was: Dated, is: Dated, currency: string): readonly string[] {
  const [from, to] = [was, is].map(({ three_years }) => estimateText(three_years.p50));
  return from === to ? [] : [`three years ${currency} ${from ?? ''} → ${to ?? ''}`];
}
