// For which rows something speaks that names one, or none.
import { expect, it } from 'vitest';
import { speaksFor } from './scoped.ts';
import type { ControlScope, Timeline } from './timeline.ts';

const row = (name: string, added = false): ControlScope => ({
  name,
  from: undefined,
  until: undefined,
  added,
});

function heard(name: string | undefined, scopes: readonly ControlScope[]): readonly string[] {
  const timeline: Pick<Timeline, 'scopes'> = { scopes };
  return scopes.filter((each) => speaksFor(name, each, timeline)).map((each) => each.name);
}

it('speaks for the row that it names, and without a name for the only one', () => {
  expect(heard('eu', [row('eu'), row('us')])).toEqual(['eu']);
  expect(heard(undefined, [row('eu')])).toEqual(['eu']);
  expect(heard(undefined, [row('eu'), row('us')])).toEqual([]);
});

it('loses nothing to a row that a scope added since, and gives it nothing', () => {
  expect(heard(undefined, [row('eu'), row('tickets', true)])).toEqual(['eu']);
  expect(heard('tickets', [row('eu'), row('tickets', true)])).toEqual(['tickets']);
});
