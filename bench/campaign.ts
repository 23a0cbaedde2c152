// The long campaigns: 200 kills during writes, 10,000 random timelines by two window engines, 2,000 single bits turned
// in what is stored, 6,000 rewritten pasts and 1,000 rewritten stores, 500,000 hostile requests, 1,000,000 reaches into other
// organisations on each database engine, 10,000 reads of an auditor’s room. Short versions stand in the tests. Names on the command line choose among them.
import { spawnSync } from 'node:child_process';

const campaigns: Readonly<Record<string, () => Promise<void>>> = {
  async kills() {
    process.env['ASSAY_KILLS'] ??= '200';
    const { durabilityCases } = await import('../e2e/cases/durability.ts');
    for (const each of durabilityCases) {
      const began = performance.now();
      await each.run();
      console.log(`ok ${each.name} (${((performance.now() - began) / 1000).toFixed(0)} s)`);
    }
  },
  async timelines() {
    const { timelinesCampaign } = await import('./timelines.ts');
    timelinesCampaign();
  },
  async flips() {
    const { flipsCampaign } = await import('./tampering.ts');
    await flipsCampaign();
  },
  async tampering() {
    const { rewritingCampaign, tamperingCampaign } = await import('./tampering.ts');
    tamperingCampaign();
    await rewritingCampaign();
  },
  async canaries() {
    const { canariesCampaign } = await import('./canaries.ts');
    await canariesCampaign();
  },
  async fuzz() {
    const test = 'packages/server/src/testing/fuzz.test.ts';
    const env = { ...process.env, ASSAY_FUZZ: process.env['ASSAY_FUZZ'] ?? '500000' };
    const done = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', test], {
      stdio: 'inherit',
      env,
    });
    if (done.status !== 0) throw new Error('hostile requests broke a rule; the lines above say which');
  },
  async rooms() {
    const test = 'packages/server/src/slices/rooms/reads.test.ts';
    const env = { ...process.env, ASSAY_ROOM_READS: process.env['ASSAY_ROOM_READS'] ?? '10000' };
    const done = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', test], {
      stdio: 'inherit',
      env,
    });
    if (done.status !== 0) throw new Error('something came out of a room; the lines above say what');
  },
  async tenants() {
    const { tenantsCampaign } = await import('./tenants.ts');
    tenantsCampaign();
  },
};

const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(campaigns))
  if (wanted.length === 0 || wanted.includes(name)) await run();
