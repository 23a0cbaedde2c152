// Changes as the standard and the two common directories write them.
import { expect, test } from 'vitest';
import { patched, type PatchOperation } from './patch.ts';

const USER = {
  userName: 'ada@acme.example',
  active: true,
  name: { givenName: 'Ada', familyName: 'Byron' },
  emails: [{ value: 'ada@acme.example', type: 'work' }],
};
const GROUP = { displayName: 'Engineering', members: [{ value: 'a' }, { value: 'b' }] };

function after(thing: Readonly<Record<string, unknown>>, ...operations: readonly PatchOperation[]): unknown {
  const done = patched(thing, operations);
  return done.ok ? done.value : done.error.scimType;
}

test('one attribute is replaced, with or without a path and whatever the capitals', () => {
  for (const operation of [
    { op: 'replace', path: 'active', value: false },
    { op: 'Replace', path: 'Active', value: false },
    { op: 'replace', value: { active: false } },
    { op: 'Replace', path: 'urn:ietf:params:scim:schemas:core:2.0:User:active', value: false },
  ])
    expect(after(USER, operation)).toMatchObject({ active: false, userName: 'ada@acme.example' });
});

test('an inner attribute is changed alone, also when its path stands as the name of a field', () => {
  const expected = { name: { givenName: 'Augusta', familyName: 'Byron' } };
  expect(after(USER, { op: 'replace', path: 'name.givenName', value: 'Augusta' })).toMatchObject(expected);
  expect(after(USER, { op: 'replace', value: { 'name.givenName': 'Augusta' } })).toMatchObject(expected);
  expect(after(USER, { op: 'add', value: { name: { givenName: 'Augusta' } } })).toMatchObject(expected);
});

test('one of several addresses is named by a filter, and made by it when it is added', () => {
  const path = 'emails[type eq "work"].value';
  expect(after(USER, { op: 'Replace', path, value: 'x@acme.example' })).toMatchObject({
    emails: [{ value: 'x@acme.example', type: 'work' }],
  });
  expect(after({ ...USER, emails: [] }, { op: 'Add', path, value: 'x@acme.example' })).toMatchObject({
    emails: [{ value: 'x@acme.example', type: 'work' }],
  });
  expect(after({ ...USER, emails: [] }, { op: 'replace', path, value: 'x' })).toBe('noTarget');
});

test('members come and go, by a filter or by their value, and nobody is in twice', () => {
  const add = { op: 'add', path: 'members', value: [{ value: 'b' }, { value: 'c' }] };
  expect(after(GROUP, add)).toMatchObject({ members: [{ value: 'a' }, { value: 'b' }, { value: 'c' }] });
  const rest = { members: [{ value: 'b' }] };
  expect(after(GROUP, { op: 'remove', path: 'members[value eq "a"]' })).toMatchObject(rest);
  expect(after(GROUP, { op: 'Remove', path: 'members', value: [{ value: 'a' }] })).toMatchObject(rest);
  expect(after(GROUP, { op: 'remove', path: 'members' })).toMatchObject({ members: [] });
  expect(after(GROUP, { op: 'replace', path: 'members', value: [{ value: 'b' }] })).toMatchObject(rest);
});

test('what is not kept is passed over, what is no change is said', () => {
  expect(after(USER, { op: 'add', path: 'title', value: 'Engineer' })).toEqual(USER);
  const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department';
  expect(after(USER, { op: 'add', path: enterprise, value: 'R&D' })).toEqual(USER);
  expect(after(USER, { op: 'move', path: 'active', value: false })).toBe('invalidSyntax');
  expect(after(USER, { op: 'remove' })).toBe('noTarget');
  expect(after(USER, { op: 'replace', value: 'x' })).toBe('invalidValue');
  expect(after(USER, { op: 'replace', path: 'emails[', value: 'x' })).toBe('invalidPath');
  expect(after(USER, { op: 'add', value: JSON.parse('{"__proto__":{"admin":true}}') })).toBe('invalidPath');
});
