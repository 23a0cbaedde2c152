// The heat strip as a table: a line for each control, a column for each day of the window.
import { addDays, daysBetween } from '@assay/core';
import { csvText } from '../../documents/documents.module.ts';
import type { Answered } from './answers.readmodel.ts';
import type { Material } from './material.readmodel.ts';
import { nameOf } from './windows.presenter.ts';

export function stripCsv(known: Material, { window, answer }: Answered): string {
  const { from, until } = window.period;
  const days = Array.from({ length: daysBetween(from, until) }, (_, at) => addDays(from, at));
  return csvText(
    ['control', 'name', 'standing', 'covered', 'expected', ...days],
    answer.controls.map((each) => [
      each.control,
      nameOf(known, each.control),
      each.standing,
      String(each.coverage.filled),
      String(each.coverage.of),
      ...each.days,
    ]),
  );
}
