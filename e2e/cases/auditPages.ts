// Internal audit in the browser: planned (own work refused), a line fails and its finding stands with it, corrected,
// its effect looked at, closed; by hand and by key.
import assert from 'node:assert/strict';
import { assertClean } from '../axe.ts';
import type { Case } from '../case.ts';
import { inBrowser, pick, type Visit } from '../visit.ts';

const AUDITS = '/o/harbourline/audits';

export function auditPageCases(executable: string | undefined): readonly Case[] {
  return [
    {
      name: 'an internal audit: own work is refused, a line becomes a finding, which is corrected, proved and closed',
      skip: executable === undefined ? 'no Chromium' : undefined,
      run: () => inBrowser(executable, walk),
    },
  ];
}

async function walk(visit: Visit): Promise<void> {
  await plan(visit);
  await look(visit);
  await answer(visit);
}

async function plan({ page, served }: Visit): Promise<void> {
  await page.goto(`${served.origin}${AUDITS}`);
  await page.getByText(/^Of \d+ clauses and applicable controls/).waitFor();
  await page.getByRole('link', { name: 'Plan an audit' }).click();
  await page.getByLabel('Title').fill('Leavers and contact with authorities');
  await page.getByLabel('Criteria').fill('The leaver process');
  await pick(page.getByRole('combobox', { name: 'Single requirements' }), 'A.6.5');
  await pick(page.getByRole('combobox', { name: 'Single requirements' }), 'A.5.36');
  await page.getByLabel('Auditor').fill('hanna petrov');
  await page.getByText(/hanna petrov owns C-30, and nobody audits their own work/).waitFor();
  await page.getByRole('button', { name: 'Plan the audit of 2 requirements' }).click();
  await page.getByRole('alert').getByText('The auditor owns C-30: nobody audits their own work.').waitFor();
  await assertClean(page);
  await page.getByLabel('Auditor').fill('Klara Mbeki');
  await page.getByText('Klara Mbeki owns no control that answers any of it: independent.').waitFor();
  await page.getByRole('button', { name: 'Plan the audit of 2 requirements' }).click();
  // The refused one left nothing behind: the next number is the one after the demo's three.
  await page.getByRole('heading', { level: 1, name: /IA-4/ }).waitFor();
}

async function look({ page }: Visit): Promise<void> {
  await page
    .getByRole('row', { name: /A\.5\.36/ })
    .getByRole('link', { name: 'A.5.36' })
    .focus();
  await page.keyboard.press('c');
  const conforms = page.getByRole('dialog', { name: /A\.5\.36/ });
  await conforms.getByLabel('What was looked at, with whom?').fill('The spot checks of the year.');
  await conforms.getByRole('button', { name: 'Record what was seen' }).click();
  await page
    .getByText('Under way: 1 of 2 requirements are looked at, no finding', { exact: false })
    .waitFor();
  await page
    .getByRole('row', { name: /A\.6\.5/ })
    .getByRole('link', { name: 'A.6.5' })
    .focus();
  await page.keyboard.press('f');
  const failed = page.getByRole('dialog', { name: /A\.6\.5/ });
  await assertClean(page);
  await failed
    .getByLabel('What is, against what should be')
    .fill('One of five leavers kept an account for nine days.');
  await failed.getByLabel('Who answers for it').fill('Hanna Petrov');
  await failed.getByLabel('What was looked at, with whom?').fill('All five leavers.');
  await failed.getByRole('button', { name: 'Record the finding' }).click();
  await page
    .getByRole('row', { name: /A\.6\.5/ })
    .getByRole('link', { name: 'NC-4' })
    .waitFor();
  await page.getByRole('button', { name: 'Report it' }).click();
  const report = page.getByRole('dialog', { name: 'Report IA-4' });
  await report.getByLabel('What was audited').fill('Two requirements, one minor nonconformity.');
  await report.getByLabel('To whom in management?').fill('Tomas Lindqvist');
  await report.getByRole('button', { name: 'Report it for good' }).click();
  await page.getByRole('heading', { level: 2, name: 'Report' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Change the plan' }).count(), 0);
}

async function answer({ page }: Visit): Promise<void> {
  await page
    .getByRole('row', { name: /A\.6\.5/ })
    .getByRole('link', { name: 'NC-4' })
    .click();
  await page.getByRole('heading', { level: 1, name: 'NC-4 minor nonconformity' }).waitFor();
  assert.ok(await page.getByRole('button', { name: 'Close it' }).isDisabled());
  const today = new Date().toISOString().slice(0, 10);
  const record = async (
    part: string,
    fill: Readonly<Record<string, string>>,
    verdict?: string,
  ): Promise<void> => {
    await page.getByRole('button', { name: new RegExp(`^(Record|Change) ${part}$`) }).click();
    const dialog = page.getByRole('dialog', { name: new RegExp(`^${part} of NC-4`) });
    if (verdict !== undefined) await dialog.getByLabel(verdict, { exact: true }).check();
    for (const [label, text] of Object.entries(fill)) await dialog.getByLabel(label).fill(text);
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await page.locator('.toast', { hasText: `${part.toLowerCase()} recorded` }).waitFor();
  };
  await record('Correction', { 'What was done at once': 'The account was closed.' });
  await record('Consequences', { 'What came of it': 'No sign-in in between.' });
  await record('Cause', { 'Why did it happen?': 'The checklist is older than the support desk.' });
  await record('Similar cases', { 'Where were similar cases': 'All leavers of the year.' });
  await record('Action', {
    'What keeps it from': 'The checklist is made from the list of systems.',
    'By whom': 'Joris van Leeuwen',
    Until: today,
    'Done on': today,
  });
  await record(
    'Effect',
    { 'To be looked at on': today, 'What shows it?': 'The newest leaver: one hour.' },
    'It helped',
  );
  await record('Change to the ISMS', { 'What changes': 'The leaver process names the list of systems.' });
  await page.getByRole('button', { name: 'Close it' }).click();
  const close = page.getByRole('dialog', { name: 'Close NC-4' });
  await close.getByLabel('Why is it closed?').fill('It holds.');
  await close.getByRole('button', { name: 'Close the finding' }).click();
  await page
    .getByText(/closed on .* by/)
    .first()
    .waitFor();
  await page.getByRole('row', { name: /closed: It holds\./ }).waitFor();
  await page.setViewportSize({ width: 390, height: 800 });
  await assertClean(page);
  const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  assert.equal(wide, false, 'a phone scrolls sideways');
}
