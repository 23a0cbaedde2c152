// A risk in the browser: written down from a scenario, assessed, treated, refused to whom the method gives no authority,
// assessed again, and seen in the matrix.
import assert from 'node:assert/strict';
import { assertClean } from '../axe.ts';
import type { Case } from '../case.ts';
import { inBrowser, pick, type Visit } from '../visit.ts';

const RISKS = '/o/harbourline/risks';

export function riskPageCases(executable: string | undefined): readonly Case[] {
  const skip = executable === undefined ? 'no Chromium' : undefined;
  return [
    {
      name: 'risks in the browser: added, assessed, treated, refused without authority, assessed again',
      skip,
      run: () => inBrowser(executable, walking),
    },
    {
      name: 'the risk method in the browser: a grid that falls is refused, the next version is put in force',
      skip,
      run: () => inBrowser(executable, rating),
    },
  ];
}

async function walking({ page, served }: Visit): Promise<void> {
  const origin = served.origin;
  await page.goto(`${origin}/o/harbourline/new-risk`);
  await page.getByRole('searchbox', { name: 'Filter scenarios' }).fill('laptop with exports');
  await page.getByRole('button', { name: /^A laptop with exports is stolen/ }).click();
  await page.getByLabel('Owner: who answers for it').fill('Joris van Leeuwen');
  await assertClean(page);
  await page.getByRole('button', { name: 'Write it down' }).click();
  await page.getByRole('heading', { level: 1, name: /^R-16 A laptop with exports/ }).waitFor();
  await page.getByText('Nobody has assessed it.').first().waitFor();

  await assess({ page, served }, { likelihood: '4', impact: '4', button: 'Record it as high' });
  await page.getByText('It is high, and nothing is decided.').waitFor();

  await page.getByRole('button', { name: 'Treat', exact: true }).click();
  const treat = page.getByRole('dialog', { name: 'Treat R-16' });
  await pick(treat.getByRole('combobox', { name: 'Controls' }), 'C-50');
  await treat.getByLabel('Done by').fill(day(30));
  await assertClean(page);
  await treat.getByRole('button', { name: 'Choose to modify it' }).click();
  await page.getByText(`It is high; to modify by C-50 until ${day(30)}.`).waitFor();

  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  const accept = page.getByRole('dialog', { name: 'Have R-16 accepted' });
  await accept.getByLabel('Who accepts it').fill('Ines Okafor');
  await accept.getByLabel('Why it is taken').fill('the rest would cost too much');
  await accept.getByRole('button', { name: 'Record the acceptance' }).click();
  await accept.getByRole('alert').getByText('what remains is what a current assessment').waitFor();
  await accept.getByRole('button', { name: 'Cancel' }).click();

  await assess({ page, served }, { likelihood: '4', impact: '3', button: 'Record it as high' });
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  await accept.getByLabel('Who accepts it').fill('Ines Okafor');
  await accept.getByLabel('In which role').selectOption('security_lead');
  await accept.getByLabel('Why it is taken').fill('the rest would cost too much');
  await accept.getByRole('button', { name: 'Record the acceptance' }).click();
  const refused = accept.getByRole('alert');
  await refused.getByText('The method lets only founder accept a risk that is high.').waitFor();
  assert.equal(await refused.count(), 1);
  await accept.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Nobody has accepted it.').waitFor();

  await assess({ page, served }, { likelihood: '2', impact: '3', button: 'Record it as low' });
  await page.getByText('It is low; up to low needs no treatment.').waitFor();
  await page.goto(`${origin}${RISKS}`);
  const chip = page.getByRole('link', {
    name: /^R-16 A laptop with exports.*: high before any control, low now/,
  });
  await chip.waitFor();
  await chip.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^R-16/ }).waitFor();
  await page.setViewportSize({ width: 390, height: 800 });
  await assertClean(page);
}

async function assess(
  { page }: Pick<Visit, 'page' | 'served'>,
  to: { readonly likelihood: string; readonly impact: string; readonly button: string },
): Promise<void> {
  await page.getByRole('button', { name: 'Assess', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Assess R-16' });
  await dialog.getByLabel(/^Likelihood/).selectOption(to.likelihood);
  await dialog.getByLabel(/^Impact/).selectOption(to.impact);
  await dialog.getByLabel(/^Why/).fill('as seen at a peer');
  await assertClean(page);
  await dialog.getByRole('button', { name: to.button }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function rating({ page, served }: Visit): Promise<void> {
  await page.goto(`${served.origin}${RISKS}/method`);
  await page.getByRole('button', { name: 'Write the next version' }).click();
  await page.getByLabel('Level at likelihood 5, impact 5').selectOption('1');
  await page
    .getByText(/likelihood 5, impact 5 is lower than that of a smaller likelihood or impact/)
    .waitFor();
  const put = page.getByRole('button', { name: 'Put version 3 in force' });
  assert.equal(await put.isDisabled(), true);
  await assertClean(page);
  await page.getByLabel('Level at likelihood 5, impact 5').selectOption('5');
  await page.getByLabel('security lead may accept up to').selectOption('4');
  await put.click();
  await page.getByText(/^Version 3, by .*: a level is looked up in a grid/).waitFor();
  await page.goto(`${served.origin}${RISKS}/R-1`);
  // Who may accept is no part of the measure: what was assessed before still compares.
  await page.getByRole('heading', { level: 1, name: /^R-1 / }).waitFor();
  assert.equal(await page.getByText('which measured otherwise').count(), 0);
}

function day(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
