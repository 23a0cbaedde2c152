// Every kept statement and register is read: how much was found, mapped and left, and that what was mapped is true.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { groupBy, readRegister, readStatement, type GridSheet, type Result } from '@assay/core';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../read/summary.ts';
import { readGrid } from './grid/readGrid.ts';
import { annex, answers } from './testing/annex.ts';
import { RISKS } from './testing/risks.ts';

const CATALOGUE = new Set([...annex('2013'), ...annex('2022')].map(({ id }) => id));
const SCALE = ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'];

/** file | edition | controls mapped | of them in, out, unclear | implemented, partly, planned, not started, unclear | left */
const STATEMENTS = `
a-sheet-for-each-theme.xlsx | 2022 | 93 | 80, 13, 0 | 40, 14, 13, 0, 26 |
colours.xlsx | 2022 | 93 | 80, 13, 0 | 40, 14, 13, 13, 13 |
dutch.txt | 2022 | 93 | 80, 13, 0 | 40, 14, 13, 0, 26 |
edition-2013.xlsx | 2013 | 114 | 98, 16, 0 | 48, 0, 0, 66, 0 | objective 35
french.csv | 2022 | 93 | 80, 13, 0 | 40, 14, 13, 0, 26 |
german.csv | 2022 | 93 | 80, 13, 0 | 40, 14, 13, 0, 26 |
numbers-with-format.xlsx | 2022 | 93 | 80, 13, 0 | 40, 14, 0, 26, 13 |
numbers.csv | 2022 | 79 | 66, 13, 0 | 0, 0, 0, 0, 79 | unclear_id 14
numbers.xlsx | 2022 | 93 | 80, 13, 0 | 40, 14, 0, 26, 13 |
one-column-and-old-sheet.xlsx | 2022 | 93 | 67, 13, 13 | 40, 14, 13, 13, 13 | headings 2
plain.xlsx | 2022 | 93 | 80, 13, 0 | 40, 14, 13, 0, 26 |
titles-and-themes.xlsx | 2022 | 93 | 80, 13, 0 | 40, 14, 13, 0, 26 | no_id 5
two-rows-of-headings.xlsx | 2022 | 93 | 80, 13, 0 | 0, 0, 0, 0, 93 | no_id 1
`;

/** file | risks mapped | likelihood and impact read | after treatment | option | due | with controls | unclear | left */
const REGISTERS = `
american.csv | 12 | 12 | 0 | 12 | 10 | 10 |  |
assets.xlsx | 12 | 12 | 0 | 0 | 0 | 10 |  |
before-and-after.xlsx | 12 | 12 | 12 | 12 | 0 | 0 |  |
departments.xlsx | 12 | 12 | 0 | 12 | 10 | 0 |  | section 5
french.txt | 12 | 12 | 0 | 12 | 10 | 0 |  |
german.csv | 12 | 12 | 0 | 12 | 10 | 0 |  |
plain.xlsx | 12 | 12 | 0 | 12 | 10 | 10 |  |
several-actions.xlsx | 12 | 12 | 0 | 12 | 0 | 10 |  |
short.csv | 3 | 2 | 0 | 2 | 1 | 0 | due 1, impact 1, likelihood 1, option 2 | no_title 1
ten-steps.xlsx | 12 | 0 | 0 | 12 | 0 | 0 | impact 12, likelihood 12 |
words-below-titles.xlsx | 12 | 12 | 0 | 12 | 10 | 0 |  |
`;

test.each(linesOf(STATEMENTS))('the statement %s', async (name, ...expected) => {
  const found = readStatement(await sheetsOf('statements', name), CATALOGUE);
  if (!found.ok) throw new Error(found.error);
  const { edition, rows, left } = found.value;
  expect([
    edition,
    String(rows.length),
    counts(
      rows.map(({ applies }) => applies),
      ['yes', 'no', 'unclear'],
    ),
    counts(
      rows.map(({ status }) => status),
      ['implemented', 'partly', 'planned', 'not_started', 'unclear'],
    ),
    said(left.map(({ reason }) => reason)),
  ]).toEqual(expected);
  const truth = new Map(answers(edition).map((each) => [each.id, each.applies ? 'yes' : 'no']));
  expect(rows.filter(({ id, applies }) => applies !== 'unclear' && applies !== truth.get(id))).toEqual([]);
});

