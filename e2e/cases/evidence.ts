// Evidence as a reviewer and an engineer use it: judged by keys, brought and guessed, proved in the browser,
// listed by the hundred.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../case.ts';
import { fieldOf } from '../server.ts';
import { inBrowser, type Visit } from '../visit.ts';

const ORG = '/o/harbourline';
const MANY = 400;

export function evidenceCases(executable: string | undefined): readonly Case[] {
  const skip = executable === undefined ? 'no Chromium' : undefined;
  return [
    {
      name: 'the inbox is judged by keys alone: pick a range, accept it, undo it, reject one with a reason',
      skip,
      run: () => inBrowser(executable, judging),
    },
    {
      name: 'several files are brought at once, guesses are shown, the same file changes nothing',
      skip,
      run: () => inBrowser(executable, bringing),
    },
    {
      name: 'a record is proved in the browser, corrected, withdrawn and restored, and its history says so',
      skip,
      run: () => inBrowser(executable, proving),
    },
    {
      name: 'a record is held, released and erased for good, and its page says why',
      skip,
      run: () => inBrowser(executable, erasing),
    },
    {
      name: 'hundreds of records stay a short page that scrolls, filters and sorts in the address',
      skip,
      run: () => inBrowser(executable, listing),
    },
  ];
}

async function judging({ page, served }: Visit): Promise<void> {
  await page.goto(`${served.origin}${ORG}/evidence?why=pending`);
  const rows = page.locator('tbody tr[data-key]');
  await rows.first().waitFor();
  const waiting = await rows.count();
  assert.ok(waiting >= 3, 'the demo company has records to review');
  const first = await rows.first().getAttribute('data-key');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await page.getByText('2 picked').waitFor();
  await page.keyboard.press('a');
  const toast = page.locator('.toast', { hasText: '2 records are accepted' });
  await toast.waitFor();
  await rows.nth(waiting - 2).waitFor({ state: 'detached' });
  // The focus goes on to the next row first; only then does it walk to the message.
  await page.locator('tbody a.id:focus').waitFor();
  await toast.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await rows.nth(waiting - 1).waitFor();
  await page.locator('h1').focus();
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await page.getByRole('dialog', { name: `Reject ${first ?? ''}` }).waitFor();
  await page.keyboard.type('of another account');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText(`${first ?? ''} is rejected.`).waitFor();
  const kept = await served.ask('GET', `/v1/orgs/harbourline/evidence/${first ?? ''}`);
  assert.equal(fieldOf(kept.body, 'review', 'reason'), 'of another account');
}

async function bringing({ page, served, directory }: Visit): Promise<void> {
  const note = join(directory, 'C-90_restore-test_2026-05-04.md');
  const scan = join(directory, 'semgrep.sarif');
  writeFileSync(note, '# Restore of the booking database\n\nDone, and compared row by row.\n');
  writeFileSync(
    scan,
    JSON.stringify({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'newtool', rules: [{ id: 'own-rule' }] } },
          results: [
            {
              ruleId: 'own-rule',
              level: 'error',
              message: { text: 'found' },
              locations: [{ physicalLocation: { artifactLocation: { uri: 'a.ts' } } }],
            },
          ],
        },
      ],
    }),
  );
  await page.goto(`${served.origin}${ORG}/import`);
  const files = page.getByLabel('Files', { exact: true });
  await files.setInputFiles([note, scan]);
  await page.getByRole('button', { name: 'Commit all 2 files' }).waitFor();
  await page.getByText('guessed from the text').first().waitFor();
  assert.equal(await page.getByLabel(/^Title/).inputValue(), 'Restore of the booking database');
  assert.equal(await page.getByLabel(/^Performed on/).inputValue(), '2026-05-04');
  await page.getByRole('button', { name: 'Take C-90 out' }).waitFor();
  await page.getByText('It lies outside the examined SOC 2 period').waitFor();
  await page.getByRole('heading', { name: 'It touches 1 control' }).waitFor();
  await page.getByRole('button', { name: 'semgrep.sarif' }).click();
  await page.getByRole('heading', { name: /speaks? for no control/ }).waitFor();
  await page.getByRole('button', { name: 'Commit all 2 files' }).click();
  await page.getByText('2 files: 2 committed.').waitFor();
  await files.setInputFiles(note);
  await page.getByText('1 here already').waitFor();
  await page.getByRole('button', { name: 'C-90_restore-test_2026-05-04.md' }).last().click();
  await page.getByText(/this very file was imported on \d{4}-\d\d-\d\d, nothing was changed/).waitFor();
}

