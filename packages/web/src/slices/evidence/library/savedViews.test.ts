// Saved views survive what a browser's store may hold.
import { expect, it } from 'vitest';
import { addressOfView, parseViews, READY, withView } from './savedViews.ts';

it.each([null, '', 'no json', '{}', '[1, null, {"name": ""}, {"name": "x"}]'])('reads none from %j', (text) =>
  expect(parseViews(text)).toEqual([]),
);

it('keeps only known words of a stored search', () => {
  expect(parseViews('[{"name":"Mine","search":{"kind":"scan","evil":"x","q":""}}]')).toEqual([
    { name: 'Mine', search: { kind: 'scan' } },
  ]);
});

it('replaces a view of the same name', () => {
  const one = withView([], { name: 'Mine', search: { kind: 'scan' } });
  expect(withView(one, { name: 'Mine', search: { q: 'x' } })).toEqual([{ name: 'Mine', search: { q: 'x' } }]);
});

it('names the view in its address, and clears it for all records', () => {
  expect(addressOfView({ name: 'Mine', search: { q: 'x' } })).toEqual({ q: 'x', view: 'Mine' });
  expect(READY[0] && addressOfView(READY[0])).toEqual({});
});
