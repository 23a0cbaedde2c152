// The management system in the browser: a scope is drafted, approved and changed; a review is filled from the data, and
// is not closed without top management.
import assert from 'node:assert/strict';
import { assertClean } from '../axe.ts';
import type { Case } from '../case.ts';
import { inBrowser, type Visit } from '../visit.ts';

const COMPANY = '/o/harbourline/company';

export function companyPageCases(executable: string | undefined): readonly Case[] {
  const skip = executable === undefined ? 'no Chromium' : undefined;
  return [
    {
      name: 'company in the browser: a scope is drafted, approved and changed, and the change waits for its own approval',
      skip,
      run: () => inBrowser(executable, scoping),
    },
    {
      name: 'reviews in the browser: filled from the data, refused without top management, closed with it',
      skip,
      run: () => inBrowser(executable, reviewing),
    },
    {
      name: 'the path in the browser: it moves with the data and not by being looked at',
      skip,
      run: () => inBrowser(executable, walking),
    },
  ];
}

async function scoping({ page, served }: Visit): Promise<void> {
  await page.goto(`${served.origin}${COMPANY}/SC-1`);
  await page.getByText('Version 2 is in force, approved on', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Draft version 3' }).click();
  const systems = page.getByLabel('Systems');
  await systems.fill(`${await systems.inputValue()}\nWarehouse`);
  await page.getByRole('button', { name: 'Add an exclusion' }).click();
  const added = page.getByRole('group', { name: 'exclusion 2' });
  await added.getByLabel('What').fill('The canteen');
  await assertClean(page);
  await page.getByRole('button', { name: 'Write version 3' }).click();
  await page
    .getByText('Version 3 is a draft that nobody has approved. 1 remark blocks it.', { exact: false })
    .waitFor();
  await page.getByText('“The canteen” is left out without a reason.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Approve version 3' }).isDisabled(), true);
  await page.getByRole('button', { name: 'Draft version 4' }).click();
  await page
    .getByRole('group', { name: 'exclusion 2' })
    .getByLabel('Because')
    .fill('Another company runs it.');
  await page.getByRole('button', { name: 'Write version 4' }).click();
  await page
    .getByText(/^Once approved: From .* Warehouse would be in scope: 1 control would wait for it; /)
    .waitFor();
  await page.getByRole('button', { name: 'Approve version 4' }).click();
  const dialog = page.getByRole('dialog', { name: 'Approve version 4' });
  await dialog.getByLabel('Who approves').fill('Tomas Lindqvist');
  await dialog.getByRole('button', { name: 'Approve version 4' }).click();
  await page.getByText(/^Version 4 is in force, approved on .* by Tomas Lindqvist, founder\.$/).waitFor();
  await page.getByRole('button', { name: 'what changed in version 3' }).click();
  await page.getByRole('row', { name: /Systems \+ new Warehouse/ }).waitFor();
  await page.getByRole('button', { name: 'Draft version 5' }).click();
  await page.getByLabel('Sites').fill('Rotterdam, office');
  await page.getByRole('button', { name: 'Write version 5' }).click();
  await page.getByText(/^Version 4 is in force.* Version 5 is a draft that nobody has approved\.$/).waitFor();
  await page.getByRole('button', { name: 'Show version 4, which is in force' }).click();
  await page.getByText('Remote workplaces in four countries').first().waitFor();
  await waitingForSystems({ page, served });
}

/** A system that comes into the scope is waited for by the control that is shown for others. */
async function waitingForSystems({ page, served }: Pick<Visit, 'page' | 'served'>): Promise<void> {
  await page.goto(`${served.origin}${COMPANY}`);
  const systems = page.getByRole('region', { name: 'Systems in scope' });
  await systems.getByText(/Warehouse (is|are) in scope: 1 control waits for (it|them)\./).waitFor();
  await systems.getByRole('link', { name: 'C-69' }).first().click();
  await page
    .getByText(/^Not proved for 2 of 6 systems \(Ticket system, .*Warehouse, in scope since/)
    .waitFor();
}

async function reviewing({ page, served }: Visit): Promise<void> {
  await page.goto(`${served.origin}${COMPANY}/reviews`);
  await page.getByRole('link', { name: 'Plan a review' }).click();
  const today = new Date().toISOString().slice(0, 10);
  await page.getByLabel('Held on').fill(today);
  await page.getByRole('button', { name: 'Write the first version' }).click();
  await page.getByRole('heading', { level: 1, name: `Management review of ${today}` }).waitFor();
  await page.getByRole('button', { name: 'Fill from the data' }).click();
  await page.getByText(/^1 of 2 actions done; open: Plan the first internal audit/).waitFor();
  await page.getByText(/^2 of 4 met; missed: 1 \(OB-1\)/).waitFor();
  await page.getByRole('button', { name: 'Write the review' }).click();
  for (const field of await page.getByPlaceholder('What was considered').all())
    await field.fill('Looked at; nothing to add.');
  await page.getByLabel('Decisions').fill('The plan for leavers is changed.');
  await page.getByLabel('Minutes').fill('Half an hour.');
  await assertClean(page);
  await page.getByRole('button', { name: 'Write version 3' }).click();
  await page.getByText(/ 1 remark stands in the way of closing it\.$/).waitFor();
  await page.getByText('Nobody of top management attended.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Close the review' }).isDisabled(), true);
  await page.getByRole('button', { name: 'Write the review' }).click();
  await page.getByRole('button', { name: 'Add a person' }).click();
  const person = page.getByRole('group', { name: 'person 1' });
  await person.getByLabel('Name').fill('Tomas Lindqvist');
  await person.getByLabel('Role').fill('Founder');
  await person.getByLabel('Top management').check();
  await page.getByRole('button', { name: 'Write version 4' }).click();
  await page.getByRole('button', { name: 'Close the review' }).click();
  const dialog = page.getByRole('dialog', { name: /^Close MR-/ });
  await dialog.getByLabel('Who closes it, of top management').fill('Tomas Lindqvist');
  await dialog.getByRole('button', { name: 'Close the review' }).click();
  await page.getByText(/closed by Tomas Lindqvist; 0 of 0 actions are open\.$/).waitFor();
  await page.getByText(/^2 of 4 met; missed: 1 \(OB-1\)/).waitFor();
}

async function walking({ page, served }: Visit): Promise<void> {
  const sentence = page.locator('.sentence');
  await page.goto(`${served.origin}/o/harbourline/path`);
  const first = await sentence.textContent();
  assert.match(first ?? '', /^\d+ of 12 steps are done; next: /);
  await page.reload();
  assert.equal(await sentence.textContent(), first);
  await page.getByText('Say what is inside').click();
  await page.getByText('Who decided where it ends, and what crosses that border?').waitFor();
  await page.locator('#scope').getByRole('link', { name: 'Go there' }).click();
  await page.getByRole('heading', { level: 1, name: 'Company' }).waitFor();
}
