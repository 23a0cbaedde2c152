// The plan in the browser: an advice that flips when the input named is changed, a figure said otherwise with who and why,
// a task moved by the keyboard with the deal's day, an approved plan and what moved since, and shares that do not sum.
import assert from 'node:assert/strict';
import { assertClean } from '../axe.ts';
import type { Case } from '../case.ts';
import { inBrowser, type Visit } from '../visit.ts';

const PLAN = '/o/harbourline/plan';

export function planPageCases(executable: string | undefined): readonly Case[] {
  const skip = executable === undefined ? 'no Chromium' : undefined;
  return [
    {
      name: 'the advice in the browser: it flips by the input that it names, and shares that do not sum are told at their field',
      skip,
      run: () => inBrowser(executable, advising),
    },
    {
      name: 'the cost in the browser: a line opens to its figures, one is said otherwise with who and why, and taken back',
      skip,
      run: () => inBrowser(executable, costing),
    },
    {
      name: 'the schedule in the browser: approved, moved by the keyboard, the deal’s day and the difference follow',
      skip,
      run: () => inBrowser(executable, scheduling),
    },
  ];
}

async function advising({ page, served }: Visit): Promise<void> {
  await page.goto(`${served.origin}${PLAN}`);
  await page.getByRole('heading', { level: 2, name: /^Why / }).waitFor();
  const flips = page.getByRole('region', { name: 'What would change it' });
  assert.ok(
    (await flips.getByRole('listitem').count()) > 0,
    'the demo company’s advice should flip somewhere',
  );
  const before = await page.getByRole('heading', { level: 2, name: /^Why / }).innerText();

  await input({ page }, 'Where buyers are').click();
  const share = page.getByRole('group', { name: 'a share 1' }).getByLabel('Share, %');
  const held = await share.inputValue();
  await share.fill('7');
  const fault = page.locator('#input-buyers').getByRole('alert');
  await fault.getByText(/not to 100/).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Record the change' }).isDisabled(), true);
  await assertClean(page);
  await share.fill('');
  await page.locator('#input-buyers').getByText('A number is needed here.').waitFor();
  await share.fill(held);
  await page.getByText(/^Still /).waitFor();
  await page.getByRole('button', { name: 'Take back' }).click();

  await makeEuropean({ page });
  await page.getByText(/^Would be ISO 27001 first instead of /).waitFor();
  await page.getByRole('button', { name: /^Record \d+ changes$/ }).click();
  await page.getByRole('heading', { level: 2, name: 'Why ISO 27001 first' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { level: 2, name: before, exact: true }).waitFor();
}

/** Everything that speaks for a SOC 2 report is taken out, and what speaks for a certificate is put in. */
async function makeEuropean({ page }: Pick<Visit, 'page'>): Promise<void> {
  await input({ page }, 'What prospects ask for').click();
  const asked = page.locator('#input-asked');
  while ((await asked.getByRole('button', { name: /^Remove/ }).count()) > 0)
    await asked
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click();
  await asked.getByRole('button', { name: 'Add a request' }).click();
  await asked.getByLabel('What they asked for').selectOption('iso27001');
  await asked.getByLabel('How many').fill('9');
  await input({ page }, 'Deals that wait').click();
  const deals = page.locator('#input-deals');
  while ((await deals.getByRole('button', { name: /^Remove/ }).count()) > 0)
    await deals
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click();
  await input({ page }, 'Wish for both').click();
  await page.locator('#input-wants_both').getByRole('checkbox').uncheck();
}

function input({ page }: Pick<Visit, 'page'>, name: string) {
  return page.locator('summary').filter({ hasText: name });
}

async function costing({ page, served }: Visit): Promise<void> {
  await page.goto(`${served.origin}${PLAN}/costs`);
  await page.getByRole('button', { name: 'Penetration test, each year' }).click();
  const rate = page.getByRole('region', { name: 'Day rate of penetration testers' });
  await rate.getByRole('button', { name: /^Say another/ }).click();
  const form = page.getByRole('form', { name: /^Another value: / });
  await form.getByLabel(/^Most likely/).fill('1700');
  await form.getByLabel(/^Most,/).fill('1900');
  await form.getByLabel(/^Least/).fill('1600');
  await form.getByLabel('Why, and how you know').fill('offer of 12 May, three testers');
  await form.getByText(/with it [\d,]+ to [\d,]+/).waitFor();
  await assertClean(page);
  await form.getByRole('button', { name: 'Record it' }).click();
  await page.getByText(/^Said by .*: offer of 12 May, three testers/).waitFor();
  await page.getByRole('button', { name: /^Back to the default/ }).click();
  await page.getByText(/^Said by /).waitFor({ state: 'detached' });
  await page
    .locator('.toast')
    .filter({ hasText: 'is the default again' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await page.getByText(/^Said by .*: offer of 12 May, three testers/).waitFor();
  await page.getByRole('button', { name: /^Back to the default/ }).click();
  await page.getByText(/^Said by /).waitFor({ state: 'detached' });
  await page.getByRole('slider', { name: 'Quarter' }).focus();
  await page.keyboard.press('End');
  await page.getByText(/^By the end of year 3, quarter 4: most likely /).waitFor();
}

async function scheduling({ page, served }: Visit): Promise<void> {
  await page.goto(`${served.origin}${PLAN}/schedule`);
  await page.getByRole('button', { name: 'Approve this plan' }).click();
  const dialog = page.getByRole('dialog', { name: 'Approve this plan' });
  await dialog.getByLabel('Who approves it').fill('Ines Okafor');
  await dialog.getByLabel('In which role').fill('founder');
  await assertClean(page);
  await dialog.getByRole('button', { name: 'Approve it' }).click();
  await page.getByText(/was approved by Ines Okafor, founder/).waitFor();

  const deals = page.getByRole('region', { name: 'Can be signed on' });
  const before = await deals.innerText();
  const task = page.getByRole('slider', { name: 'Answer what stage 1 found' });
  await task.focus();
  for (let week = 0; week < 12; week += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.getByText(/days later. Enter records it/).waitFor();
  await page.keyboard.press('Enter');
  const difference = page.getByRole('region', { name: 'Since it was approved' });
  const later = difference.getByText('Later', { exact: true });
  await later.first().waitFor();
  assert.notEqual(await deals.innerText(), before, 'the day on which a deal can be signed on should move');
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await later.first().waitFor({ state: 'detached' });
  await page.goto(`${served.origin}${PLAN}/schedule?way=${await anotherWay({ page })}`);
  await page.getByRole('button', { name: 'Choose this way' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Approve this plan' }).count(), 0);
  await assertClean(page);
  await page.getByRole('button', { name: 'Back to the plan' }).click();
  await page.getByRole('button', { name: 'Approve this plan' }).waitFor();
  await page.setViewportSize({ width: 390, height: 800 });
  await assertClean(page);
}

/** A way that is not the plan’s: choosing it is what the form offers beside the one that stands. */
async function anotherWay({ page }: Pick<Visit, 'page'>): Promise<string> {
  await page.getByRole('button', { name: 'Way, start, capacity' }).click();
  const select = page.locator('.drawer select').first();
  const standing = await select.locator('option:checked').innerText();
  await page.getByRole('button', { name: 'Cancel' }).click();
  return /ISO/.test(standing) ? 'type2_directly' : 'iso_first';
}
