// Runs every case against a real server in a directory of its own, and counts.
import { chromiumPath } from './browser.ts';
import type { Case } from './case.ts';
import { browserCases } from './cases/browser.ts';
import { cliCases } from './cases/cli.ts';
import { collectorPageCases } from './cases/collectorPages.ts';
import { collectorCases } from './cases/collectors.ts';
import { demoCases } from './cases/demo.ts';
import { durabilityCases } from './cases/durability.ts';
import { guideCases } from './cases/guides.ts';
import { evidenceCases } from './cases/evidence.ts';
import { faultCases } from './cases/faults.ts';
import { keptPageCases } from './cases/keptPages.ts';
import { commandCases, lifecycleCases } from './cases/lifecycle.ts';
import { lossCases } from './cases/losses.ts';
import { packageCases } from './cases/package.ts';
import { policyCases } from './cases/policies.ts';
import { programmeCases } from './cases/programme.ts';
import { companyPageCases } from './cases/companyPages.ts';
import { planPageCases } from './cases/planPages.ts';
import { riskPageCases } from './cases/riskPages.ts';
import { auditPageCases } from './cases/auditPages.ts';
import { statementPageCases } from './cases/statementPages.ts';
import { samplePageCases } from './cases/samplePages.ts';
import { windowCases } from './cases/windows.ts';
import { signInCases } from './cases/signIn.ts';
import { roomCases } from './cases/rooms.ts';
import { teamCases } from './cases/team.ts';
import { wireCases } from './cases/wire.ts';

const chromium = chromiumPath();
const only = process.argv[2];
const asked = (each: Case): boolean => only === undefined || each.name.includes(only);
/** Kills, faults and the time that a stop may take: one after the other, for they watch the machine. */
const alone: readonly Case[] = [...lifecycleCases, ...faultCases, ...durabilityCases].filter(asked);
/** The package, browsers and command lines, each at a server of its own: two go at once, the longest first. */
const together: readonly Case[] = [
  ...packageCases,
  ...browserCases(chromium),
  ...teamCases(chromium),
  ...signInCases(chromium),
  ...roomCases(chromium),
  ...guideCases,
  ...commandCases,
  ...demoCases,
  ...wireCases,
  ...cliCases,
  ...collectorCases,
  ...programmeCases(chromium),
  ...keptPageCases(chromium),
  ...evidenceCases(chromium),
  ...windowCases(chromium),
  ...lossCases(chromium),
  ...collectorPageCases(chromium),
  ...planPageCases(chromium),
  ...riskPageCases(chromium),
  ...samplePageCases(chromium),
  ...policyCases(chromium),
  ...companyPageCases(chromium),
  ...auditPageCases(chromium),
  ...statementPageCases(chromium),
].filter(asked);
let passed = 0;
let failed = 0;
let skipped = 0;
await inTurn(alone.values());
const queue = together.values();
await Promise.all([inTurn(queue), inTurn(queue)]);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 ? 1 : 0);

async function inTurn(cases: Iterable<Case>): Promise<void> {
  for (const each of cases) await tell(each);
}

async function tell(each: Case): Promise<void> {
  if (each.skip !== undefined) {
    skipped += 1;
    console.log(`skipped: ${each.name} (${each.skip})`);
    return;
  }
  const began = performance.now();
  try {
    await each.run();
    passed += 1;
    console.log(`ok      ${each.name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  } catch (cause) {
    failed += 1;
    console.log(
      `FAILED  ${each.name}\n${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`,
    );
  }
}
