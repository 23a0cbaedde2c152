// Makes the installable package: program in one piece, content, web application; then `npm pack` of it.
// What other people wrote stays a dependency with its exact version; only our own sources are bundled.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { z } from 'zod';

const root = fileURLToPath(new URL('../../', import.meta.url));
const out = join(root, 'dist/package');
const OURS = ['core', 'contract', 'sources', 'server', 'cli'] as const;

const packageFile = z.object({
  version: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});

const read = (path: string) => packageFile.parse(JSON.parse(readFileSync(join(root, path), 'utf8')));

function foreign(kind: 'dependencies' | 'optionalDependencies'): Readonly<Record<string, string>> {
  const all = OURS.flatMap((name) => Object.entries(read(`packages/${name}/package.json`)[kind]));
  return Object.fromEntries(
    all.filter(([name]) => !name.startsWith('@assay/')).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

async function bundle(): Promise<void> {
  const made = await rolldown({
    input: {
      main: join(root, 'packages/cli/src/main.ts'),
      worker: join(root, 'packages/sources/src/limits/worker.ts'),
      typesetter: join(root, 'packages/server/src/platform/typeset/typesetter.ts'),
      // Threads lie beside the program under their own names, so no two may have the same.
      simulator: join(root, 'packages/server/src/slices/risks/losses/simulator.ts'),
      planSimulator: join(root, 'packages/server/src/slices/plan/planSimulator.ts'),
      adviser: join(root, 'packages/server/src/slices/advisor/adviser.ts'),
    },
    platform: 'node',
    // Everything but our own packages and files is installed, not copied.
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('@assay/'),
  });
  await made.write({ dir: join(out, 'lib'), format: 'esm', entryFileNames: '[name].js' });
  await made.close();
}

function describe(): void {
  const { version, dependencies } = read('package.json');
  const about = {
    name: 'assay',
    version,
    description: 'One control environment, evidenced once, answered twice: ISO/IEC 27001 and SOC 2.',
    license: 'Apache-2.0',
    type: 'module',
    bin: { assay: 'bin/assay.mjs' },
    engines: { node: '>=20.19' },
    dependencies: { ...foreign('dependencies'), node: dependencies['node'] },
    optionalDependencies: foreign('optionalDependencies'),
  };
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(about, null, 2)}\n`);
}

function run(command: string, args: readonly string[], cwd: string): void {
  const done = spawnSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'bin'), { recursive: true });
// Straight into the package: what this clone serves stays as it is.
run(
  process.execPath,
  [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    '--logLevel',
    'warn',
    '--outDir',
    join(out, 'web'),
    join(root, 'packages/web'),
  ],
  root,
);
await bundle();
describe();
cpSync(join(root, 'packages/cli/bin/assay.mjs'), join(out, 'bin/assay.mjs'));
cpSync(join(root, 'content'), join(out, 'content'), { recursive: true });
for (const file of ['LICENSE', 'NOTICE', 'README.md']) cpSync(join(root, file), join(out, file));
run('npm', ['pack', '--loglevel', 'error', '--pack-destination', join(root, 'dist')], out);
