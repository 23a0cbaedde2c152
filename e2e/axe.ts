// What axe finds on the page as it stands.
import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

export async function assertClean(page: Page): Promise<void> {
  assert.deepEqual(await violations(page, {}), []);
}

/** Colours on their way from one theme to the other are nobody's: what moves and ends has ended before it is judged. */
const STILL = `new Promise((next) => requestAnimationFrame(next)).then(() => Promise.allSettled(
  document.getAnimations().filter((each) => each.effect?.getComputedTiming().iterations !== Infinity).map((each) => each.finished)
)).then(() => undefined)`;

/** Rules that are broken, each with its first place; by all rules, or by those that are named. */
export async function violations(
  page: Page,
  { runOnly }: { readonly runOnly?: readonly string[] },
): Promise<readonly string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe.source);
  await page.evaluate(STILL);
  const options = { resultTypes: ['violations'], ...(runOnly ? { runOnly } : {}) };
  const found: unknown = await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then((r) => r.violations.map((v) => \`\${v.id}: \${v.nodes[0]?.target.join(' ')} \${v.nodes[0]?.html ?? ''} \${v.nodes[0]?.failureSummary ?? ''}\`))`,
  );
  assert.ok(Array.isArray(found));
  return found.map(String);
}
