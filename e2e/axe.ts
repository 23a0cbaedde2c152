// What axe finds on the page as it stands.
import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

export async function assertClean(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ""}`))',
  );
  assert.deepEqual(found, []);
}
