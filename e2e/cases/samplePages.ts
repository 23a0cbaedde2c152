// A sample in the browser: drawn from a frozen list, its sheet filled by keys, its rate read, its files taken along.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { assertClean } from '../axe.ts';
import type { Case } from '../case.ts';
import { inBrowser, type Visit } from '../visit.ts';

const LISTS = '/o/harbourline/populations';

export function samplePageCases(executable: string | undefined): readonly Case[] {
  const skip = executable === undefined ? 'no Chromium' : undefined;
  return [
    {
      name: 'samples in the browser: drawn from a frozen list, tested by keys, one deviation, exported',
      skip,
      run: () => inBrowser(executable, drawing),
    },
    {
      name: 'sizes in the browser: a profile is made, chosen, edited, dropped and brought back',
      skip,
      run: () => inBrowser(executable, sizing),
    },
  ];
}

async function drawing({ page, served }: Visit): Promise<void> {
  await page.goto(`${served.origin}${LISTS}/P-1`);
  await page.getByRole('link', { name: 'S-1' }).waitFor();
  await page.goto(`${served.origin}${LISTS}/P-3`);
  await page.getByText('Nothing was drawn from it yet.').waitFor();
  await page.getByRole('button', { name: 'Draw a sample' }).click();
  const dialog = page.getByRole('dialog', { name: 'Draw a sample' });
  await dialog.getByText('By its schedule:').waitFor();
  await assertClean(page);
  await dialog.getByLabel('How many').selectOption('own');
  await dialog.getByRole('textbox', { name: 'Number', exact: true }).fill('3');
  await dialog.getByLabel('Why this number').fill('a first look');
  await dialog.getByLabel(/^Seed/).fill('the auditor’s dice: 4 1 6');
  await dialog.getByRole('button', { name: /^Draw 3 of \d+$/ }).click();
  await page.getByRole('heading', { level: 1, name: /S-2 for C-77/ }).waitFor();
  await page.getByRole('button', { name: 'A of item 1: Not tested' }).focus();
  for (const key of ['d', 'ArrowDown', 'p', 'ArrowDown', 'p']) await page.keyboard.press(key);
  await page.getByLabel('Note on item 1').fill('merged before it was read');
  await page.getByRole('button', { name: 'Record 3 items' }).click();
  await page
    .getByText(/1 of 3 tested items deviates \(33\.3 %\)\. With 95 % confidence/)
    .first()
    .waitFor();
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).first().click();
  const lines = readFileSync(await (await waiting).path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  assert.equal(lines.length, 4);
  assert.match(lines[1] ?? '', /merged before it was read/);
  await page.goto(`${served.origin}${LISTS}/P-3`);
  await page.getByText(/draw 1 of 1: 3 items, 0 not tested, 1 deviation/).waitFor();
  await page.setViewportSize({ width: 390, height: 800 });
  await assertClean(page);
  const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  assert.equal(wide, false, 'a phone scrolls sideways');
}

async function sizing({ page, served }: Visit): Promise<void> {
  await page.goto(`${served.origin}/o/harbourline/samples`);
  await page.getByRole('heading', { name: 'Sizes by profile' }).waitFor();
  await page.getByRole('button', { name: 'Copy banded' }).click();
  const form = page.getByRole('dialog', { name: 'A profile of sizes' });
  await form.getByText('The name has lower-case letters', { exact: false }).waitFor();
  await assertClean(page);
  await form.getByLabel('Name').fill('banded');
  await form.getByText('banded is a name of Assay’s own; take another.').waitFor();
  await form.getByLabel('Name').fill('our-firm');
  await form.getByLabel('Title').fill('Our audit firm');
  await form.getByLabel('Where the numbers come from').fill('their sampling guide');
  await form.getByLabel('Larger populations, size').fill('7');
  await form.getByRole('button', { name: 'Make the profile' }).click();
  await page.getByText('Our audit firm stands beside the others.').waitFor();
  const row = page.getByRole('row', { name: /our-firm/ });
  await row.getByText('all up to 50 rows, 25 up to 100, 40 up to 250, then 7').waitFor();
  await page.getByRole('button', { name: 'Edit our-firm' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit our-firm' });
  await edit.getByRole('combobox').selectOption('percent');
  await edit.getByRole('button', { name: 'Save as the next version' }).click();
  await row.getByText('10 %, at least 3, at most 30').waitFor();
  await page.getByRole('button', { name: 'Draw a sample' }).click();
  const dialog = page.getByRole('dialog', { name: 'Draw a sample' });
  await dialog.getByLabel('Frozen population').selectOption('P-3');
  await dialog.getByLabel('How many').selectOption('our-firm');
  await dialog.getByText(/^Our audit firm: 10 % of \d+, at least 3/).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Drop our-firm' }).click();
  await row.waitFor({ state: 'detached' });
  const toast = page.locator('.toast', { hasText: 'Our audit firm is dropped' });
  await toast.getByRole('button', { name: 'Undo' }).click();
  await row.waitFor();
  await page.setViewportSize({ width: 390, height: 800 });
  await assertClean(page);
  const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  assert.equal(wide, false, 'a phone scrolls sideways');
}