test.each(linesOf(REGISTERS))('the register %s', async (name, ...expected) => {
  const context = { likelihood: SCALE, impact: SCALE, catalogue: CATALOGUE };
  const found = readRegister(await sheetsOf('registers', name), context);
  if (!found.ok) throw new Error(found.error);
  const { rows, left } = found.value;
  const with_ = (has: (row: (typeof rows)[number]) => boolean): string => String(rows.filter(has).length);
  expect([
    String(rows.length),
    with_((row) => row.likelihood !== undefined && row.impact !== undefined),
    with_((row) => row.residual_likelihood !== undefined && row.residual_impact !== undefined),
    with_((row) => row.option !== undefined),
    with_((row) => row.due !== undefined),
    with_((row) => row.controls.length > 0),
    said(rows.flatMap(({ unclear }) => unclear)),
    said(left.map(({ reason }) => reason)),
  ]).toEqual(expected);
  const truth = new Map(RISKS.map((risk) => [risk.title, risk]));
  for (const { title, likelihood, impact, due } of rows) {
    const risk = truth.get(title);
    if (risk === undefined) continue;
    expect([risk.likelihood - 1, undefined]).toContain(likelihood);
    expect([risk.impact - 1, undefined]).toContain(impact);
    expect([risk.due, undefined]).toContain(due);
  }
});

test('no kept table is without a line here', () => {
  for (const [folder, table] of [
    ['statements', STATEMENTS],
    ['registers', REGISTERS],
  ] as const) {
    const files = readdirSync(new URL(`../../fixtures/${folder}/`, import.meta.url));
    expect(
      linesOf(table)
        .map(([name]) => name)
        .toSorted(),
    ).toEqual(files.toSorted());
    expect(files.length).toBeGreaterThanOrEqual(10);
  }
});

test('the guide counts every layout as it is read: rows found, mapped, left', async () => {
  const guide = readFileSync(new URL('../../../../docs/guides/kept-tables.md', import.meta.url), 'utf8');
  const told = [
    ...guide.matchAll(/^\| (\S+\.(?:xlsx|csv|txt)) \| .+? \| (\d+) \| (\d+) \| (\d+) \|$/gmu),
  ].map(([, ...cells]) => cells);
  const read: (readonly string[])[] = [];
  for (const [name] of linesOf(STATEMENTS))
    read.push(countsOf(name, readStatement(await sheetsOf('statements', name), CATALOGUE)));
  for (const [name] of linesOf(REGISTERS)) {
    const context = { likelihood: SCALE, impact: SCALE, catalogue: CATALOGUE };
    read.push(countsOf(name, readRegister(await sheetsOf('registers', name), context)));
  }
  expect(told).toEqual(read);
});

/** Rows that continue the one above are found and mapped with it. */
function countsOf(
  name: string,
  found: Result<{ readonly rows: readonly unknown[]; readonly left: readonly unknown[] }, string>,
): readonly string[] {
  if (!found.ok) throw new Error(found.error);
  const { rows, left } = found.value;
  return [name, ...[rows.length + left.length, rows.length, left.length].map(String)];
}

function linesOf(table: string): readonly (readonly [string, ...string[]])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', ...cells] = line.split('|').map((cell) => cell.trim());
      return [name, ...cells];
    });
}

async function sheetsOf(folder: string, name: string): Promise<readonly GridSheet[]> {
  const path = fileURLToPath(new URL(`../../fixtures/${folder}/${name}`, import.meta.url));
  const found = await readGrid({ path, limits: DEFAULT_LIMITS });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

function counts<T extends string>(all: readonly T[], names: readonly T[]): string {
  return names.map((name) => all.filter((each) => each === name).length).join(', ');
}

function said(all: readonly string[]): string {
  return [...groupBy(all, (each) => each)]
    .map(([name, same]) => `${name} ${same.length}`)
    .toSorted()
    .join(', ');
}
