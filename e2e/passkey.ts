// Somebody who joins by a link with an authenticator of their own, as a laptop has one; no password is ever typed.
import type { Browser, Page } from 'playwright-core';
import { assertClean } from './axe.ts';

/** Joins Harbourline and adds a passkey, in a browser of their own; the page is that of their account. */
export async function joinedByPasskey(
  browser: Browser,
  by: { readonly link: string; readonly name: string },
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  await page.goto(by.link);
  await page.getByRole('heading', { name: 'Join harbourline' }).waitFor();
  await assertClean(page);
  await page.getByLabel('Your name').fill(by.name);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByLabel('Name of a new passkey').fill('This laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('cell', { name: 'This laptop', exact: true }).waitFor();
  await assertClean(page);
  return page;
}

/** Signs out, and in again with the passkey. */
export async function signedInAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await assertClean(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
}
