// Campaigns against the ledger: bits turned in everything that is stored, and pasts rewritten by whoever holds the key.
import {
  runFlips,
  runRewritings,
  seeded,
} from '../packages/server/src/slices/evidence/ledger/testing/campaign.ts';
import { TAMPERINGS, tamperOnce } from '../packages/server/src/slices/evidence/ledger/testing/tampering.ts';
import { openHouse } from '../packages/server/src/testing/house.ts';

/** Another seed for every run, printed, so that a run can be repeated with ASSAY_SEED. */
const seed = Number(process.env['ASSAY_SEED'] ?? String(Date.now() % 1_000_000));

export async function flipsCampaign(): Promise<void> {
  const count = Number(process.env['ASSAY_FLIPS'] ?? '2000');
  const house = await openHouse();
  try {
    const began = performance.now();
    const ended = await runFlips(house, { flips: count, seed });
    for (const miss of ended.missed) console.log(`MISSED  ${miss}`);
    const name = `${ended.found} of ${count} single-bit flips found and named; the database refused ${ended.refused} more`;
    told(ended.missed.length === 0, name, began);
  } finally {
    await house.close();
  }
}

/** Pasts rewritten in the database by raw SQL, and asked about with a checkpoint that was kept. */
export async function rewritingCampaign(): Promise<void> {
  const count = Number(process.env['ASSAY_REWRITINGS'] ?? '1000');
  const house = await openHouse();
  try {
    const began = performance.now();
    const ended = await runRewritings(house, { count, seed });
    for (const miss of ended.missed) console.log(`MISSED  ${miss}`);
    const ways = [...ended.ways].map(([way, found]) => `${way} ${found}`).join(', ');
    told(
      ended.missed.length === 0,
      `${ended.found} of ${count} rewritings by raw SQL found and named (${ways})`,
      began,
    );
  } finally {
    await house.close();
  }
}

export function tamperingCampaign(): void {
  const pick = seeded(seed);
  for (const how of TAMPERINGS) {
    const began = performance.now();
    let found = 0;
    for (let i = 0; i < 1000; i += 1) if (tamperOnce(how, pick).length > 0) found += 1;
    told(found === 1000, `${how}: ${found} of 1,000 found by whoever kept an old checkpoint`, began);
  }
}

function told(ok: boolean, name: string, began: number): void {
  const taken = `${((performance.now() - began) / 1000).toFixed(0)} s`;
  console.log(`${ok ? 'ok' : 'FAILED'} ${name} (seed ${seed}, ${taken})`);
  if (!ok) process.exitCode = 1;
}
