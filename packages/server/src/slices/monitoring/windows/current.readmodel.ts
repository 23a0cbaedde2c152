// What the window of the current examination says of criteria and of its own period, for other slices.
import type { CriterionResult, WindowRemark } from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { answered, windowsOf } from './answers.readmodel.ts';
import { material, type MaterialAsked } from './material.readmodel.ts';

export interface CurrentWindow {
  readonly criteria: readonly CriterionResult[];
  readonly remarks: readonly WindowRemark[];
}

/** Undefined where no Type II period is set. */
export async function currentWindow(
  tx: Tx,
  scope: OrgScope,
  asked: MaterialAsked,
): Promise<CurrentWindow | undefined> {
  const known = await material(tx, scope, asked);
  const current = windowsOf(known).find((window) => window.current);
  return current && answered(known, current).answer;
}
