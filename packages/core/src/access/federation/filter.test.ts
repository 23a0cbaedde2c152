// Filters as directories ask them.
import { expect, test } from 'vitest';
import { fits, parseFilter } from './filter.ts';

const ADA = {
  id: 'prn_1',
  userName: 'Ada@acme.example',
  externalId: 'E-1',
  active: true,
  name: { familyName: 'Byron' },
  emails: [
    { value: 'ada@acme.example', type: 'work', primary: true },
    { value: 'ada@home.example', type: 'home' },
  ],
};

function asks(text: string): boolean | string {
  const filter = parseFilter(text);
  return filter.ok ? fits(filter.value, ADA) : filter.error;
}

test.each([
  ['userName eq "ada@ACME.example"', true],
  ['USERNAME Eq "ada@acme.example"', true],
  ['userName eq "bob@acme.example"', false],
  ['externalId eq "E-1"', true],
  ['externalId eq "e-1"', false],
  ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "ada"', true],
  ['emails.value co "home"', true],
  ['emails co "home"', true],
  ['emails[type eq "work" and value ew "@acme.example"]', true],
  ['emails[type eq "home" and value ew "@acme.example"]', false],
  ['active eq true', true],
  ['active eq "true"', false],
  ['title pr', false],
  ['name.familyName pr', true],
  ['not (name.familyName eq "Byron")', false],
  ['active eq false or userName pr and externalId eq "E-1"', true],
  ['(active eq false or userName pr) and externalId eq "E-2"', false],
  ['userName ne "x"', true],
  ['userName eq "a\\"b"', false],
])('%s', (text, expected) => {
  expect(asks(text)).toBe(expected);
});

test.each([
  '',
  'userName',
  'userName eq',
  'userName is "x"',
  'userName eq "x',
  '(userName pr',
  '"x" eq "x"',
  'userName eq "x" or',
  'a eq 1 b',
  `${'('.repeat(40)}a pr${')'.repeat(40)}`,
])('what is no filter is said: %s', (text) => {
  expect(asks(text)).toBeTypeOf('string');
});
