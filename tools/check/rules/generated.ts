// Generated files are fresh: what is in the tree equals what their makers give now.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { textOf } from '../read/files.ts';
import type { Finding, Rule } from '../rule.ts';
import { GENERATED, type Generated } from '../tables/generated.ts';

export const rule: Rule = {
  name: 'generated',
  async run(root) {
    const findings = await Promise.all(GENERATED.map((each) => stale(root, each)));
    return { seen: { files: GENERATED.length }, findings: findings.flat() };
  },
  async fix(root) {
    for (const each of GENERATED) {
      const made = await each.make(root);
      if (!('text' in made) || made.text === (await textOf(root, each.path))) continue;
      await mkdir(dirname(join(root, each.path)), { recursive: true });
      await writeFile(join(root, each.path), made.text);
    }
    return 'generated files written';
  },
};

async function stale(root: string, each: Generated): Promise<readonly Finding[]> {
  const made = await each.make(root);
  if ('why' in made)
    return [{ file: each.path, message: `cannot be made: ${made.why}`, remedy: 'mend its maker' }];
  const text = await textOf(root, each.path);
  const remedy = 'npm run check -- --fix, and commit the file';
  if (text === undefined) return [{ file: each.path, message: 'is missing', remedy }];
  if (text === made.text) return [];
  return [
    {
      file: each.path,
      line: firstDifference(text, made.text),
      message: 'is stale: its maker gives another text',
      remedy,
    },
  ];
}

function firstDifference(a: string, b: string): number {
  const other = b.split('\n');
  const at = a.split('\n').findIndex((line, index) => line !== other[index]);
  return at < 0 ? other.length : at + 1;
}
