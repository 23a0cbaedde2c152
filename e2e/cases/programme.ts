// The programme's pages as a person uses them: an earlier day, a decision, a mapping, a control and a framework of
// one's own. Every change is undone by the message that says it was made.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../case.ts';
import { inBrowser, type Visit } from '../visit.ts';

const ORG = '/o/harbourline';

export function programmeCases(executable: string | undefined): readonly Case[] {
  const skip = executable === undefined ? 'no Chromium' : undefined;
  return [
    {
      name: 'an earlier day shows less, a decision and a mapping are recorded and undone',
      skip,
      run: () => inBrowser(executable, decisions),
    },
    {
      name: 'a control and a framework of one’s own are added and answered',
      skip,
      run: () => inBrowser(executable, ownThings),
    },
  ];
}

async function decisions({ page, served }: Visit): Promise<void> {
  const proved = async (): Promise<number> =>
    Number(/^(\d+) of/.exec(await page.locator('.sentence').innerText())?.[1] ?? -1);
  await page.goto(`${served.origin}${ORG}`);
  await page.locator('.sentence').waitFor();
  const today = await proved();
  const earlier = new Date(Date.now() - 200 * 86_400_000).toISOString().slice(0, 10);
  await page.getByRole('button', { name: 'As of today' }).click();
  await page.getByLabel('Show what was known at the end of').fill(earlier);
  await page.getByText('This is what was known on').waitFor();
  await page.waitForURL(new RegExp(`at=${earlier}`));
  assert.ok((await proved()) < today, 'an earlier day must show fewer proofs than today');

  await page.goto(`${served.origin}${ORG}/view/iso27001:2022?state=undecided`);
  const first = page.locator('tbody a.id').first();
  await first.waitFor();
  const id = await first.innerText();
  await page.getByRole('button', { name: `decide ${id}` }).click();
  await page.getByRole('textbox').last().fill('Baseline of every company that hosts data of customers.');
  await page.getByRole('button', { name: 'Record the decision' }).click();
  await page.getByText(`${id} applies.`).waitFor();
  await page.getByRole('button', { name: `decide ${id}` }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: `decide ${id}` }).waitFor();

  await page.goto(`${served.origin}${ORG}/controls/C-43`);
  await page.getByRole('button', { name: 'Map to a requirement' }).click();
  await page.getByRole('combobox', { name: /^Requirement/ }).selectOption('iso27001:2022/A.7.4');
  await page
    .getByLabel(/Why it answers/)
    .fill('The review also covers who may see the pictures of the cameras.');
  await page.getByRole('button', { name: 'Save as reviewed by me' }).click();
  const row = page.getByRole('row', { name: /A\.7\.4/ });
  await row.waitFor();
  await row.getByRole('button', { name: /remove/ }).click();
  await row.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await row.waitFor();
}

async function ownThings({ page, served, directory }: Visit): Promise<void> {
  await page.goto(`${served.origin}${ORG}/new-control`);
  await page.getByLabel('Name').fill('Crane safety interlock');
  await page.getByLabel('Domain').fill('Harbour');
  await page.getByLabel(/^Objective/).fill('No crane moves while a person stands below it.');
  await page
    .getByLabel(/^Activity/)
    .fill('The shift lead tests the interlock before each shift and signs the log.');
  await page.getByRole('button', { name: 'Add the control' }).click();
  await page.getByRole('heading', { level: 1, name: /Crane safety interlock/ }).waitFor();

  const bad = join(directory, 'bad.json');
  writeFileSync(bad, '{"id":"own:1"}');
  const good = join(directory, 'good.json');
  writeFileSync(good, JSON.stringify(catalogue()));
  await page.goto(`${served.origin}${ORG}/frameworks`);
  await page.getByLabel('Catalogue file').setInputFiles(bad);
  await page.getByRole('alert').first().waitFor();
  await page.getByLabel('Catalogue file').setInputFiles(good);
  await page.getByRole('button', { name: 'Add harbour:2026' }).click();
  await page.getByRole('cell', { name: 'harbour:2026' }).waitFor();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('theme: dark');
  await page.keyboard.press('Enter');
  await page.waitForFunction("document.documentElement.dataset.theme === 'dark'");
}

function catalogue(): object {
  return {
    id: 'harbour:2026',
    name: 'Harbour rules',
    edition: '2026',
    title: 'Harbour rules 2026',
    source: 'written for this test',
    licence: 'Apache-2.0',
    groups: [{ id: 'cranes', title: 'Cranes', kind: 'theme' }],
    requirements: [
      { id: 'H.1', title: 'Interlocks', kind: 'control', group: 'cranes', leaf: true },
      { id: 'H.2', title: 'Lights', kind: 'control', group: 'cranes', leaf: true },
    ],
  };
}
