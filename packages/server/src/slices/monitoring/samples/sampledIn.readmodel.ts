// All items of samples within a period, with the result of each: what a window's table tells beside its days.
import { parsePlainDate, type Instant, type Period, type PlainDate, type TestResult } from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { itemsByDay } from './sampledDays.repository.ts';
import { presentDay } from './samples.presenter.ts';

/** More than a person tests in a year. */
const MOST = 100_000;

export async function sampledIn(
  tx: Tx,
  scope: OrgScope,
  { period, at }: { readonly period: Period; readonly at: Instant | undefined },
): Promise<readonly { readonly control: string; readonly day: PlainDate; readonly result: TestResult }[]> {
  const items = await itemsByDay(tx, scope, {
    period,
    at,
    control: undefined,
    after: undefined,
    limit: MOST,
  });
  return items.map(presentDay).flatMap(({ control, day, result }) => {
    const on = parsePlainDate(day);
    return on ? [{ control, day: on, result }] : [];
  });
}
