// Organisations stay apart: a million random reaches into another one on each engine, in rounds with organisations of
// their own.
import { spawnSync } from 'node:child_process';

const VITEST = ['node_modules/vitest/vitest.mjs', 'run'];
const REACHES = 'packages/server/src/testing/tenants/tenants.test.ts';
const ROUND = 50_000;

/** Reaches of the whole campaign, on each engine; ASSAY_TENANTS names fewer. */
export function tenantsCampaign(): void {
  const wanted = Number(process.env['ASSAY_TENANTS'] ?? 1_000_000);
  const seed = Number(process.env['ASSAY_TENANTS_SEED'] ?? 1);
  for (const [engine, before] of [
    ['embedded', []],
    ['external', ['tools/run/withExternal.mjs']],
  ] as const) {
    const began = performance.now();
    for (let done = 0; done < wanted; done += ROUND) {
      const env = {
        ASSAY_TENANTS: String(Math.min(ROUND, wanted - done)),
        ASSAY_TENANTS_SEED: String(seed + done),
      };
      run(
        [...before, ...VITEST, REACHES],
        env,
        `something came out of an organisation on the ${engine} engine`,
      );
    }
    const seconds = (performance.now() - began) / 1000;
    const rounds = Math.ceil(wanted / ROUND);
    console.log(
      `tenants, ${engine} engine: ${wanted} random reaches in ${rounds} rounds of 3 organisations and every route by every role in each, 0 came out, ${seconds.toFixed(0)} s`,
    );
  }
}

function run(args: readonly string[], env: Readonly<Record<string, string>>, failed: string): void {
  const done = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (done.status !== 0) throw new Error(`${failed}; the lines above say what`);
}
