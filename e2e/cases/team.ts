// A team in the browser: the owner invites a lead by a link, the lead makes a passkey and signs in with it, a token
// acts with less than its owner holds, and whoever is ended is outside at once.
import assert from 'node:assert/strict';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { assertClean } from '../axe.ts';
import { joinedByPasskey, signedInAgain } from '../passkey.ts';
import type { Case } from '../case.ts';
import { inBrowser, type Visit } from '../visit.ts';

const PEOPLE = '/o/harbourline/settings/people';
const LEAD = 'lead@harbourline.example';

export function teamCases(executable: string | undefined): readonly Case[] {
  return [
    {
      name: 'a team in the browser: invited by link, signed in by passkey, a token with less, ended and outside at once',
      skip: executable === undefined ? 'no Chromium' : undefined,
      run: () => inBrowser(executable, team, { team: true }),
    },
  ];
}

async function team({ page, served }: Visit): Promise<void> {
  const link = await invited(page, served.origin);
  const browser = page.context().browser();
  assert.ok(browser, 'a page has its browser');
  const theirs = await joinedByPasskey(browser, { link, name: 'Security lead' });
  await signsInByPasskey(theirs, served.origin);
  await setsUpAnAuthenticator(theirs);
  const secret = await token(theirs, served.origin);
  const asked = (path: string): Promise<Response> =>
    fetch(`${served.origin}/v1/orgs/harbourline${path}`, { headers: { authorization: `Bearer ${secret}` } });
  assert.equal((await asked('/controls')).status, 200);
  assert.equal((await asked('/risks')).status, 403);
  await ended(page, served.origin);
  await theirs.goto(`${served.origin}/o/harbourline/controls`);
  await theirs.getByText('There is no such organisation, or it is not yours.').waitFor();
  assert.equal((await asked('/controls')).status, 404);
  await theirs.context().close();
}

async function invited(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}${PEOPLE}`);
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByLabel('E-mail address').fill(LEAD);
  await page.getByRole('combobox', { name: 'Role' }).selectOption('security_lead');
  await assertClean(page);
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByRole('heading', { name: `${LEAD} is invited` }).waitFor();
  const link = await page.getByRole('button', { name: /^Copy the link/ }).innerText();
  await page.getByRole('button', { name: 'Done' }).click();
  await page
    .getByRole('row', { name: new RegExp(LEAD) })
    .getByText('open')
    .waitFor();
  return link.replace(/^[\s\S]*?(http\S+)[\s\S]*$/, '$1');
}

async function signsInByPasskey(page: Page, origin: string): Promise<void> {
  await signedInAgain(page);
  await page.waitForURL(`${origin}/o/harbourline`);
  await page.goto(`${origin}/o/harbourline/account`);
  await page.getByText('you sign in with 1 passkey').waitFor();
}

/** A code beside the password: the secret as an authenticator would take it, the first code, and the codes for paper. */
async function setsUpAnAuthenticator(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Set up an authenticator' }).click();
  const text = await page.getByRole('button', { name: /^Copy the secret/ }).innerText();
  const secret = Secret.fromBase32(/[A-Z2-7]{32}/.exec(text)?.[0] ?? '');
  await page.getByRole('img', { name: /to scan/ }).waitFor();
  await assertClean(page);
  await page.getByLabel(/^Code of your authenticator/).fill(new TOTP({ secret }).generate());
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await page.getByText('They are not shown again').waitFor();
  assert.equal(await page.locator('ul.codes li').count(), 10);
  await assertClean(page);
}

/** As the server asks after five minutes: the dialog opens, a passkey answers it, and what waited is done. */
async function asksOnce(page: Page, path: string): Promise<void> {
  await page.route(
    `**${path}`,
    (call) =>
      call.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: '/problems/access.step_up',
          title: 'Show once more who you are',
          status: 403,
          code: 'access.step_up',
          detail: 'Confirm with your passkey or password first.',
          request_id: 'req_asked',
        }),
      }),
    { times: 1 },
  );
}

async function token(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}${PEOPLE}`);
  assert.equal(await page.getByRole('button', { name: 'Invite somebody' }).count(), 0);
  await page.getByRole('button', { name: 'Make a token' }).click();
  await page.getByLabel('What uses it').fill('The build');
  await page.getByLabel('bring evidence').uncheck();
  await page.getByLabel('see controls and mappings').check();
  await asksOnce(page, '/v1/orgs/harbourline/tokens');
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('heading', { name: 'Show once more who you are' }).waitFor();
  await assertClean(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByRole('heading', { name: 'The token The build' }).waitFor();
  const text = await page.getByRole('button', { name: /^Copy the token/ }).innerText();
  await page.getByRole('button', { name: 'I have kept it' }).click();
  return /assay_\S{51}/.exec(text)?.[0] ?? '';
}

async function ended(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}${PEOPLE}`);
  await page.getByRole('button', { name: 'End the membership of Security lead' }).click();
  await page.getByText('no longer belongs here').waitFor();
}