async function proving({ page, served }: Visit): Promise<void> {
  await page.goto(`${served.origin}${ORG}/evidence/E-12`);
  await page.getByRole('button', { name: 'Verify in this browser' }).click();
  await page.getByText(/^(All \d+ steps checked here|\d+ of \d+ steps checked here)/).waitFor();
  assert.equal(await page.locator('.proof-steps .status-fail').count(), 0, 'no step may be wrong');
  assert.ok(
    (await page.locator('.proof-steps .status-pass').count()) >= 3,
    'bytes, entries and signature are checked',
  );
  await page.getByRole('button', { name: 'Correct …' }).click();
  await page.getByLabel('Title').fill('Corrected by hand');
  await page.getByRole('button', { name: /^Save revision/ }).click();
  await page.getByRole('heading', { name: /Corrected by hand/ }).waitFor();
  await page.locator('.revisions ins', { hasText: 'Corrected by hand' }).waitFor();
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('This record is withdrawn').waitFor();
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('button', { name: 'Withdraw' }).waitFor();
}

async function erasing({ page, served }: Visit): Promise<void> {
  const { code } = await pushed(served);
  await page.goto(`${served.origin}${ORG}/evidence/${code}`);
  await page.getByRole('button', { name: 'Hold …' }).click();
  await page.getByLabel(/Why must it not be erased/).fill('Case 12');
  await page.getByRole('button', { name: 'Hold it' }).click();
  await page.getByText(/Held by .*: Case 12/).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Erase …' }).count(), 0, 'what is held is not erased');
  await page.getByRole('button', { name: 'Lift the hold …' }).click();
  await page.getByLabel(/Why may it be erased again/).fill('The case is closed');
  await page.getByRole('button', { name: 'Lift the hold', exact: true }).click();
  await page.getByRole('button', { name: 'Erase …' }).click();
  const erase = page.getByRole('button', { name: 'Erase it for good' });
  await page.getByText(/1 file and 0 rows/).waitFor();
  assert.ok(await erase.isDisabled(), 'a reason and a basis are needed first');
  await page.getByLabel('Why is it erased?').fill('The person asked for it');
  await page.getByLabel('Legal basis').fill('GDPR Art. 17(1)(b)');
  await erase.click();
  await page.getByText(/Its bytes were erased on .*The person asked for it/).waitFor();
  await page.getByText('The key of its bytes was destroyed on purpose').waitFor();
  await page.getByRole('button', { name: 'Verify in this browser' }).click();
  await page.getByText(/^(All \d+ steps checked here|\d+ of \d+ steps checked here)/).waitFor();
  assert.equal(await page.locator('.proof-steps .status-fail').count(), 0, 'the proof holds');
}

/** A record of its own, over bytes that nothing else has. */
async function pushed(served: Visit['served']): Promise<{ readonly code: string }> {
  const path = '/v1/orgs/harbourline/evidence/push?filename=person.txt&performed_at=2026-01-05';
  const answer = await served.ask('POST', path, 'about a person');
  return { code: String(fieldOf(answer.body, 'code')) };
}

async function listing({ page, served }: Visit): Promise<void> {
  const stored = await served.ask('POST', '/v1/orgs/harbourline/artefacts?filename=one.txt', 'one');
  const sha256 = fieldOf(stored.body, 'sha256');
  for (let i = 0; i < MANY; i += 20)
    await Promise.all(
      Array.from({ length: 20 }, (_, k) =>
        served.ask('POST', '/v1/orgs/harbourline/evidence', {
          artefact: sha256,
          title: `Long list ${i + k}`,
          controls: ['C-43'],
          performed_at: '2026-03-01',
        }),
      ),
    );
  await page.goto(`${served.origin}${ORG}/evidence/library`);
  const search = page.getByLabel('Filter records');
  await search.fill('Long list');
  await page.getByText(new RegExp(`^${MANY} of \\d+ records$`)).waitFor();
  await page.waitForURL(/q=Long/);
  assert.ok((await page.locator('tbody tr[data-key]').count()) < 80, 'only rows in sight are drawn');
  await page.getByRole('button', { name: 'Title' }).click();
  await page.waitForURL(/sort=Title/);
  await page.getByText('Long list 0', { exact: true }).waitFor();
  await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
  await page.getByText(`Long list ${MANY - 1}`, { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Save view …' }).click();
  await page.keyboard.type('Mine');
  await page.keyboard.press('Enter');
  await page.waitForURL(/view=Mine/);
  await page.reload();
  await page.getByText(new RegExp(`^${MANY} of \\d+ records$`)).waitFor();
  assert.equal(await page.getByRole('combobox', { name: 'View', exact: true }).inputValue(), 'Mine');
}
