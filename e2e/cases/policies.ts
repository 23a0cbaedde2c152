// Policies in the browser: from a template to the second version in force, two writers at once, and a Word file.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertClean } from '../axe.ts';
import type { Case } from '../case.ts';
import { inBrowser, type Visit } from '../visit.ts';
import { wordFile } from '../word.ts';

const PLACE = '/o/harbourline/policies';

export function policyCases(executable: string | undefined): readonly Case[] {
  const skip = executable === undefined ? 'no Chromium' : undefined;
  return [
    {
      name: 'policies in the browser: from a template to the second version, and a Word file',
      skip,
      run: () => inBrowser(executable, walk),
    },
  ];
}

async function walk(visit: Visit): Promise<void> {
  await fromTemplate(visit);
  await secondVersion(visit);
  await wordDocument(visit);
}

async function fromTemplate({ page, served }: Visit): Promise<void> {
  await page.goto(`${served.origin}${PLACE}`);
  await page.getByText(/^11 of 13 policies are in force/).waitFor();
  await assertClean(page);
  await page.getByRole('link', { name: 'New policy' }).click();
  await page.getByRole('button', { name: 'Asset management policy', exact: true }).click();
  const reading = page.getByRole('dialog');
  await reading.locator('.open-place').first().waitFor();
  await assertClean(page);
  await reading.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: /^Begin Asset/ }).click();
  await page.getByRole('heading', { name: 'Places to fill' }).waitFor();
  await assertClean(page);
  const preview = page.getByRole('region', { name: 'Preview' });
  const places = page.locator('.values input');
  const count = await places.count();
  assert.ok((await preview.locator('.open-place').count()) >= count);
  for (let i = 0; i < count; i += 1) await places.nth(i).fill(`value ${i}`);
  await page.getByText('Every place is filled.').waitFor();
  assert.equal(await preview.locator('.open-place').count(), 0);
  const text = page.getByLabel('Text, in Markdown');
  await text.fill(`${await text.inputValue()}\n## Ours\n\n- Every laptop carries **its number**.\n`);
  await preview.locator('strong', { hasText: 'its number' }).waitFor();
  // What is written outlives the page.
  await page.reload();
  await page.getByText('kept in this browser alone', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Changes since it was saved' }).click();
  await page.locator('.difference ins', { hasText: 'Every laptop carries' }).waitFor();
  await page.getByRole('button', { name: 'Save version 1' }).click();
  await page.getByRole('button', { name: 'Approve version 1 …' }).click();
  const approving = page.getByRole('dialog');
  await approving.getByLabel('Who approves').fill('Tomas Lindqvist');
  await approving.getByRole('button', { name: 'Approve version 1' }).click();
  await page.getByRole('button', { name: 'Publish version 1 …' }).click();
  const publishing = page.getByRole('dialog');
  await publishing.getByLabel(/^Who is to confirm it/).fill('Ines Okafor\nJoris van Leeuwen');
  await publishing.getByRole('button', { name: 'Put version 1 in force' }).click();
  await page.getByText(/0 of 2 people named have confirmed it/).waitFor();
  await page.getByRole('button', { name: 'Confirm …' }).click();
  const confirming = page.getByRole('dialog');
  await confirming.getByLabel('Who has read it').fill('Ines Okafor');
  await confirming.getByLabel('Where that is proved').fill('signed sheet');
  await confirming.getByRole('button', { name: 'Record that Ines Okafor confirmed' }).click();
  await page.getByText(/1 of 2 people named has confirmed it/).waitFor();
  await page.getByRole('row', { name: /Joris van Leeuwen.*Not confirmed/ }).waitFor();
}

/** Another writer, who read the same version and saves first. */
const SOMEBODY_ELSE = `(async () => {
  const path = '/v1/orgs/harbourline/policies/POL-19';
  const { csrf } = await (await fetch('/v1/session')).json();
  const read = await fetch(path);
  const { text } = await read.json();
  const saved = await fetch(path, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'assay-csrf': csrf, 'if-match': read.headers.get('etag') },
    body: JSON.stringify({ text: text.replace('Every laptop', 'Each laptop') }),
  });
  return saved.status;
})()`;

/** A change begins version 2; somebody else was faster, both are shown, and mine goes on. */
async function secondVersion({ page }: Visit): Promise<void> {
  await page.getByRole('link', { name: 'Write version 2' }).click();
  const text = page.getByLabel('Text, in Markdown');
  const mine = (await text.inputValue()).replace('Every laptop', 'Every laptop and telephone');
  assert.equal(await page.evaluate(SOMEBODY_ELSE), 200);
  await text.fill(mine);
  await page.getByRole('button', { name: 'Save version 2' }).click();
  const conflict = page.getByRole('alert');
  await conflict.locator('del', { hasText: 'Each laptop' }).waitFor();
  await conflict.locator('ins', { hasText: 'laptop and telephone' }).waitFor();
  await assertClean(page);
  await conflict.getByRole('button', { name: 'Go on with mine' }).click();
  await page.getByRole('button', { name: 'Save version 2' }).click();
  await page.getByText(/1 line removed, 1 added/).waitFor();
  await page.locator('.difference ins', { hasText: 'laptop and telephone' }).waitFor();
  await page.getByRole('button', { name: 'Approve version 2 …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve version 2' }).click();
  await page.getByRole('button', { name: 'Publish version 2 …' }).click();
  const publishing = page.getByRole('dialog');
  assert.match(await publishing.getByLabel(/^Who is to confirm it/).inputValue(), /Joris van Leeuwen/);
  await publishing.getByRole('button', { name: 'Put version 2 in force' }).click();
  await page.getByText(/Version 2 is in force.*0 of 2 people named/).waitFor();
}

async function wordDocument({ page, served, directory }: Visit): Promise<void> {
  const path = join(directory, 'visitors.docx');
  writeFileSync(path, await wordFile('Visitors', ['Guests are met at the door.']));
  await page.goto(`${served.origin}${PLACE}/new`);
  await page.getByLabel('Title').fill('Visitors of the office');
  await page.getByLabel(/^File, where there is one/).setInputFiles(path);
  await page.getByRole('button', { name: 'Bring the file' }).click();
  await page.getByRole('link', { name: 'Download visitors.docx' }).waitFor();
  await page.locator('.policy-text', { hasText: 'Guests are met at the door.' }).waitFor();
  await page.setViewportSize({ width: 390, height: 800 });
  await assertClean(page);
  const broken = join(directory, 'broken.docx');
  writeFileSync(broken, 'PK\u0003\u0004 not an archive');
  await page.goto(`${served.origin}${PLACE}/new`);
  await page.getByLabel('Title').fill('Broken');
  await page.getByLabel(/^File, where there is one/).setInputFiles(broken);
  await page.getByRole('button', { name: 'Bring the file' }).click();
  await page
    .getByRole('alert')
    .getByText(/broken\.docx: The archive is damaged/)
    .waitFor();
  const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  assert.equal(wide, false, 'a phone scrolls sideways');
}
