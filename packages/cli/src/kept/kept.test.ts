// assay soa read and assay risk read as people call them: the program itself, without a server.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const program = fileURLToPath(new URL('../main.ts', import.meta.url));
const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../sources/fixtures/${name}`, import.meta.url));

interface Said {
  readonly out: string;
  readonly remark: string;
  readonly code: number;
}

async function assay(...args: readonly string[]): Promise<Said> {
  try {
    const { stdout, stderr } = await run(process.execPath, [program, ...args]);
    return { out: stdout, remark: stderr, code: 0 };
  } catch (cause) {
    const { stdout, stderr, code } = Object.assign({ stdout: '', stderr: '', code: -1 }, cause);
    return { out: stdout, remark: stderr, code };
  }
}

test('a kept statement is shown row by row, with what was left and why', async () => {
  const file = fixture('statements/titles-and-themes.xlsx');
  const shown = await assay('soa', 'read', file, '-o', 'csv');
  expect(shown.out.split('\r\n')[1]).toMatch(/^6,A\.5\.1,Policies for information security,yes,implemented,/);
  expect(shown.remark).toContain('93 controls of ISO/IEC 27001:2022 (Statement below row 4): 80 in, 13 out');
  const left = await assay('soa', 'read', file, '--left', '-o', 'csv');
  expect(left.out).toContain('Statement,43,no_id,6 people controls');
});

test('a kept register is read with what a person says of its columns', async () => {
  const file = fixture('registers/plain.xlsx');
  const read = async (...args: readonly string[]): Promise<string> =>
    (await assay('risk', 'read', file, '-o', 'csv', ...args)).out.split('\r\n')[1] ?? '';
  expect(await read()).toBe(
    '2,R-001,A stolen laptop is read,Head of IT,Possible,High,modify,A.7.9 A.8.1,2026-03-31,',
  );
  expect(await read('--column', 'C=keep', '--column', 'J=owner')).toContain(',SEC-0,Possible,');
});

test('what is no table and what is no column ends with one sentence', async () => {
  const none = await assay('soa', 'read', fixture('registers/plain.xlsx'));
  expect([none.code, none.out]).toEqual([1, '']);
  expect(none.remark).toContain('holds no table that could be recognised; its sheets are Risks.');
  const wrong = await assay('risk', 'read', fixture('registers/plain.xlsx'), '--column', 'A=ower');
  expect(wrong.code).toBe(2);
  expect(wrong.remark).toContain('There is no field ower.');
});

test('a statement of 2013 is drafted into 2022 without a server, each count with what it is of', async () => {
  const file = fixture('statements/edition-2013.xlsx');
  const drafted = await assay('soa', 'transition', file, '-o', 'csv');
  expect(drafted.out.trimEnd().split('\r\n')).toHaveLength(94);
  expect(drafted.remark).toContain(
    '93 controls of 2022 from 114 of 2013: 58 one to one, 24 merged, 11 new, 1 split.',
  );
  expect(drafted.out).toContain(
    'A.8.8,Management of technical vulnerabilities,merged,A.12.6.1 A.18.2.3 (split)',
  );
  const newer = await assay('soa', 'transition', fixture('statements/plain.xlsx'));
  expect([newer.code, newer.out]).toEqual([1, '']);
  expect(newer.remark).toContain('is a statement of 2022 already.');
});
