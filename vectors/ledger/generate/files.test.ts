// What stands in the folder is what the definitions give, and nothing was adjusted by hand.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { files } from './files.ts';

it('gives the very files that stand here', () => {
  const folder = new URL('../', import.meta.url);
  const made = files();
  const standing = readdirSync(folder).filter((name) => name.endsWith('.json'));
  expect(standing.sort()).toEqual([...made.keys()].sort());
  const differing = standing.filter((name) => readFileSync(new URL(name, folder), 'utf8') !== made.get(name));
  expect(differing).toEqual([]);
});
