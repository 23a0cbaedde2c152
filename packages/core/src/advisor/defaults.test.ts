// What is assumed of a company that has nothing follows from the shipped controls.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Fields } from '../kernel/testing/fields.ts';
import { FROM_NOTHING } from './defaults.ts';

test('the work from nothing is the effort of the shipped controls, by owner and by what they answer', () => {
  const folder = new URL('../../../../content/controls/', import.meta.url);
  const sums = new Map<string, number>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')))
    for (const control of new Fields(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))).list(
      'controls',
    )) {
      const to = control
        .list('mappings')
        .filter((mapping) => mapping.text('strength') !== 'supporting')
        .map((mapping) => mapping.text('to'));
      const iso = to.some((ref) => ref.startsWith('iso27001:2022/'));
      const security = to.some((ref) => ref.startsWith('soc2:2017/CC'));
      if (!iso && !security) continue;
      const key = `${control.text('ownerRole')} ${iso && security ? 'shared' : iso ? 'iso' : 'soc2'}`;
      sums.set(key, (sums.get(key) ?? 0) + control.number('effortDays'));
    }
  expect(
    Object.fromEntries(FROM_NOTHING.map(({ role, serves, days }) => [`${role} ${serves}`, days])),
  ).toEqual(Object.fromEntries(sums));
});
