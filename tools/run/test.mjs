// npm test: everything that must pass, in order, with one closing line.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';
import { externalPostgres } from './externalPostgres.mjs';
import { compiled, innerNode } from './n24.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const results = [];

if (!(await prepare())) process.exit(1);

const node = innerNode();
const inner = (args, env) =>
  spawnSync(node, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
    env: { ...process.env, ...compiled(), NO_COLOR: '1', ...env },
  });

function stage(name, args, count, env = {}) {
  console.log(`\n== ${name}`);
  const done = inner(args, env);
  process.stdout.write(done.stdout ?? '');
  const counts = count(done.stdout ?? '', done.status === 0);
  results.push({ name, ok: done.status === 0, ...counts });
}

const vitestCounts = (text) => {
  const line = /^\s*Tests\s+(.*)$/m.exec(text)?.[1] ?? '';
  const number = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
  return { passed: number('passed'), failed: number('failed'), skipped: number('skipped') };
};
const lineCounts = (text, ok) => {
  const match = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?/.exec(text);
  return match
    ? { passed: Number(match[1]), failed: Number(match[2]), skipped: Number(match[3] ?? 0) }
    : { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
};

stage('House rules', ['tools/check/main.ts'], lineCounts);
stage(
  'Unit, property, vector and server tests',
  ['node_modules/vitest/vitest.mjs', 'run', '--maxWorkers=100%'],
  vitestCounts,
);
/**
 * Who may do what, the company of the demo, prints and proofs over files are the same code above either database. Who can
 * reach whose rows (every route at once, by the run of the canaries), kept tables, exports and the verification of all
 * that is stored are asked of both.
 */
const ABOVE_THE_DATABASE = [
  '**/*.role.test.ts',
  '**/*.tenant.test.ts',
  '**/ledger/rewritten.test.ts',
  '**/platform/sealing/**',
  '**/app/effects.test.ts',
  '**/testing/{fuzz,hardening}.test.ts',
  '**/demo/**',
  '**/ledger/{verifyHistories,verifySamples,verifyWindows,flips,checkpoint}.test.ts',
  '**/documents/print.test.ts',
  '**/soa.oscal.test.ts',
];
const external = await externalPostgres();
if (external.url) {
  stage(
    'Server tests on an external PostgreSQL',
    ['node_modules/vitest/vitest.mjs', 'run', 'packages/server', '--maxWorkers=100%', '--project=house'],
    vitestCounts,
    { ASSAY_TEST_DATABASE_URL: external.url, ASSAY_TESTS_LEFT_OUT: ABOVE_THE_DATABASE.join(' ') },
  );
  await external.stop();
} else {
  console.log(`\n== Server tests on an external PostgreSQL\nskipped: ${external.reason}`);
  results.push({
    name: 'Server tests on an external PostgreSQL',
    ok: true,
    passed: 0,
    failed: 0,
    skipped: 1,
  });
}
stage('Browser and process tests', ['e2e/run.ts'], lineCounts);

const total = (key) => results.reduce((sum, each) => sum + each[key], 0);
console.log('');
for (const each of results)
  console.log(
    `${each.ok ? 'ok  ' : 'FAIL'} ${each.name}: ${each.passed} passed, ${each.failed} failed, ${each.skipped} skipped`,
  );
const failed = total('failed') + results.filter((each) => !each.ok && each.failed === 0).length;
console.log(`\n${total('passed')} passed, ${failed} failed, ${total('skipped')} skipped`);
process.exit(failed > 0 || total('passed') === 0 ? 1 : 0);
