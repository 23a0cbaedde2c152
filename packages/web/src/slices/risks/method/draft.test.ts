// Whatever is added to a method or taken away, its grid has no holes.
import { checkMethod, DEFAULT_METHOD } from '@assay/core';
import { expect, test } from 'vitest';
import { coreMethod, type Method } from '../risks.ts';
import { longer, shorter, withCell, type MethodDraft } from './draft.ts';

const METHOD: MethodDraft = {
  likelihood: [...DEFAULT_METHOD.likelihood],
  impact: [...DEFAULT_METHOD.impact],
  levels: [...DEFAULT_METHOD.levels],
  combination: {
    kind: 'grid',
    levels:
      DEFAULT_METHOD.combination.kind === 'grid'
        ? DEFAULT_METHOD.combination.levels.map((row) => row.map((level) => level + 1))
        : [],
  },
  acceptable: 2,
  authority: [{ role: 'founder', up_to: 5 }],
  appetite: '',
};

const faults = (draft: MethodDraft): number => {
  const method: Method = { ...draft, revision: 1, changed_by: null, changed_at: null };
  const checked = checkMethod(coreMethod(method));
  return checked.ok ? 0 : checked.error.length;
};

test.each(['likelihood', 'impact', 'levels'] as const)(
  '%s shrinks and grows again without a hole',
  (scale) => {
    const less = shorter(METHOD, scale);
    expect(less[scale]).toHaveLength(4);
    expect(faults(less)).toBe(0);
    const again = longer(less, scale);
    expect(again[scale]).toHaveLength(5);
    expect(faults(again)).toBe(0);
  },
);

test('a cell that is lower than a smaller impact is a fault, and only where it is', () => {
  const bent = withCell(METHOD, { likelihood: 4, impact: 4 }, 1);
  expect(faults(bent)).toBe(1);
  expect(faults(METHOD)).toBe(0);
});

test('a level that is gone is nobody’s limit', () => {
  const less = shorter(METHOD, 'levels');
  expect(less.authority).toEqual([{ role: 'founder', up_to: 4 }]);
});
