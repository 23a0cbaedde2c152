import { expect, test } from 'vitest';
import { parsePlainDate, type PlainDate } from '../kernel/index.ts';
import { checkSituation } from './check.ts';
import { describe as described } from './describe.ts';
import { answersAtStart, heldAtStart } from './started.ts';

const TODAY = day('2026-12-01');

test.each([
  ['us', 'united_states', 'soc2_any'],
  ['eu', 'european_union', 'iso27001'],
])(
  'who is asked by %s sells there, and the deadline asks for what is usual there',
  (askedBy, region, needs) => {
    const said = answersAtStart({ askedBy, deadline: '2027-05-01', hasAlready: [] }, TODAY);
    expect(said.buyers).toMatchObject([{ region, percent: 100 }]);
    expect(said.clauses).toMatchObject([{ needs, due: '2027-05-01' }]);
  },
);

test('who is asked by both sells in equal parts and may take either', () => {
  const said = answersAtStart({ askedBy: 'both', deadline: '2027-05-01', hasAlready: [] }, TODAY);
  expect(said.buyers?.map(({ percent }) => percent)).toEqual([50, 50]);
  expect(said.clauses?.[0]?.needs).toBe('either');
});

test('what nobody said is left out, and a deadline that has passed asks for nothing', () => {
  expect(answersAtStart({ askedBy: 'unknown', deadline: null, hasAlready: [] }, TODAY)).toEqual({});
  expect(answersAtStart({ askedBy: 'unknown', deadline: '2026-11-30', hasAlready: [] }, TODAY)).toEqual({});
});

test('a Type I report is in hand, a certificate to the edition of 2013 is none any more', () => {
  const hasAlready = ['ISO 9001', 'ISO/IEC 27001:2013', 'SOC 2 Type I', 'Cyber Essentials'];
  expect(heldAtStart({ hasAlready })).toEqual({
    held: ['soc2_type1'],
    others: ['ISO 9001', 'Cyber Essentials'],
  });
});

test('each of them is a situation that can be advised on', () => {
  for (const askedBy of ['us', 'eu', 'both', 'unknown']) {
    const said = answersAtStart({ askedBy, deadline: '2026-12-01', hasAlready: [] }, TODAY);
    expect(checkSituation(described({}, said, TODAY).situation).ok).toBe(true);
  }
});

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new Error(text);
  return date;
}
