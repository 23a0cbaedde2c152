// The main road in a real browser: sign in, import, look at both verdicts, undo; every page accessible.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Case } from '../case.ts';
import { violations } from '../axe.ts';
import { inBrowser, settled, type Visit } from '../visit.ts';

const ORG = '/o/harbourline';
const WIDER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
/** Into so many cases the pages are dealt out, so that both browsers have their share. */
const PARTS = 4;
/** The rules of axe that look at colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const PAGES = [
  '',
  '/controls',
  '/controls/C-43',
  '/view/iso27001:2022',
  '/view/soc2:2017',
  '/view/iso27001:2022?state=undecided',
  '/frameworks',
  '/frameworks/soc2:2017/CC6.1',
  '/frameworks/iso27001:2022/A.5.15',
  '/new-control',
  '/plan',
  '/plan?cell=revenue.iso_first&fill=buyers',
  '/plan/costs',
  '/plan/costs?as=table&line=pentest',
  '/plan/schedule',
  '/plan/schedule?as=table&edit=settings',
  '/plan/variants',
  '/risks',
  '/risks?as=table',
  '/risks/R-9',
  '/risks/losses',
  '/risks/losses?edit=R-4',
  '/risks/losses?as=table&edit=tolerance',
  '/risks/method',
  '/new-risk',
  '/gaps',
  '/gaps?as=table',
  '/readiness',
  '/path',
  '/company',
  '/company/SC-1',
  '/company/communication',
  '/company/OB-1',
  '/company/objectives',
  '/company/feedback',
  '/company/MR-1',
  '/company/new/parties',
  '/soa/bring',
  '/soa/transition',
  '/soa?open=A.5.14,A.7.4',
  '/soa/obligations',
  '/soa/versions',
  '/soa/versions/SOA-2?against=SOA-1',
  '/crosswalk',
  '/crosswalk?as=table&scope=all',
  '/evidence',
  '/evidence/library',
  '/evidence/imports',
  '/evidence/collectors',
  '/evidence/E-12',
  '/import',
  '/checks',
  '/checks?state=unmapped',
  '/checks/prowler:iam_root_mfa_enabled',
  '/policies',
  '/policies/new',
  '/policies/POL-02',
  '/policies/POL-16/edit',
  '/settings',
  '/windows',
  '/windows?by=criterion&zoom=month',
  '/windows?as=table',
  `/windows?control=C-43&day=${new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10)}`,
  '/windows/current/C-43',
  '/windows/start',
  '/audits',
  '/audits?as=table',
  '/audits/internal',
  '/audits/IA-2',
  '/audits/new',
  '/audits/findings',
  '/audits/findings?as=table',
  '/audits/findings/NC-1',
];

export function browserCases(executable: string | undefined): readonly Case[] {
  const skip = executable === undefined ? 'no Chromium' : undefined;
  return [
    {
      name: 'a scanner’s file goes in, one piece of evidence answers both frameworks, and comes out again',
      skip,
      run: () => inBrowser(executable, mainRoad),
    },
    ...Array.from({ length: PARTS }, (_, part): Case => ({
      name: `every page has zero axe violations in both themes and reflows at 320 pixels (${part + 1} of ${PARTS})`,
      skip,
      run: () =>
        inBrowser(executable, (visit) =>
          accessible(
            visit,
            PAGES.filter((_path, i) => i % PARTS === part),
          ),
        ),
    })),
    {
      name: 'the palette, the keys and the picture work without a mouse',
      skip,
      run: () => inBrowser(executable, keyboard),
    },
  ];
}

async function mainRoad({ page, served, directory }: Visit): Promise<void> {
  const file = join(directory, 'prowler.ocsf.json');
  const finding = (status: string, subject: string): object => ({
    metadata: { event_code: 'iam_root_mfa_enabled', product: { name: 'Prowler', version: '5.14.0' } },
    class_uid: 2004,
    severity: 'Critical',
    status_code: status,
    status_detail: `${subject} ${status}`,
    finding_info: { created_time_dt: new Date().toISOString(), title: 'root' },
    resources: [{ uid: `arn:aws:iam::1:${subject}` }],
    cloud: { account: { uid: '1' } },
    time_dt: new Date().toISOString(),
  });
  writeFileSync(file, JSON.stringify([finding('PASS', 'root-a'), finding('FAIL', 'root-b')]));
  await page.goto(`${served.origin}${ORG}/import`);
  await page.getByLabel('Files', { exact: true }).setInputFiles(file);
  await page.getByText('2 results, not committed yet').waitFor();
  await page.getByRole('row', { name: 'Pass 1', exact: true }).waitFor();
  await page.getByRole('row', { name: 'Fail 1', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Commit 2 results' }).click();
  await page.getByRole('link', { name: /^Open E-/ }).click();
  await page.getByRole('heading', { name: 'Two verdicts' }).waitFor();
  const verdicts = page.getByRole('region', { name: 'Two verdicts' });
  assert.ok((await verdicts.getByText('To review').count()) >= 2, 'both views should wait for a reviewer');
  await page.getByRole('button', { name: /^Accept E-/ }).click();
  await verdicts.getByText('Supports').first().waitFor();
  assert.ok(
    (await verdicts.getByText('Supports').count()) >= 2,
    'both views should support after acceptance',
  );
  const toast = page.locator('.toast', { hasText: 'is accepted' });
  await toast.getByRole('button', { name: 'Undo' }).click();
  await verdicts.getByText('To review').first().waitFor();
}

/**
 * Each page is loaded once, in the dark theme that was chosen before. Themes differ in colours alone, so the dark one
 * is asked for its colours, and the light one for everything: what is said, how it is named, how it lies.
 */
async function accessible({ page, served }: Visit, paths: readonly string[]): Promise<void> {
  const found: string[] = [];
  // A colour that is on its way to another would be judged as it is half-way.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript({ content: axe.source });
  await page.evaluate(() => localStorage.setItem('assay.theme', 'dark'));
  for (const path of paths) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${served.origin}${ORG}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
    assert.equal(await page.evaluate('document.documentElement.dataset.theme'), 'dark');
    const dark = await violations(page, { runOnly: [...COLOUR_RULES] });
    await page.evaluate("document.documentElement.dataset.theme = 'light'");
    await settled(page);
    const light = await violations(page, {});
    found.push(...dark.map((each) => `dark ${path || '/'} ${each}`));
    found.push(...light.map((each) => `light ${path || '/'} ${each}`));
    await page.setViewportSize({ width: 320, height: 800 });
    // Lists that are drawn in part measure themselves anew; what stays too wide after that is a fault.
    await page.waitForFunction(`${WIDER} === 0`, undefined, { timeout: 3000 }).catch(() => undefined);
    const wider = await page.evaluate(WIDER);
    if (wider !== 0) found.push(`${path || '/'} scrolls sideways by ${String(wider)} at 320`);
  }
  assert.deepEqual(found, []);
}

async function keyboard({ page, served }: Visit): Promise<void> {
  await page.goto(`${served.origin}${ORG}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('C-43');
  await page.getByRole('option', { name: /C-43/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /Access reviews/ }).waitFor();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.locator('h1').focus();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  const first = page.locator('svg.views g[role=link]').first();
  await first.waitFor();
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('figcaption strong').waitFor();
  assert.match(await page.locator('figcaption').innerText(), /control/);
}
