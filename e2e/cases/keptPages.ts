// Kept tables in the browser: a statement of 2013 becomes a draft of 2022 with the right counts and is undone; a register
// is mapped and brought; a file that is no table gives one reason.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assertClean } from '../axe.ts';
import type { Case } from '../case.ts';
import { inBrowser, type Visit } from '../visit.ts';

const ORG = '/o/harbourline';
const OLD = fileURLToPath(
  new URL('../../packages/sources/fixtures/statements/edition-2013.xlsx', import.meta.url),
);

export function keptPageCases(executable: string | undefined): readonly Case[] {
  const skip = executable === undefined ? 'no Chromium' : undefined;
  return [
    {
      name: 'kept tables in the browser: a statement of 2013 is drafted into 2022, committed and undone',
      skip,
      run: () => inBrowser(executable, older),
    },
    {
      name: 'kept tables in the browser: a register is mapped, brought and taken back; no table is one reason',
      skip,
      run: () => inBrowser(executable, register),
    },
  ];
}

async function older({ page, served }: Visit): Promise<void> {
  await page.goto(`${served.origin}${ORG}/soa/transition`);
  await page.getByText('no statement of 2013 has been brought').waitFor();
  await page.getByRole('link', { name: 'Bring the statement of 2013' }).click();
  await page.getByLabel('Statement of applicability', { exact: true }).setInputFiles(OLD);
  await page
    .getByText('Drafted from 114 controls of 2013: 58 one to one, 24 merged, 11 new, 1 split into two.')
    .waitFor();
  await page.getByText('114 of 149 rows are controls of 2013 and draft 93 of 2022').waitFor();
  await assertClean(page);
  await page.getByRole('button', { name: /^Commit \d+ rows$/ }).click();
  await page.getByRole('button', { name: 'Undo the whole import' }).waitFor();
  const there = page.url();
  await page.goto(`${served.origin}${ORG}/soa/transition`);
  await page.getByText(/as edition-2013\.xlsx had them/).waitFor();
  await page.getByRole('row', { name: /A\.8\.8 .*merged.*A\.12\.6\.1.*A\.18\.2\.3/ }).waitFor();
  await page.getByText(/in as the old statement had/).waitFor();
  await assertClean(page);
  await page.goto(there);
  await page.getByRole('button', { name: 'Undo the whole import' }).click();
  await page.getByText('K-1 is undone; its history stays').waitFor();
  await page.goto(`${served.origin}${ORG}/soa/transition`);
  await page.getByText('no statement of 2013 has been brought').waitFor();
}

async function register({ page, served, directory }: Visit): Promise<void> {
  const none = join(directory, 'none.csv');
  writeFileSync(none, 'a;b\n1;2\n');
  await page.goto(`${served.origin}${ORG}/risks/bring`);
  const input = page.getByLabel('Risk register', { exact: true });
  await input.setInputFiles(none);
  await page.getByText('none.csv holds no table that could be recognised').waitFor();
  const file = join(directory, 'risks.csv');
  writeFileSync(
    file,
    'ID,Risk,Owner,Likelihood,Impact,Country,Words\nX-1,A crane falls on the office,Ana,2,4,DE,of the insurer\nX-2,A flood,Ana,1,3,DE,\n',
  );
  await input.setInputFiles(file);
  await page.getByText('2 of 2 rows are risks: 2 would be new').waitFor();
  await page.getByRole('combobox', { name: /Words/ }).selectOption('description');
  await page.getByRole('button', { name: 'Read by these columns' }).click();
  await page.getByText('of the insurer').first().waitFor();
  await assertClean(page);
  await page.getByRole('button', { name: 'Commit 2 risks' }).click();
  await page.getByText('2 were new').waitFor();
  await page.setViewportSize({ width: 320, height: 800 });
  const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  assert.equal(wide, false, 'the import scrolls sideways at 320');
  await page.getByRole('button', { name: 'Undo the whole import' }).click();
  await page.getByText(/is undone; its history stays/).waitFor();
}
