import { expect, test } from 'vitest';
import { checkMethod, GRID_27005, levelOf, mayAccept, type RiskMethod } from './method.ts';

const steps = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `${i}`, meaning: 'm' }));
const method: RiskMethod = {
  likelihood: steps(5),
  impact: steps(5),
  levels: steps(5),
  combination: { kind: 'grid', levels: GRID_27005 },
  acceptable: 1,
  authority: [
    { role: 'risk_owner', upTo: 2 },
    { role: 'founder', upTo: 4 },
  ],
};
const faultsOf = (changed: Partial<RiskMethod>) => {
  const found = checkMethod({ ...method, ...changed });
  return found.ok ? [] : found.error.map(({ pointer }) => pointer);
};

test('the default method has no fault', () => {
  expect(checkMethod(method)).toEqual({ ok: true, value: true });
});

test('a grid with a hole, a strange level or a step that falls is refused where it is', () => {
  const grid = (levels: readonly (readonly number[])[]) =>
    faultsOf({ combination: { kind: 'grid', levels } });
  expect(grid(GRID_27005.slice(1))).toEqual(['/combination/levels']);
  expect(grid(GRID_27005.with(2, [1, 1, 2, 3]))).toEqual(['/combination/levels/2']);
  expect(grid(GRID_27005.with(4, [2, 3, 3, 4, 9]))).toEqual(['/combination/levels/4/4']);
  expect(grid(GRID_27005.with(4, [2, 3, 3, 4, 3]))).toEqual(['/combination/levels/4/4']);
  expect(grid(GRID_27005.with(1, [0, 1, 0, 2, 2]))).toEqual(['/combination/levels/1/2']);
});

test('scales, levels and bounds are counted', () => {
  expect(faultsOf({ likelihood: steps(2) })).toEqual(['/likelihood', '/combination/levels']);
  expect(faultsOf({ acceptable: 5 })).toEqual(['/acceptable']);
  expect(faultsOf({ authority: [{ role: 'founder', upTo: -1 }] })).toEqual(['/authority/0']);
  expect(faultsOf({ levels: steps(1), acceptable: 0, authority: [] })).toContain('/levels');
  expect(faultsOf({ combination: { kind: 'product', upTo: [4, 9, 16, 20] } })).toEqual([]);
  expect(faultsOf({ combination: { kind: 'product', upTo: [4, 4, 16, 20] } })).toEqual([
    '/combination/up_to',
  ]);
  expect(faultsOf({ combination: { kind: 'product', upTo: [4] } })).toEqual(['/combination/up_to']);
});

test('what lies beside a scale has no level', () => {
  expect(levelOf(method, { likelihood: 5, impact: 0 })).toMatchObject({ ok: false });
});

test('nobody accepts above what their role may', () => {
  expect(mayAccept(method, 2, ['risk_owner'])).toBe(true);
  expect(mayAccept(method, 3, ['risk_owner'])).toBe(false);
  expect(mayAccept(method, 4, ['risk_owner', 'founder'])).toBe(true);
  expect(mayAccept(method, 0, ['contributor'])).toBe(false);
});
