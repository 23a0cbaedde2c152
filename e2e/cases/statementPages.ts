// The statement in the browser: the way from why to the last proof is walked for five rows, and no version is approved
// while a rule is broken that an approval waits for.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertClean } from '../axe.ts';
import type { Case } from '../case.ts';
import { inBrowser, type Visit } from '../visit.ts';

const ORG = '/o/harbourline';
const WALKED = ['A.5.14', 'A.5.18', 'A.5.30', 'A.8.13', 'C-94'];

export function statementPageCases(executable: string | undefined): readonly Case[] {
  const skip = executable === undefined ? 'no Chromium' : undefined;
  return [
    {
      name: 'statement in the browser: five rows are walked from risk or obligation to the last proof',
      skip,
      run: () => inBrowser(executable, walking),
    },
    {
      name: 'statement in the browser: an approval waits for broken rules, and freezes a version after them',
      skip,
      run: () => inBrowser(executable, approving),
    },
  ];
}

async function walking({ page, served }: Visit): Promise<void> {
  const at = `${served.origin}${ORG}`;
  for (const row of WALKED) {
    await page.goto(`${at}/soa`);
    await page.getByLabel('Filter rows').fill(row);
    await page.getByRole('button', { name: new RegExp(`^Trace of ${row}:`) }).click();
    const stations = page.getByRole('table', { name: `From why to proof: ${row}` }).locator('tbody tr');
    const [reason, treatment, control, evidence, proof] = await stations.first().locator('td').all();
    assert.ok(reason && treatment && control && evidence && proof, `${row} has five stations`);
    const source = await reason.locator('.id').first().innerText();
    assert.match(source, /^[RO]-\d+$/, row);
    assert.notEqual((await treatment.locator('.stop-what').innerText()).trim(), '', row);
    assert.match(await proof.locator('time').innerText(), /^\d{4}-\d\d-\d\d$/, row);
    const way = page.url();
    for (const [cell, place] of [
      [control, 'controls'],
      [evidence, 'evidence'],
    ] as const) {
      const link = cell.locator('a.id').first();
      const code = await link.innerText();
      await link.click();
      await page.waitForURL(`${at}/${place}/${code}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.goto(way);
      await link.waitFor();
    }
    if (source.startsWith('O-')) {
      await reason.locator('a.id').first().click();
      await page.getByRole('row', { name: new RegExp(`^${source} `) }).waitFor();
      assert.match(
        await page.getByRole('row', { name: new RegExp(`^${source} `) }).innerText(),
        new RegExp(row),
      );
    }
  }
}

async function approving({ page, served }: Visit): Promise<void> {
  const versions = `${served.origin}${ORG}/soa/versions`;
  await page.goto(versions);
  await page.getByText('6 broken rules hold the next one back.', { exact: false }).waitFor();
  const approve = page.getByRole('button', { name: 'Approve version 3' });
  assert.equal(await approve.isDisabled(), true);
  await page.getByRole('row', { name: /^A\.7\.4 excluded without reason/ }).waitFor();
  const refused = await served.ask('POST', '/v1/orgs/harbourline/soa/versions', {
    approver: 'Tomas Lindqvist',
    role: 'founder',
    note: '',
  });
  assert.equal(refused.status, 409);
  assert.match(JSON.stringify(refused.body), /A\.7\.4/);
  await page.getByRole('link', { name: 'to the row A.7.4' }).click();
  await page.getByRole('button', { name: 'change A.7.4' }).click();
  const dialog = page.getByRole('dialog', { name: /^A\.7\.4/ });
  await dialog.getByText('is out, and nothing says why', { exact: false }).waitFor();
  await dialog
    .getByLabel('Why it is not necessary', { exact: false })
    .fill('No customers’ data are in the office.');
  await dialog.getByText('It breaks no rule.').waitFor();
  await assertClean(page);
  await dialog.getByRole('button', { name: 'Record the decision' }).click();
  await page.getByText('A.7.4 is out.').waitFor();
  await decided(page, served.origin);
  await page.goto(versions);
  await page.getByText('Nothing holds the next one back.', { exact: false }).waitFor();
  await approve.click();
  const asking = page.getByRole('dialog', { name: 'Approve version 3' });
  await asking.getByLabel('Name of who approves').fill('Tomas Lindqvist');
  await asking.getByLabel('Role that they approve in').fill('founder');
  await asking.getByRole('button', { name: 'Approve version 3' }).click();
  await page.getByRole('link', { name: 'SOA-3', exact: true }).click();
  await page.getByText(/^Tomas Lindqvist, founder, approved 94 rows/).waitFor();
}

/** Puts in what nobody decided, each with a baseline. */
async function decided(page: Page, origin: string): Promise<void> {
  for (const row of ['A.5.6', 'A.8.11', 'A.8.12', 'A.8.23', 'A.8.33']) {
    await page.goto(`${origin}${ORG}/soa?q=${row}`);
    await page.getByRole('button', { name: `decide ${row}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'It is in' }).check();
    await dialog.getByLabel('Baseline', { exact: false }).first().fill('what customers’ data ask for');
    await dialog
      .getByText(/It breaks no rule|no owner|no day|not proved/)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByText(`${row} is in.`).waitFor();
  }
}
