// A password is what its owner typed: any letters, any length that a person keeps, and slow to try.
import { expect, it } from 'vitest';
import { hashPassword, isPassword, passwordFault } from './password.ts';

it('any composition is taken, and long ones too', () => {
  for (const password of [
    'quiet harbour at dusk',
    'лодка уходит в туман',
    '静かな港の朝に船が出る前に',
    '🚢🌊⚓️🧭🪢🐚🐟🦀🐙🌅🏝️🗺️',
    '3141592653589793238',
    '   spaces at both ends   ',
    `${'harbour and wall '.repeat(7)}`,
  ])
    expect([password, passwordFault(password, [])]).toEqual([password, undefined]);
});

it('is compared whole: neither cut nor changed in case, nor trimmed', async () => {
  const long = `${'harbour and wall '.repeat(7)}the end`;
  const stored = await hashPassword(long);
  expect(await isPassword(long, stored)).toBe(true);
  for (const other of [long.slice(0, -1), long.slice(0, 72), long.toUpperCase(), ` ${long}`, `${long} `, ''])
    expect([other, await isPassword(other, stored)]).toEqual([other, false]);
  expect(await isPassword(long, undefined)).toBe(false);
});

it('is stored by argon2id at 19 MiB and two passes, with a salt of its own', async () => {
  const [one, two] = [
    await hashPassword('quiet harbour at dusk'),
    await hashPassword('quiet harbour at dusk'),
  ];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{20,}\$[\w+/]{40,}$/);
  expect(one).not.toBe(two);
});

it('is none of the words that are guessed of its owner: product, organisation, name, address', () => {
  const near = ['Ada Byron', 'ada.byron', 'northwall'];
  for (const password of [
    'my Assay sign-in 2026',
    'northwall by the sea',
    'the one of Ada Byron',
    'ADA.BYRON is who I am',
  ])
    expect([password, passwordFault(password, near)]).toEqual([password, expect.stringMatching(/^It holds/)]);
});
