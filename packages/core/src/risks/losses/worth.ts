// What each control is worth where risks are treated by several: what it avoids alone is sure, what it avoids together
// with others is shared out to nobody, so that its worth lies between two figures.

export type Worth = 'pays' | 'may_pay' | 'does_not_pay' | 'no_cost' | 'no_estimate';

export interface ControlWorth {
  readonly control: string;
  /** A year, in whole units; null where nobody has said it. */
  readonly cost: number | null;
  /** Mean loss of a year that is avoided in risks that it alone treats. */
  readonly alone: number;
  /** The same in risks that others treat, too: at most this much is its own. */
  readonly shared: number;
  /** Least and most that it is worth after its cost; null where that is not known. */
  readonly least: number | null;
  readonly most: number | null;
  readonly worth: Worth;
  /** Estimated risks that it treats. */
  readonly risks: readonly string[];
  /** Controls that treat one of them, too. */
  readonly together: readonly string[];
}

export interface TreatedLoss {
  readonly id: string;
  readonly controls: readonly string[];
  /** Mean loss of a year that its treatment avoids; null where what remains is not estimated. */
  readonly avoided: number | null;
}

/** A control for each that treats an estimated risk or has a cost, in order of their ids. */
export function controlWorths(
  treated: readonly TreatedLoss[],
  costs: ReadonlyMap<string, number>,
): readonly ControlWorth[] {
  const codes = new Set([...treated.flatMap(({ controls }) => controls), ...costs.keys()]);
  return [...codes].toSorted().map((control) => {
    const mine = treated.filter(({ controls, avoided }) => avoided !== null && controls.includes(control));
    const own = mine.filter(({ controls }) => controls.length === 1);
    const together = new Set(mine.flatMap(({ controls }) => controls));
    together.delete(control);
    const alone = addUp(own.map(({ avoided }) => avoided ?? 0));
    const shared = addUp(mine.map(({ avoided }) => avoided ?? 0)) - alone;
    const cost = costs.get(control) ?? null;
    const known = cost !== null && mine.length > 0;
    const [least, most] = known ? [alone - cost, alone + shared - cost] : [null, null];
    return {
      control,
      cost,
      alone,
      shared,
      least,
      most,
      worth: mine.length === 0 ? 'no_estimate' : worthOf(least, most),
      risks: mine.map(({ id }) => id),
      together: [...together].toSorted(),
    };
  });
}

function worthOf(least: number | null, most: number | null): Worth {
  if (least === null || most === null) return 'no_cost';
  if (least >= 0) return 'pays';
  return most < 0 ? 'does_not_pay' : 'may_pay';
}

function addUp(amounts: readonly number[]): number {
  return amounts.reduce((sum, each) => sum + each, 0);
}
