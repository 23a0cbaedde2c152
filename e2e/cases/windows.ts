// Windows as people use them: tried and kept, a hole filled, days left out that count again, the strip walked by keys.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../case.ts';
import { fieldOf } from '../server.ts';
import { inBrowser, type Visit } from '../visit.ts';

const ORG = '/o/harbourline';
const API = '/v1/orgs/harbourline';
const DAY_MS = 86_400_000;

export function windowCases(executable: string | undefined): readonly Case[] {
  const skip = executable === undefined ? 'no Chromium' : undefined;
  return [
    {
      name: 'a window is tried by sliding and kept as a plan with what must happen',
      skip,
      run: () => inBrowser(executable, planning),
    },
    {
      name: 'a hole in the strip is filled: evidence for its day, accepted, supported, and the day shows it',
      skip,
      run: () => inBrowser(executable, filling),
    },
    {
      name: 'days are left out for a reason, and once the exclusion has ended they count again',
      skip,
      run: () => inBrowser(executable, leavingOut),
    },
    {
      name: 'the strip is one tab stop that arrows walk, a day opens and closes by keys, the picture is saved',
      skip,
      run: () => inBrowser(executable, walking),
    },
  ];
}

async function planning({ page, served }: Visit): Promise<void> {
  await page.goto(`${served.origin}${ORG}/windows/start`);
  const start = page.getByLabel('Start', { exact: true });
  await start.waitFor();
  await page.getByRole('button', { name: '12 months' }).click();
  await page.waitForURL(/days=365/);
  await start.focus();
  const before = await page.getByLabel('First day').inputValue();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const after = await page.getByLabel('First day').inputValue();
  assert.equal(Date.parse(after) - Date.parse(before), 2 * DAY_MS, 'an arrow is a day');
  await page.waitForURL(new RegExp(`from=${after}`));
  await page.getByRole('heading', { name: /would deviate/ }).waitFor();
  const earliest = page.getByRole('button', { name: /^Start on / });
  const day = /\d{4}-\d{2}-\d{2}/.exec(await earliest.innerText())?.[0] ?? '';
  await earliest.click();
  await page.waitForURL(new RegExp(`from=${day}`));
  await page.getByRole('heading', { name: /would deviate/ }).waitFor();
  await page.getByLabel('Name of the plan').fill('First report');
  await page.getByRole('button', { name: /^Keep as a plan/ }).click();
  await page.getByRole('heading', { name: 'First report', level: 1 }).waitFor();
  await page.getByRole('heading', { name: 'What must happen' }).waitFor();
  await page
    .getByText(/^\d+ rows?$/)
    .first()
    .waitFor();
  const kept = await served.ask('GET', `${API}/windows/W-1`);
  assert.equal(fieldOf(kept.body, 'window', 'from'), day);
  assert.equal(fieldOf(kept.body, 'window', 'kind'), 'plan');
  await page.getByRole('button', { name: 'Drop the plan' }).click();
  await page.getByText('W-1 is dropped').waitFor();
}

interface Hole {
  readonly control: string;
  readonly day: string;
}

/** A control that people run and whose slot passed without anything. */
async function holeIn({ served }: Visit): Promise<Hole> {
  const answer = await served.ask('GET', `${API}/windows/current`);
  for (const control of listOf(fieldOf(answer.body, 'controls'))) {
    // What machines look at is never filled by a paper.
    if (String(fieldOf(control, 'cadence')).startsWith('every ')) continue;
    const code = String(fieldOf(control, 'code'));
    const detail = await served.ask('GET', `${API}/windows/current/controls/${code}`);
    // On several systems a day is as its weakest system; here the day shall show this very slot.
    if (new Set(listOf(fieldOf(detail.body, 'occurrences')).map((each) => fieldOf(each, 'scope'))).size > 1)
      continue;
    for (const each of listOf(fieldOf(detail.body, 'occurrences')))
      if (isBareHole(each)) return { control: code, day: String(fieldOf(each, 'due')) };
  }
  throw new Error('the demo company has no missed slot');
}

/** Missed, of no event, and not caught up. */
function isBareHole(each: unknown): boolean {
  return (
    fieldOf(each, 'state') === 'missed' &&
    fieldOf(each, 'item') === null &&
    fieldOf(each, 'caught_up_by') === null &&
    fieldOf(each, 'first') !== fieldOf(each, 'due')
  );
}

