// Controls with the same two verdicts stand together; another reason keeps them apart.
import { expect, it } from 'vitest';
import { serving } from '../testing/rows.ts';
import { alike } from './alike.ts';

it('puts the same verdicts together and keeps the order', () => {
  const other = serving('C-5');
  const groups = alike([
    serving('C-1'),
    serving('C-2', 'stale'),
    serving('C-3'),
    { ...other, iso: { ...other.iso, reason: 'Another reason.' } },
  ]);
  expect(groups.map((group) => group.controls.map(({ code }) => code))).toEqual([
    ['C-1', 'C-3'],
    ['C-2'],
    ['C-5'],
  ]);
});

it('has nothing to group without a control', () => expect(alike([])).toEqual([]));
