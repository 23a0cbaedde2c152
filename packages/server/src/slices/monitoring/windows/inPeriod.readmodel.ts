// Controls in a period that need not be a saved window, for other slices: what each was expected to do, and its days.
import { evaluateWindow, type Period } from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { previousOf } from './answers.readmodel.ts';
import { material, type MaterialAsked } from './material.readmodel.ts';
import { questionOf } from './question.ts';
import { presentControl } from './windows.presenter.ts';

export type ControlInPeriod = ReturnType<typeof presentControl>;

export async function controlsInPeriod(
  tx: Tx,
  scope: OrgScope,
  { period, ...asked }: MaterialAsked & { readonly period: Period },
): Promise<readonly ControlInPeriod[]> {
  const known = await material(tx, scope, { catalogue: asked.catalogue, now: asked.now });
  const question = questionOf(known, period, previousOf(known, period));
  const answer = evaluateWindow(question);
  return question.timelines.flatMap((timeline, i) => {
    const of = answer.controls[i];
    return of ? [presentControl(known, of, timeline)] : [];
  });
}
