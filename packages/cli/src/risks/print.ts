// What a run says, as the command line says it: a line for each risk, a line for each control, what is tolerated.
import { worstBeyond, yearsText, type LossAnswer, type LossLine } from '@assay/core';
import { out, printList, say, type Column, type Format } from '../output.ts';

type Control = LossAnswer['controls'][number];

export function printLosses(answer: LossAnswer, format: Format): void {
  if (format === 'json' || format === 'ndjson') {
    out(`${JSON.stringify(answer, null, format === 'json' ? 2 : 0)}\n`);
    return;
  }
  printList([...answer.scenarios, answer.portfolio], LINES, format);
  if (answer.controls.length > 0 && format === 'table') {
    out('\n');
    printList(answer.controls, CONTROLS, format);
  }
}

/** The years and the seed, so that anyone can compute the figures again; and whether they are tolerated. */
export function sayRun(answer: LossAnswer, sentence?: string): void {
  if (sentence !== undefined) say(sentence);
  else if (answer.tolerance) {
    const worst = worstBeyond(answer);
    say(
      worst
        ? `Beyond what is tolerated: ${money(worst.loss)} or more in ${yearsText(worst.residual.share)}.`
        : 'Nowhere beyond what is tolerated.',
    );
  }
  say(`${answer.years} years, seed ${answer.seed}; the same seed gives the same figures.`);
}

const LINES: readonly Column<LossLine>[] = [
  { name: 'id', of: (row) => row.id },
  { name: 'name', of: (row) => row.name },
  { name: 'mean', of: (row) => money(row.inherent.mean), right: true },
  { name: 'p95', of: (row) => money(row.inherent.p95), right: true },
  { name: 'worst 1 %', of: (row) => money(row.inherent.shortfall), right: true },
  { name: 'treated mean', of: (row) => money(row.residual.mean), right: true },
  { name: 'treated p95', of: (row) => money(row.residual.p95), right: true },
  { name: 'treated worst 1 %', of: (row) => money(row.residual.shortfall), right: true },
  {
    name: 'net value',
    of: (row) => (typeof row.value?.net === 'number' ? money(row.value.net) : ''),
    right: true,
  },
];

const CONTROLS: readonly Column<Control>[] = [
  { name: 'control', of: (row) => row.control },
  { name: 'avoids alone', of: (row) => money(row.alone), right: true },
  { name: 'with others', of: (row) => money(row.shared), right: true },
  { name: 'cost', of: (row) => (row.cost === null ? '' : money(row.cost)), right: true },
  { name: 'worth at least', of: (row) => (row.least === null ? '' : money(row.least)), right: true },
  { name: 'at most', of: (row) => (row.most === null ? '' : money(row.most)), right: true },
];

/** Whole units: a simulation knows no cents. */
function money(amount: number): string {
  return String(Math.round(amount));
}
