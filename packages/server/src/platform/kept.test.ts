import { expect, test } from 'vitest';
import { Kept } from './kept.ts';

test('a value is made once for each version, and who asked longest ago is forgotten first', async () => {
  const kept = new Kept<string>(2);
  const made: string[] = [];
  const ask = (key: string, version: string): Promise<string> =>
    kept.of(key, version, () => {
      made.push(`${key}${version}`);
      return Promise.resolve(`${key}${version}`);
    });
  expect(await ask('a', '1')).toBe('a1');
  expect(await ask('a', '1')).toBe('a1');
  expect(await ask('a', '2')).toBe('a2');
  await ask('b', '1');
  await ask('c', '1');
  await ask('b', '1');
  await ask('a', '2');
  expect(made).toEqual(['a1', 'a2', 'b1', 'c1', 'a2']);
});
