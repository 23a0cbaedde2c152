// An auditor in the browser: invited into a room by a link, held at its door until they have a passkey, in it what was
// released and nothing else, outside the moment it ends.
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { assertClean } from '../axe.ts';
import type { Case } from '../case.ts';
import { inBrowser, settled, type Visit } from '../visit.ts';
import { joinedByPasskey, signedInAgain } from '../passkey.ts';

const ROOMS = '/o/harbourline/audits/rooms';
const TITLE = 'SOC 2 Type II, interim and final';
const EXAMINER = 'examiner@tidewater.example';

export function roomCases(executable: string | undefined): readonly Case[] {
  return [
    {
      name: 'an auditor enters a room by passkey, sees what was released and nothing else, and is outside when it ends',
      skip: executable === undefined ? 'no Chromium' : undefined,
      run: () => inBrowser(executable, auditor, { team: true }),
    },
  ];
}

async function auditor({ page, served }: Visit): Promise<void> {
  const { origin } = served;
  await opened(page, origin);
  const link = await invited(page);
  const preview = await previewed(page);
  const browser = page.context().browser();
  assert.ok(browser, 'a page has its browser');
  const theirs = await entered(browser, { link, origin });
  assert.deepEqual(await titles(theirs), preview);
  await reads(theirs);
  await talks(page, theirs);
  await readsAreSeen(page);
  await outside(page, theirs);
  await theirs.context().close();
}

async function opened(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}${ROOMS}`);
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await settled(page);
  await assertClean(page);
}

async function invited(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByLabel('Their business address').fill('examiner@gmail.com');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByText('where anybody can have an address').waitFor();
  await page.getByLabel('Their business address').fill(EXAMINER);
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByRole('heading', { name: `${EXAMINER} is invited` }).waitFor();
  const text = await page.getByRole('button', { name: /^Copy the link/ }).innerText();
  await page.getByRole('button', { name: 'Done' }).click();
  return text.replace(/^[\s\S]*?(http\S+)[\s\S]*$/, '$1');
}

async function previewed(page: Page): Promise<readonly string[]> {
  await page.getByRole('link', { name: 'View as auditor' }).click();
  await page.getByText('byte for byte').waitFor();
  await settled(page);
  await assertClean(page);
  return titles(page);
}

/** At the door without a factor of their own, then in with a passkey. */
async function entered(
  browser: Browser,
  { link, origin }: { readonly link: string; readonly origin: string },
): Promise<Page> {
  const page = await joinedByPasskey(browser, { link, name: 'Examiner of Tidewater' });
  await page.goto(`${origin}/o/harbourline/desk`);
  await page.getByRole('heading', { name: 'A passkey is needed first' }).waitFor();
  await assertClean(page);
  await signedInAgain(page);
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/o/harbourline/desk');
  await settled(page);
  await assertClean(page);
  assert.equal(await page.getByRole('link', { name: 'Evidence', exact: true }).count(), 0);
  return page;
}

async function titles(page: Page): Promise<readonly string[]> {
  await page.getByRole('heading', { name: 'Released', exact: true }).waitFor();
  return page.locator('.room-open').allInnerTexts();
}

async function reads(page: Page): Promise<void> {
  await page.locator('.room-open').filter({ hasText: 'Retention run' }).click();
  await page.getByRole('heading', { name: /Retention run/ }).waitFor();
  await settled(page);
  await assertClean(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /retention-run\.md$/ }).click();
  assert.match((await download).suggestedFilename(), /retention-run\.md$/);
}

async function talks(page: Page, theirs: Page): Promise<void> {
  await theirs.getByRole('link', { name: 'Comments' }).click();
  await theirs.getByText('Everything on logical access').waitFor();
  assert.equal(await theirs.getByText('late offboarding').count(), 0);
  await theirs.getByLabel('Say something').fill('Thank you; we begin with the access reviews.');
  await theirs.getByRole('button', { name: 'Say it to both sides' }).click();
  await theirs.getByRole('listitem').filter({ hasText: 'we begin with the access reviews' }).waitFor();
  await page.getByRole('link', { name: 'Comments' }).click();
  await page.getByText('we begin with the access reviews').waitFor();
  await page.getByText('Internal: the audit firm does not see this').waitFor();
  await assertClean(page);
}

async function readsAreSeen(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Reads', exact: true }).click();
  await page.getByRole('cell', { name: 'the file' }).waitFor();
  await settled(page);
  await assertClean(page);
}

async function outside(page: Page, theirs: Page): Promise<void> {
  await page.getByRole('button', { name: 'End the room' }).click();
  await page.getByLabel(/Why does it end/).fill('The report is issued.');
  await page.getByRole('button', { name: 'End it for good' }).click();
  await page.getByText('has ended; the copy stays').waitFor();
  const began = performance.now();
  const { origin, pathname } = new URL(theirs.url());
  const [, room = ''] = /\/desk\/([^/]+)/.exec(pathname) ?? [];
  const refused = await theirs.request.get(`${origin}/v1/orgs/harbourline/rooms/${room}/desk`);
  assert.equal(refused.status(), 403);
  assert.ok(performance.now() - began < 1000, 'the room was refused within a second');
  await theirs.reload();
  await theirs.getByRole('heading', { name: 'The room is closed' }).waitFor();
  await page.getByRole('link', { name: 'View as auditor' }).click();
  await page.getByText('nobody of it gets in any more').waitFor();
}
