// The heat strip as a table: a line for each control with the days on which samples have an item, and a column for each
// day of the window.
import {
  addDays,
  daysBetween,
  pinsText,
  stripColumns,
  stripPins,
  type PlainDate,
  type TestResult,
} from '@assay/core';
import { csvText } from '../../documents/documents.module.ts';
import type { Answered } from './answers.readmodel.ts';
import type { Material } from './material.readmodel.ts';
import { nameOf } from './windows.presenter.ts';

/** An item of a sample on the day of its event. */
export interface Sampled {
  readonly control: string;
  readonly day: PlainDate;
  readonly result: TestResult;
}

export function stripCsv(known: Material, { window, answer }: Answered, sampled: readonly Sampled[]): string {
  const columns = stripColumns(window.period, window.period.from);
  const byControl = Map.groupBy(sampled, ({ control }) => control);
  const { from, until } = window.period;
  const days = Array.from({ length: daysBetween(from, until) }, (_, at) => addDays(from, at));
  return csvText(
    ['control', 'name', 'standing', 'covered', 'expected', 'sampled', ...days],
    answer.controls.map((each) => [
      each.control,
      nameOf(known, each.control),
      each.standing,
      String(each.coverage.filled),
      String(each.coverage.of),
      pinsText(columns, stripPins(columns, byControl.get(each.control) ?? [])),
      ...each.days,
    ]),
  );
}