async function filling(visit: Visit): Promise<void> {
  const { page, served, directory } = visit;
  const { control, day } = await holeIn(visit);
  const file = join(directory, 'minutes.md');
  writeFileSync(file, '# Minutes of the review\n\nEvery account was looked at, and two were closed.\n');
  await page.goto(`${served.origin}${ORG}/windows?control=${control}&day=${day}`);
  const panel = page.getByRole('region', { name: new RegExp(control) });
  await panel.getByText('missed', { exact: true }).first().waitFor();
  await panel.getByRole('link', { name: 'Bring evidence for this day' }).click();
  await page.getByText(`is filed under ${control}`).waitFor();
  await page.getByLabel('Files', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: /^Commit/ }).click();
  const link = page.getByRole('link', { name: /^Open E-/ });
  const code = /E-\d+/.exec(await link.innerText())?.[0] ?? '';
  await link.click();
  await page.getByRole('button', { name: /^Accept E-/ }).click();
  await page.getByText(`${code} is accepted`).waitFor();
  await page.goto(`${served.origin}${ORG}/windows/current/${control}?day=${day}`);
  // Evidence that was made long after its act fills nothing until something independent supports it.
  const bearing = page.getByRole('button', { name: new RegExp(`… ${code}$`) });
  await bearing.click();
  await page
    .getByLabel(/^What supports it/)
    .fill('The identity provider’s log shows the session of that day.');
  await page.getByRole('button', { name: 'Record it' }).click();
  await page.getByText(`What ${code} says of ${control} is recorded.`).waitFor();
  const told = page.getByRole('region', { name: new RegExp(control) });
  await told.getByText('operated', { exact: true }).waitFor();
  await page.getByRole('gridcell', { name: new RegExp(`${day}: operated`) }).waitFor();
  const now = await served.ask('GET', `${API}/windows/current/controls/${control}/days/${day}`);
  assert.equal(fieldOf(now.body, 'state'), 'operated');
}

async function leavingOut({ page, served }: Visit): Promise<void> {
  const answer = await served.ask('GET', `${API}/windows/current`);
  const today = String(fieldOf(answer.body, 'today'));
  const control = listOf(fieldOf(answer.body, 'controls'))
    .filter((each) => /^every (day|1 day)/.test(String(fieldOf(each, 'cadence'))))
    .map((each) => String(fieldOf(each, 'code')))[0];
  assert.ok(control !== undefined, 'the demo company has a control that machines look at');
  const soon = dayAfter(today, 3);
  const path = `${ORG}/windows/current/${control}?day=${soon}`;
  await page.goto(`${served.origin}${path}`);
  const cell = (state: string): Promise<void> =>
    page.getByRole('gridcell', { name: new RegExp(`${soon}: ${state}`) }).waitFor();
  await cell('due');
  await page.getByRole('button', { name: 'Leave days out …' }).click();
  await page.getByLabel('First day left out').fill(today);
  await page.getByLabel('Last day left out').fill(dayAfter(today, 9));
  await page.getByLabel(/^Reason/).fill('The cluster moves to another region.');
  await page.getByLabel('Who answers for it').fill('Ines Okafor');
  await page.getByRole('button', { name: 'Leave them out' }).click();
  await cell('excluded');
  await page.getByRole('button', { name: 'End it …' }).click();
  await page.getByLabel(/^Why it ends before/).fill('The move was done in a day.');
  await page.getByRole('button', { name: 'End it today' }).click();
  await page.getByText('has ended; its days count again').waitFor();
  await cell('due');
  // One that ended by itself: its own days stay out, the day behind it counts.
  const [first, last] = [dayAfter(today, -20), dayAfter(today, -11)];
  await page.getByRole('button', { name: 'Leave days out …' }).click();
  await page.getByLabel('First day left out').fill(first);
  await page.getByLabel('Last day left out').fill(last);
  await page.getByLabel(/^Reason/).fill('The vendor switched its export off.');
  await page.getByLabel('Who answers for it').fill('Ines Okafor');
  await page.getByRole('button', { name: 'Leave them out' }).click();
  await page.getByText(`from ${first} to ${last} are left out.`).waitFor();
  const stateOn = async (day: string): Promise<unknown> =>
    fieldOf(
      (await served.ask('GET', `${API}/windows/current/controls/${control}/days/${day}`)).body,
      'state',
    );
  assert.equal(await stateOn(last), 'excluded');
  assert.notEqual(await stateOn(dayAfter(last, 1)), 'excluded');
  await page.locator('#exclusions ~ ul').getByText('ended', { exact: true }).first().waitFor();
}

