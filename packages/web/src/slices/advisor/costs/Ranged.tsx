// The middle of a range, large, with its ends below it.
import { amountText } from '@assay/core';
import type { Range } from '../advice.ts';

export function Ranged({ of, word }: { readonly of: Range; readonly word: string }) {
  return (
    <>
      <span className="only-phone faint">{word} </span>
      {signed(of.p50)}
      <span className="block small muted">
        {signed(of.p10)} to {signed(of.p90)}
      </span>
    </>
  );
}

/** A saving stands below zero. */
function signed(amount: number): string {
  return amount < 0 ? `−${amountText(-amount)}` : amountText(amount);
}
