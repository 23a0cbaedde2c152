// Entries that gather within a long transaction are the same ledger as entries that are written one by one.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type House } from '../../../testing/house.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { gathering, holdLedger } from './append.repository.ts';
import { entriesFrom, listEntries } from './ledger.repository.ts';
import { record } from './record.ts';
import { ledgerSize } from './size.ts';
import { verification } from './testing/tamper.ts';

let house: House;
let scope: OrgScope;

beforeAll(async () => {
  house = await openHouse();
  scope = await house.organisation('gathered');
});
afterAll(() => house.close());

const entry = (name: string) => ({
  kind: 'test.said',
  subject: name,
  at: house.deps.clock.now(),
  payload: { name },
});

test('gathered entries keep their order, are there for whoever reads within the transaction, and verify', async () => {
  const { org } = scope;
  const before = await house.deps.db.inOrganisation(org, (tx) => ledgerSize(tx, scope));
  await house.deps.db.inOrganisation(org, async (tx) => {
    await gathering(tx, scope, async () => {
      expect(await record(tx, scope, entry('first'))).toBe(before);
      await holdLedger(tx, scope);
      expect(await record(tx, scope, entry('second'))).toBe(before + 1);
      const seen = await listEntries(tx, scope, { subject: 'second', limit: 1 });
      expect(seen.map(({ seq }) => seq)).toEqual([before + 1]);
      // More than are written together.
      for (let i = 0; i < 600; i += 1) await record(tx, scope, entry(`more ${i}`));
    });
    expect(await record(tx, scope, entry('alone'))).toBe(before + 602);
  });
  const rows = await house.deps.db.inOrganisation(org, (tx) => entriesFrom(tx, scope, before, 1000));
  expect(rows.map(({ subject }) => subject)).toEqual([
    'first',
    'second',
    ...Array.from({ length: 600 }, (_, i) => `more ${i}`),
    'alone',
  ]);
  expect(await verification(house, scope)).toMatchObject({ ok: true, faults: [] });
});

test('what gathered goes with a transaction that is rolled back', async () => {
  const { org } = scope;
  const before = await house.deps.db.inOrganisation(org, (tx) => ledgerSize(tx, scope));
  const failed = house.deps.db.inOrganisation(org, async (tx) => {
    await gathering(tx, scope, async () => {
      await record(tx, scope, entry('lost'));
      throw new Error('no');
    });
  });
  await expect(failed).rejects.toThrow('no');
  expect(await house.deps.db.inOrganisation(org, (tx) => ledgerSize(tx, scope))).toBe(before);
});
