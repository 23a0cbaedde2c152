// Groups, domains and pipelines: what each rule lets through, and what it does not.
import { expect, test } from 'vitest';
import type { Grant } from '../grants.ts';
import { domainOfAddress, domainRecord, parseDomain, provesDomain } from './domains.ts';
import { afterDirectory, grantsOfGroups } from './groups.ts';
import { pipelineFaults, unmetClaim } from './pipelines.ts';

const wholly = (role: string): Grant => ({ role, within: { kind: 'organisation' } });
const RULES = {
  otherwise: wholly('reader'),
  rules: [
    { group: 'Engineering', grant: wholly('contributor') },
    { group: 'Security', grant: wholly('security_lead') },
    { group: 'SRE', grant: wholly('contributor') },
  ],
};

test('groups give the role of each rule that names one, and the other role where none does', () => {
  expect(grantsOfGroups(['engineering', 'SRE'], RULES)).toEqual([wholly('contributor')]);
  expect(grantsOfGroups(['Security', 'Engineering'], RULES)).toEqual([
    wholly('contributor'),
    wholly('security_lead'),
  ]);
  expect(grantsOfGroups(['Sales'], RULES)).toEqual([wholly('reader')]);
  expect(grantsOfGroups([], { ...RULES, otherwise: null })).toEqual([]);
});

test('what the directory gave goes with the group, what people gave stays', () => {
  const held = [wholly('contributor'), wholly('people_manager')];
  const before = [wholly('contributor')];
  expect(afterDirectory(held, { before, now: [wholly('reader')] })).toEqual([
    wholly('people_manager'),
    wholly('reader'),
  ]);
  expect(afterDirectory(held, { before, now: [] })).toEqual([wholly('people_manager')]);
});

test('a domain is read in one spelling, and shown by one record', () => {
  expect(parseDomain(' Acme.Example. ')).toBe('acme.example');
  for (const text of ['example', 'a..b', '-a.b', 'a b.c', '10.0.0.1', 'a.b/c', `${'a'.repeat(64)}.b`])
    expect(parseDomain(text)).toBeUndefined();
  expect(domainOfAddress('ada@evil.example@acme.example')).toBe('acme.example');
  expect(domainOfAddress('acme.example')).toBeUndefined();
  const { value } = domainRecord('acme.example', 's');
  expect(provesDomain([['v=spf1'], [value.slice(0, 5), value.slice(5)]], value)).toBe(true);
  expect(provesDomain([[`${value}x`], [value.toUpperCase()]], value)).toBe(false);
});

test('a pipeline is bound to its repository and its ref, word for word but for what a star ends', () => {
  const claims = [
    { claim: 'repository', value: 'acme/app' },
    { claim: 'ref', value: 'refs/heads/release/*' },
  ];
  expect(pipelineFaults(claims)).toEqual([]);
  expect(pipelineFaults([{ claim: 'repository', value: 'acme/*' }])).toEqual(['no_ref', 'star']);
  expect(pipelineFaults([{ claim: 'ref', value: 'refs/*' }])).toEqual(['no_repository', 'star']);
  expect(pipelineFaults([...claims, { claim: 'ref', value: 'x' }])).toEqual(['twice']);
  expect(unmetClaim(claims, { repository: 'acme/app', ref: 'refs/heads/release/1' })).toBeUndefined();
  expect(unmetClaim(claims, { repository: 'acme/app2', ref: 'refs/heads/release/1' })?.claim).toBe(
    'repository',
  );
  expect(unmetClaim(claims, { repository: 'acme/app', ref: 'refs/heads/main' })?.claim).toBe('ref');
  expect(unmetClaim(claims, { repository: ['acme/app'], ref: 'refs/heads/release/1' })?.claim).toBe(
    'repository',
  );
  expect(unmetClaim([{ claim: 'project_id', value: '42' }], { project_id: 42 })).toBeUndefined();
});
