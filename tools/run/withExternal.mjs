// Runs a program with the address of an external PostgreSQL: the one of DATABASE_URL, or one started for it.
import { spawnSync } from 'node:child_process';
import { externalPostgres } from './externalPostgres.mjs';

const given = process.env.DATABASE_URL;
const external = given ? { url: given, stop: () => Promise.resolve() } : await externalPostgres();
if (external.url === undefined) {
  console.log(`skipped: ${external.reason}`);
  process.exit(0);
}
const { status } = spawnSync(process.execPath, process.argv.slice(2), {
  stdio: 'inherit',
  env: { ...process.env, ASSAY_TEST_DATABASE_URL: external.url },
});
await external.stop();
process.exit(status ?? 1);
