// How the options of a draw name strata.
import type { StrataRule } from '@assay/core';

export interface StrataOptions {
  readonly month: string;
  readonly column?: string;
  readonly strata: boolean;
}

export function strataOf({ strata, column, month }: StrataOptions): StrataRule {
  if (!strata) return { by: 'none' };
  return column === undefined ? { by: 'month', column: month } : { by: 'column', column };
}
