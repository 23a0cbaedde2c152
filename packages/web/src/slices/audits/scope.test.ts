import { expect, test } from 'vitest';
import { NOTHING, scopeOf, sectionsOf } from './scope.ts';

const covered = (id: string, section: string, state: 'audited' | 'unplanned') => ({
  requirement: `iso27001:2022/${id}`,
  title: id,
  section,
  state,
  audits: [],
  years: [],
});
const ALL = [
  covered('9.2.1', '9', 'unplanned'),
  covered('A.5.15', 'A.5', 'audited'),
  covered('A.5.18', 'A.5', 'unplanned'),
];
const ids = (chosen: Partial<typeof NOTHING>) =>
  scopeOf(ALL, { ...NOTHING, ...chosen }).map((each) => each.slice('iso27001:2022/'.length));

test('a scope holds what was chosen and no audit has, single requirements whatever was, and nothing taken out', () => {
  expect(sectionsOf(ALL)).toEqual([
    { id: '9', all: 1, open: 1 },
    { id: 'A.5', all: 2, open: 1 },
  ]);
  expect(ids({ sections: ['A.5'] })).toEqual(['A.5.18']);
  expect(ids({ sections: ['A.5'], onlyOpen: false })).toEqual(['A.5.15', 'A.5.18']);
  expect(ids({ sections: ['9'], single: ['A.5.15'] })).toEqual(['9.2.1', 'A.5.15']);
  expect(ids({ sections: ['A.5'], without: ['iso27001:2022/A.5.18'] })).toEqual([]);
});
