// What comes along is read and written back unchanged; what is typed wrong is named in the words of the form.
import { SIZE_PROFILES, type SizeProfile } from '@assay/core';
import { expect, test } from 'vitest';
import { draftOf, profileIn, type ProfileDraft } from './profileDraft.ts';

const named = (name: string): ProfileDraft => {
  const found = SIZE_PROFILES.find((each) => each.name === name);
  if (!found) throw new Error(name);
  return { ...draftOf(found), name: 'our-firm' };
};
const wrong = (draft: ProfileDraft): string => {
  const read = profileIn(draft);
  return 'wrong' in read ? read.wrong : 'nothing';
};

test('a copy of each that comes along says the same under its own name', () => {
  for (const profile of SIZE_PROFILES) {
    const copy: SizeProfile = { ...profile, name: 'our-firm' };
    expect(profileIn(named(profile.name))).toEqual({ profile: copy });
  }
});

test('names of Assay’s own, and what has no source, are refused', () => {
  expect(wrong({ ...named('common'), name: 'common' })).toMatch(/^common is a name of Assay’s own/);
  expect(wrong({ ...named('common'), name: 'Our firm' })).toMatch(/^The name has lower-case letters/);
  expect(wrong({ ...named('common'), source: ' ' })).toMatch(/^Say where the numbers come from/);
});

test('a number that is none is named by its place', () => {
  const common = named('common');
  expect(wrong({ ...common, sizes: { ...common.sizes, semi_annual: '' } })).toBe(
    'Twice a year: expected a whole number from 0.',
  );
  const percent = named('ten-percent');
  expect(wrong({ ...percent, numbers: { ...percent.numbers, most: '2' } })).toBe(
    'At most: expected a whole number that is not below the least.',
  );
  const bands = named('banded');
  expect(
    wrong({
      ...bands,
      bands: [
        { upTo: '50', size: '5' },
        { upTo: '40', size: '6' },
        { upTo: '', size: '7' },
      ],
    }),
  ).toBe('Band 2, rows up to which it holds: expected a whole number above that of the band before.');
});
