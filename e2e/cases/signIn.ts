// A company signs its people in: the owner names domain, provider and rules, an engineer comes by the provider in a
// browser, and the directory ends them in the middle of their work.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { CLIENT, TestProvider } from '../../packages/server/src/slices/access/federation/testing/provider.ts';
import { assertClean } from '../axe.ts';
import type { Case } from '../case.ts';
import { freePort } from '../server.ts';
import { inBrowser, type Visit } from '../visit.ts';
import { openZone, type Zone } from '../zone.ts';

const ORG = 'harbourline';
const DOMAIN = 'harbourline.example';
const ENGINEER = `grace@${DOMAIN}`;

export function signInCases(executable: string | undefined): readonly Case[] {
  return [
    {
      name: 'sign-in by the company: domain, provider and rules in the browser, an engineer comes in by a real provider, and the directory ends them mid-session',
      skip: executable === undefined ? 'no Chromium' : undefined,
      run: async () => {
        const port = await freePort();
        const provider = await TestProvider.start([`http://localhost:${port}/sign-in/at/${ORG}`]);
        const zone = await openZone();
        try {
          const more = ['--reach', new URL(provider.issuer).host, '--resolver', zone.address];
          await inBrowser(executable, (visit) => company(visit, provider, zone), { team: true, port, more });
        } finally {
          zone.close();
          await provider.stop();
        }
      },
    },
  ];
}

async function company(visit: Visit, provider: TestProvider, zone: Zone): Promise<void> {
  const { page, served } = visit;
  await page.goto(`${served.origin}/o/${ORG}/settings`);
  await page.getByRole('link', { name: 'Sign-in, directory and pipelines' }).click();
  await namesDomain(page, zone);
  await setsProvider(page, provider);
  await makesRules(page);
  await assertClean(page);
  const secret = await makesToken(page);
  const directory = `${served.origin}/v1/orgs/${ORG}/scim/v2`;
  const id = await sends(directory, secret);
  const theirs = await comesIn(page, served.origin, provider);
  await theirs.goto(`${served.origin}/o/${ORG}/controls`);
  await theirs.getByRole('heading', { level: 1 }).waitFor();
  const body = { Operations: [{ op: 'Replace', path: 'active', value: 'False' }] };
  const ended = await scim(`${directory}/Users/${id}`, { secret, method: 'PATCH', body });
  assert.equal(ended.status, 200);
  const since = Date.now();
  await theirs.goto(`${served.origin}/o/${ORG}/risks`);
  await theirs.getByRole('heading', { name: 'You are not signed in' }).waitFor();
  assert.ok(Date.now() - since < 5_000, 'the engineer is shown the door at the next page');
  await theirs.getByRole('link', { name: 'Sign in' }).click();
  const left = await served.ask('GET', `/v1/orgs/${ORG}/leavers`);
  assert.match(JSON.stringify(left.body), new RegExp(ENGINEER));
  // Nor does the provider let them back in.
  await theirs.getByLabel('Work address, or the short name of your organisation').fill(ENGINEER);
  await theirs.getByRole('button', { name: 'Sign in with your company' }).click();
  await theirs.getByText('Your membership has ended.').waitFor();
  await assertClean(theirs);
  await theirs.context().close();
}

async function namesDomain(page: Page, zone: Zone): Promise<void> {
  await page.getByRole('button', { name: 'Add a domain' }).click();
  await page.getByLabel('What stands behind the @ of your addresses').fill(DOMAIN);
  await page.getByRole('button', { name: 'Show me the record' }).click();
  const value = await page.getByRole('button', { name: 'Copy the value of the record' }).innerText();
  zone.records.set(`_assay.${DOMAIN}`, /assay-domain=\S+/.exec(value)?.[0] ?? '');
  await page.getByRole('button', { name: `Check the record of ${DOMAIN}` }).click();
  await page.getByText(`${DOMAIN} is shown to be yours.`).waitFor();
}

async function setsProvider(page: Page, provider: TestProvider): Promise<void> {
  await page.getByRole('button', { name: 'Set a provider' }).click();
  await page.getByLabel('Issuer').fill(provider.issuer);
  await page.getByLabel('Client id').fill(CLIENT.id);
  await page.getByLabel('Client secret').fill(CLIENT.secret);
  await assertClean(page);
  await page.getByRole('button', { name: 'Ask it and keep it' }).click();
  await page.getByText('with a secret that is kept sealed').waitFor();
}

async function makesRules(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Change the rules' }).click();
  await page.getByRole('button', { name: 'Add a group' }).click();
  await page.getByLabel('Group 1', { exact: true }).fill('Engineering');
  await page.getByLabel('gives (group 1)').selectOption('contributor');
  await page.getByLabel('Whoever no rule names gets').selectOption('reader');
  await assertClean(page);
  await page.getByRole('button', { name: 'Keep these rules' }).click();
  await page.getByText('Whoever no rule names gets Read-only.').waitFor();
}

async function makesToken(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Make its token' }).click();
  await page.getByRole('button', { name: 'Make it', exact: true }).click();
  const text = await page.getByRole('button', { name: /^Copy the token/ }).innerText();
  await page.getByRole('button', { name: 'The directory has it' }).click();
  return /assay_\S{51}/.exec(text)?.[0] ?? '';
}

interface Request {
  readonly secret: string;
  readonly method: 'POST' | 'PATCH';
  readonly body: unknown;
}

function scim(address: string, { secret, method, body }: Request): Promise<Response> {
  return fetch(address, {
    method,
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/scim+json' },
    body: JSON.stringify(body),
  });
}

/** The directory makes the engineer, and their group. */
async function sends(directory: string, secret: string): Promise<string> {
  const user = { userName: ENGINEER, displayName: 'Grace', active: true };
  const made: unknown = await (
    await scim(`${directory}/Users`, { secret, method: 'POST', body: user })
  ).json();
  const id = typeof made === 'object' && made !== null && 'id' in made ? String(made.id) : '';
  const group = { displayName: 'Engineering', members: [{ value: id }] };
  assert.equal((await scim(`${directory}/Groups`, { secret, method: 'POST', body: group })).status, 201);
  return id;
}

/** In a browser of their own, by their address alone. */
async function comesIn(page: Page, origin: string, provider: TestProvider): Promise<Page> {
  const browser = page.context().browser();
  assert.ok(browser, 'a page has its browser');
  provider.account = {
    sub: 'grace',
    email: ENGINEER,
    email_verified: true,
    name: 'Grace',
    groups: ['Engineering'],
  };
  const theirs = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await theirs.goto(`${origin}/sign-in`);
  await theirs.getByRole('heading', { name: 'Sign in' }).waitFor();
  await assertClean(theirs);
  await theirs.getByLabel('Work address, or the short name of your organisation').fill(ENGINEER);
  await theirs.getByRole('button', { name: 'Sign in with your company' }).click();
  await theirs.waitForURL(`${origin}/o/${ORG}**`);
  return theirs;
}
