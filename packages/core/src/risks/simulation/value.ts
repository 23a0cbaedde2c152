// What a control is worth: the loss that it avoids, against what it costs.

/** Amounts of a year in whole hundredths. */
export interface ControlValue {
  readonly avoided: number;
  readonly net: number;
  /** Net worth of each unit spent; undefined for a control that costs nothing. */
  readonly returned: number | undefined;
}

export function controlValue(of: {
  readonly meanWithout: number;
  readonly meanWith: number;
  readonly cost: number;
}): ControlValue {
  const avoided = of.meanWithout - of.meanWith;
  const net = avoided - of.cost;
  return { avoided, net, returned: of.cost > 0 ? net / of.cost : undefined };
}
