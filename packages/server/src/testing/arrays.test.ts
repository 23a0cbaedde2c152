// Whatever a text holds, the database reads the list that was written.
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type House } from './house.ts';
import { arrayOf } from '../platform/postgres/arrays.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('comes back as it was', async () => {
  const piece = fc.constantFrom(
    '"',
    '\\',
    '\n',
    '\t',
    '{',
    '}',
    ',',
    'NULL',
    'null',
    ' ',
    'ü',
    '😀',
    '\u0001',
    'n',
    'u0041',
  );
  const text = fc.oneof(
    fc.array(piece).map((pieces) => pieces.join('')),
    fc.constant(null),
  );
  const lists = [[], [null], [''], ['null', null], ...fc.sample(fc.array(text), 300)];
  await house.deps.db.inIdentity(async (tx) => {
    for (const list of lists) {
      const { rows } = await sql<{
        read: readonly (string | null)[];
      }>`select ${arrayOf(list)}::text[] as read`.execute(tx);
      expect(rows[0]?.read).toEqual(list);
    }
  });
});
