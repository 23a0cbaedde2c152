import { expect, test } from 'vitest';
import type { Line } from './audits.ts';
import { changedScope, chosenOf, NOTHING, scopeOf, sectionsOf } from './scope.ts';

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

test('a plan that is changed keeps the order of its lines, and those of which something was said', () => {
  const ref = (id: string) => `iso27001:2022/${id}`;
  const said: Line['said'] = {
    result: 'conforms',
    note: 'Seen.',
    evidence: [],
    findings: [],
    on: '2026-06-01',
  };
  const lines = [
    { requirement: ref('A.5.18'), said },
    { requirement: ref('A.5.15'), said: null },
    // No longer asked for by the programme, and in the audit all the same.
    { requirement: ref('A.7.4'), said: null },
  ];
  const chosen = chosenOf(lines);
  const scope = (change: Partial<typeof NOTHING>) => changedScope(ALL, lines, { ...chosen, ...change });
  expect(scope({}).scope).toEqual([ref('A.5.18'), ref('A.5.15'), ref('A.7.4')]);
  expect(scope({ single: ['A.7.4', '9.2.1'] })).toEqual({
    scope: [ref('A.5.18'), ref('A.7.4'), ref('9.2.1')],
    stays: [ref('A.5.18')],
  });
  expect(scope({ without: [ref('A.5.15')], sections: ['9'] }).scope).toEqual([
    ref('A.5.18'),
    ref('A.7.4'),
    ref('9.2.1'),
  ]);
});
