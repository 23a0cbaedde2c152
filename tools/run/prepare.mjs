// Brings a clone to the state that its lock file and sources describe; does nothing when it is there.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { innerNode, runInner } from './n24.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stamps = join(root, '.stamp');

/** Installs and builds where needed; false when a step failed and has said why. */
export async function prepare({ web = true } = {}) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Assay needs Node 20.19 or newer to start; this is ${process.versions.node}.`);
    return false;
  }
  mkdirSync(stamps, { recursive: true });
  if (!(await step('install', hashOf([join(root, 'package-lock.json')]), 'Installing packages', install)))
    return false;
  if (!web || !existsSync(join(root, 'packages/web/index.html'))) return true;
  const sources = ['packages/web', 'packages/contract/src', 'packages/core/src'].flatMap((folder) =>
    filesUnder(join(root, folder)),
  );
  return step('web', hashOf(sources), 'Building the web application', () =>
    runInner(
      [
        join(root, 'node_modules/vite/bin/vite.js'),
        'build',
        '--logLevel',
        'warn',
        join(root, 'packages/web'),
      ],
      { cwd: root },
    ).then((code) => code === 0),
  );
}

async function step(name, stamp, title, act) {
  const file = join(stamps, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return true;
  const began = Date.now();
  console.error(`${title} …`);
  if (!(await act())) {
    console.error(`${title} failed; the lines above say why. Nothing was started.`);
    return false;
  }
  writeFileSync(file, stamp);
  console.error(`${title}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return true;
}

async function install() {
  // What was compiled from other packages is of no use any more.
  rmSync(join(stamps, 'compiled'), { recursive: true, force: true });
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error']);
  if (code !== 0) return false;
  // A cautious npm may not have run the install script that unpacks Node; running it again is harmless.
  if (!innerNode()) await run('npm', ['rebuild', 'node', '--loglevel', 'error']);
  if (innerNode()) return true;
  console.error(
    'Node 24 was not unpacked: allow the install script of the package "node" (npm install-scripts approve node) and start again.',
  );
  return false;
}

function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && !/[\\/](dist|node_modules)([\\/]|$)/.test(entry.parentPath ?? entry.path),
    )
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}
