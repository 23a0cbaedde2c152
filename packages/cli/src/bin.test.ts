// However the installed command is started, it runs on a Node in which nobody reaches a prototype through __proto__.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../bin/assay.mjs', import.meta.url));
const run = promisify(execFile);

/** Says, in every process that is started, whether the guard stands there. */
const SPY = `data:text/javascript,try{({}).__proto__;console.error('open')}catch(e){console.error('guarded '+e.code)}`;

it('every command runs guarded, in a process of its own or in this one', async () => {
  const env = { ...process.env, NODE_OPTIONS: `--import=${SPY.replaceAll(' ', '%20')}` };
  const plain = await run(process.execPath, [bin, 'help', 'config'], { env });
  expect(plain.stdout).toContain('ASSAY_TOKEN');
  expect(plain.stderr.trim().split('\n').at(-1)).toBe('guarded ERR_PROTO_ACCESS');
  const already = await run(process.execPath, ['--disable-proto=throw', bin, 'help', 'config'], { env });
  expect(already.stderr.trim().split('\n')).toEqual(['guarded ERR_PROTO_ACCESS']);
});

it('the version is told at once, by the process that was asked', async () => {
  const env = { ...process.env, NODE_OPTIONS: `--import=${SPY.replaceAll(' ', '%20')}` };
  const told = await run(process.execPath, [bin, '--version'], { env });
  expect(told.stdout).toMatch(/^assay \d/);
  expect(told.stderr.trim().split('\n')).toHaveLength(1);
});
