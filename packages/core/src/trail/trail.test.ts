import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { entryFaults, leafText, readLeaf, type DisclosedEntry, type Sha256 } from '../evidence/index.ts';
import { parseInstant, type Instant } from '../kernel/index.ts';
import { bareSecret, differences, digestText, reasonIn, trailText } from './index.ts';

const sha256: Sha256 = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());
const origin = {
  actor: 'usr_1',
  actorName: 'Ada',
  onBehalfOf: null,
  via: 'token',
  viaId: 'tok_1',
  requestId: 'req_1',
  address: '192.0.2.7',
};

describe('an entry with a trail', () => {
  const salt = new Uint8Array(32).fill(7);
  const at: Instant | undefined = parseInstant('2026-06-01T09:00:00Z');
  if (!at) throw new Error('no instant');
  const leaf = leafText(
    { kind: 'act', subject: 's-1', at, payload: { title: 'x' } },
    { org: 'org_1', seq: 4, salt, trail: trailText(origin) },
    sha256,
  );
  const entry: DisclosedEntry = {
    index: 4,
    leaf: leaf.ok ? leaf.value : '',
    salt: Buffer.from(salt).toString('hex'),
    payload: '{"title":"x"}',
    artefact: null,
    trail: trailText(origin),
  };

  it('is a leaf of version 2 that verifies with its trail, and with the trail withheld', () => {
    expect(readLeaf(entry.leaf)?.trailCommit).toMatch(/^[0-9a-f]{64}$/);
    expect(entryFaults(entry, 'org_1', sha256)).toEqual([]);
    expect(entryFaults({ ...entry, trail: null }, 'org_1', sha256)).toEqual([]);
  });

  it.each(Object.keys(origin))('names another %s', (field) => {
    const other = { ...origin, [field]: 'somebody else' };
    expect(entryFaults({ ...entry, trail: trailText(other) }, 'org_1', sha256)).toEqual(['trail.commitment']);
  });

  it('is no leaf when version and fields disagree', () => {
    expect(readLeaf(entry.leaf.replace('"v":2', '"v":1'))).toBeUndefined();
  });

  it('of before the trail has none that could be shown for it', () => {
    const old = leafText(
      { kind: 'act', subject: 's-1', at, payload: { title: 'x' } },
      { org: 'org_1', seq: 4, salt },
      sha256,
    );
    const shown = { ...entry, leaf: old.ok ? old.value : '' };
    expect(entryFaults({ ...shown, trail: null }, 'org_1', sha256)).toEqual([]);
    expect(entryFaults(shown, 'org_1', sha256)).toEqual(['trail.commitment']);
  });
});

describe('differences', () => {
  it('are told by field, with what came and what went', () => {
    expect(
      differences({ a: 1, b: { c: 'x', d: [1] }, gone: true }, { a: 1, b: { c: 'y', d: [1] }, 'n/w': null }),
    ).toEqual([
      { path: '/b/c', before: 'x', after: 'y' },
      { path: '/gone', before: true, after: undefined },
      { path: '/n~1w', before: undefined, after: null },
    ]);
  });

  it('are none between a document and its copy in another order', () => {
    expect(differences({ a: [{ x: 1, y: 2 }], b: 2 }, { b: 2, a: [{ y: 2, x: 1 }] })).toEqual([]);
  });

  it('of something new is all of it', () => {
    expect(differences(undefined, { a: 1 })).toEqual([{ path: '/', before: undefined, after: { a: 1 } }]);
  });
});

describe('secrets', () => {
  it('are found wherever they stand, and are none as keyed digests', () => {
    expect(bareSecret({ feed: { deep: [{ token: 'abc' }] } })).toBe('/feed/deep/0/token');
    expect(bareSecret({ token: digestText('0'.repeat(64)), name: 'x' })).toBeUndefined();
    expect(bareSecret({ token: 'hmac-sha256:short' })).toBe('/token');
  });
});

describe('a reason', () => {
  it('is what the record calls so, and null where it says none', () => {
    expect(reasonIn({ because: 'it is over', title: 'x' })).toBe('it is over');
    expect(reasonIn({ reason: ' ', title: 'x' })).toBeNull();
  });
});
