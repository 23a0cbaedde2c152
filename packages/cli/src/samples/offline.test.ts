// assay sample draw --rows and assay sample verify, over files, and the second program beside it.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const second = fileURLToPath(new URL('../../../../vectors/sampling/assay_resample.py', import.meta.url));
const recipe = z.looseObject({ seed: z.string(), items: z.array(z.object({ rank: z.number() })) });
let folder: string;
const at = (name: string): string => join(folder, name);

function assay(...args: readonly string[]): { readonly code: number | null; readonly out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'sample', ...args], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout || stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-sample-'));
  const rows = Array.from({ length: 40 }, (_, i) => ({
    key: `PR-${i}`,
    day: `2026-0${(i % 4) + 1}-10`,
    fields: { author: i % 3 === 0 ? '=ana' : 'bo 🎲' },
  }));
  writeFileSync(at('rows.ndjson'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  writeFileSync(at('turned.json'), JSON.stringify(rows.toReversed()));
  writeFileSync(at('fewer.json'), JSON.stringify(rows.slice(1)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('samples over files', () => {
  const draw = [
    'draw',
    '--size',
    '8',
    '--size',
    '12',
    '--seed',
    'the auditor’s dice',
    '-o',
    'json',
    '--quiet',
  ];

  test('a recipe holds for its rows in any order, and for no others', () => {
    const drawn = assay(...draw, '--rows', at('rows.ndjson'));
    expect(drawn.code).toBe(0);
    expect(recipe.parse(JSON.parse(drawn.out)).items.length).toBe(12);
    writeFileSync(at('recipe.json'), drawn.out);
    expect(assay('verify', at('recipe.json'), at('turned.json'))).toMatchObject({ code: 0 });
    const other = assay('verify', at('recipe.json'), at('fewer.json'), '-o', 'json');
    expect(other.code).toBe(1);
    expect(other.out).toContain('population.rows');
    const shifted = drawn.out.replace(/"rank": (\d+)/, (_, rank: string) => `"rank": ${Number(rank) + 1}`);
    writeFileSync(at('shifted.json'), shifted);
    expect(assay('verify', at('shifted.json'), at('turned.json'), '-o', 'json').out).toContain(
      'items.differ',
    );
  });

  test('a random seed gives another recipe each time, and each holds', () => {
    const random = () =>
      assay('draw', '--size', '5', '--rows', at('rows.ndjson'), '-o', 'json', '--quiet').out;
    const [a, b] = [recipe.parse(JSON.parse(random())), recipe.parse(JSON.parse(random()))];
    expect(a.seed).toMatch(/^hex:[0-9a-f]{64}$/);
    expect(a.seed).not.toBe(b.seed);
  });

  test('what cannot be drawn ends with one sentence', () => {
    expect(assay('draw', '--size', '41', '--rows', at('rows.ndjson'))).toEqual({
      code: 1,
      out: 'assay: The sizes must grow and end at most at the number of rows.\n',
    });
    expect(assay('draw', '--size', '1', '--rows', at('nothing'))).toMatchObject({ code: 5 });
    expect(assay('draw', '--size', '1', '--seed', 'hex:0', '--rows', at('rows.ndjson'))).toMatchObject({
      code: 1,
    });
    expect(assay('verify', at('rows.ndjson'))).toMatchObject({ code: 1 });
  });

  test.skipIf(spawnSync('python3', ['--version']).status !== 0)('the second program says the same', () => {
    for (const strata of [['--month', 'day'], ['--column', 'author'], ['--no-strata']]) {
      const drawn = assay(...draw, ...strata, '--rows', at('rows.ndjson'));
      writeFileSync(at('recipe.json'), drawn.out);
      const said = execFileSync('python3', [second, 'verify', at('recipe.json'), at('turned.json')], {
        encoding: 'utf8',
      });
      expect(said).toBe('12 items of 40 rows: the same sample\n');
    }
  });
});
