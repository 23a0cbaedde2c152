// Collectors in the browser: declared from nothing, their runs as a strip, an empty answer vouched for, retired and back.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertClean } from '../axe.ts';
import type { Case } from '../case.ts';
import { inBrowser, pick, type Visit } from '../visit.ts';

// An organisation of its own: the demo company has a collector already.
const PAGE = '/o/quay/evidence/collectors';
const API = '/v1/orgs/quay/collectors';

export function collectorPageCases(executable: string | undefined): readonly Case[] {
  const skip = executable === undefined ? 'no Chromium' : undefined;
  return [
    {
      name: 'collectors in the browser: declared, watched, vouched for, retired and back',
      skip,
      run: () => inBrowser(executable, watching),
    },
  ];
}

async function watching({ page, served }: Visit): Promise<void> {
  const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
  await served.ask('POST', '/v1/orgs', { name: 'Quay', slug: 'quay' });
  await page.goto(`${served.origin}${PAGE}`);
  await page.getByText('Nobody has promised to bring results.').waitFor();
  await page.getByRole('button', { name: /Copy the command/ }).waitFor();
  await page.getByRole('button', { name: 'Declare a collector' }).click();
  const dialog = page.getByRole('dialog', { name: 'Declare a collector' });
  await dialog.getByLabel('Name, as the job gives it').fill('prowler');
  await pick(dialog.getByRole('combobox', { name: 'Controls that it covers' }), 'C-07');
  await assertClean(page);
  await dialog.getByRole('button', { name: 'Expect its runs' }).click();
  await page.getByRole('link', { name: 'prowler' }).waitFor();
  await served.ask('POST', API, {
    name: 'nightly',
    kind: 'ci',
    covers: { controls: ['C-81'] },
    every_hours: 24,
    started_at: hoursAgo(400),
  });
  for (const [run, ended, more] of [
    ['1', 390, { rows: 12 }],
    ['2', 366, { rows: 12, partial: true }],
    ['3', 300, { rows: 12 }],
    ['4', 20, { rows: 0 }],
  ] as const)
    await served.ask('POST', `${API}/nightly/runs`, { run, ended_at: hoursAgo(ended), ...more });
  await page.reload();
  await page.getByText('nightly is silent: what it covers is unknown; 1 of 2 is as promised.').waitFor();
  await page.getByText('2 of 4 complete').waitFor();
  await assertClean(page);
  await page.getByRole('link', { name: 'nightly' }).click();
  await page.getByText('it came empty where there used to be results').waitFor();
  await assertClean(page);
  await page.getByRole('button', { name: /It was whole/ }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('the last project was closed');
  await page.getByRole('button', { name: 'Count it as complete' }).click();
  await page.getByText('It promises a run every day; the next is due by').waitFor();
  await page.getByRole('button', { name: 'Retire' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('replaced');
  await page.getByRole('button', { name: 'Retire it' }).click();
  await page.getByRole('button', { name: 'Expect runs again' }).click();
  await page.getByRole('button', { name: 'Retire' }).waitFor();
  // Colours change at once, so that no mixture of two themes is judged.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 800 });
  for (const theme of ['dark', 'light']) {
    await page.evaluate(`document.documentElement.setAttribute('data-theme', '${theme}')`);
    await assertClean(page);
    const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
    assert.equal(wide, false, 'a phone scrolls sideways');
    await shoot(page, `collector-${theme}-390`);
  }
  await page.goto(`${served.origin}${PAGE}`);
  await page.getByText('3 of 4 complete').waitFor();
  await shoot(page, 'collectors-390');
  await page.setViewportSize({ width: 1280, height: 900 });
  await shoot(page, 'collectors-1280');
}

async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['ASSAY_SHOTS'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
