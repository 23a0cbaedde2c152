// Ten thousand canaries in artefacts, as many in secrets, and a search of every table and every file for any of them.
import { searchForCanaries } from '../packages/server/src/slices/keys/testing/canaries.ts';
import { openHouse } from '../packages/server/src/testing/house.ts';

export async function canariesCampaign(): Promise<void> {
  const count = Number(process.env['ASSAY_CANARIES'] ?? '10000');
  const house = await openHouse();
  try {
    const began = performance.now();
    const { hits, tables, files, control } = await searchForCanaries(house, count);
    for (const hit of hits) console.log(`FOUND  ${hit}`);
    const ok = hits.length === 0 && control.hits.length === 1;
    const taken = ((performance.now() - began) / 1000).toFixed(0);
    console.log(
      `${ok ? 'ok' : 'FAILED'} ${hits.length} places hold any of ${2 * count} canaries: ${tables} tables and ${files} files searched; an unsealed one is ${control.hits.length === 1 ? '' : 'not '}found (${taken} s)`,
    );
    if (!ok) process.exitCode = 1;
  } finally {
    await house.close();
  }
}