/** From Home the first mission leads to the window by criterion; the list is put away and gone on with. */
async function missions(page: Visit['page'], home: string): Promise<void> {
  await page.goto(home);
  const guide = readFileSync(new URL('../../docs/guides/missions.md', import.meta.url), 'utf8');
  const asked = [...guide.matchAll(/^## \d\. (.+)$/gm)].map(([, question]) => question);
  const listed = page.getByRole('region', { name: 'Six missions' }).getByRole('link');
  await listed.first().waitFor();
  assert.deepEqual(await listed.allInnerTexts(), asked, 'Home asks what the guide asks, in its order');
  await page.getByRole('link', { name: 'Why is CC6.3 at risk?' }).click();
  await page.waitForURL(/\/windows\/current\?by=criterion/);
  await page.goto(home);
  await page.getByText('opened last').waitFor();
  await page.getByRole('button', { name: 'Put away' }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Go on with mission 1 of 6' }).click();
  await page.getByRole('link', { name: 'From when could the window start clean?' }).waitFor();
}

async function walking({ page, served, directory }: Visit): Promise<void> {
  await missions(page, `${served.origin}${ORG}`);
  await page.goto(`${served.origin}${ORG}/windows`);
  const grid = page.getByRole('grid');
  await grid.locator('.strip-row').first().waitFor();
  assert.equal(await grid.locator('[tabindex="0"]').count(), 0, 'the grid is the only tab stop of its rows');
  await grid.focus();
  const said = page.locator('.strip-says');
  const cell = grid.getByRole('gridcell', { selected: false }).and(page.locator('#strip-cell'));
  const here = async (): Promise<string> => (await cell.getAttribute('aria-label')) ?? '';
  const dayIn = async (): Promise<string> => /\d{4}-\d{2}-\d{2}/.exec(await here())?.[0] ?? '';
  const from = await dayIn();
  await page.keyboard.press('ArrowLeft');
  assert.equal(await dayIn(), dayAfter(from, -1));
  assert.ok(
    (await said.innerText()).includes(await dayIn()),
    'the line above says what the focused day shows',
  );
  assert.equal(await grid.getAttribute('aria-activedescendant'), 'strip-cell');
  const row = /^C-\d+/.exec(await here())?.[0];
  await page.keyboard.press('ArrowDown');
  assert.notEqual(/^C-\d+/.exec(await here())?.[0], row);
  await page.keyboard.press('Control+End');
  const last = await here();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Home');
  assert.notEqual(await here(), last);
  await page.keyboard.press('Control+Home');
  assert.ok((await here()).startsWith(row ?? 'C-'), 'the corner is the first row again');
  const opened = await dayIn();
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`day=${opened}`));
  const close = page.getByRole('button', { name: 'Close the day' });
  await close.waitFor();
  await close.focus();
  await page.keyboard.press('Escape');
  await close.waitFor({ state: 'detached' });
  assert.equal(await page.evaluate('document.activeElement.getAttribute("role")'), 'grid');
  await page.keyboard.press('w');
  await page.waitForURL(new RegExp(`at=${opened}`));
  await page.locator('.window-page[aria-busy="false"]').waitFor();
  await page.getByText('This is what was known on').waitFor();
  assert.equal(await page.evaluate('document.activeElement.getAttribute("role")'), 'grid');
  await page.keyboard.press('t');
  await page.getByText('This is what was known on').waitFor({ state: 'detached' });
  await page.locator('.window-page[aria-busy="false"]').waitFor();
  for (const [kind, head] of [
    ['SVG', '<svg '],
    ['PNG', '\u{FFFD}PNG'],
    ['CSV, a line for each stretch', '\u{FEFF}control,name'],
  ] as const) {
    await page.getByRole('button', { name: 'Save as' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: kind, exact: true }).click();
    const saved = join(directory, (await coming).suggestedFilename());
    await (await coming).saveAs(saved);
    assert.ok(readFileSync(saved, 'utf8').startsWith(head), `${kind} begins as such a file does`);
  }
  await page.getByRole('button', { name: 'As table' }).click();
  await page.getByRole('table', { name: 'Controls with what their days show' }).waitFor();
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
