// What is missing is said once, by its kind; every gap has something that can be done about it.
import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { nextSteps, posture, type Posture, type PostureInput } from '../controls/index.ts';
import { date, ref, situation } from '../controls/testing/situation.ts';
import { Fields } from '../kernel/testing/fields.ts';
import { gapActions, type GapAction } from './action.ts';
import { DOCUMENTED, documentedInformation } from './documented.ts';
import { gapsOf } from './gap.ts';
import { readiness, type ExaminationKind } from './readiness.ts';

const BASE = {
  today: '2026-03-31',
  examination: { type: 'type2', from: '2026-01-01', until: '2026-07-01' },
  frameworks: [
    {
      id: 'iso27001:2022',
      requirements: [
        { id: '5.2', kind: 'clause' },
        { id: 'A.5.15', kind: 'control' },
      ],
    },
    { id: 'soc2:2017', requirements: [{ id: 'CC6.1', kind: 'criterion' }] },
  ],
  controls: [{ code: 'C-1', kind: 'manual' }],
  mappings: [
    { control: 'C-1', to: 'iso27001:2022/5.2' },
    { control: 'C-1', to: 'iso27001:2022/A.5.15' },
    { control: 'C-1', to: 'soc2:2017/CC6.1' },
  ],
  decisions: { 'iso27001:2022/A.5.15': { applies: true, because: 'R-1' } },
};
const shown = { evidence: [{ code: 'E-1', control: 'C-1', performedAt: '2026-03-20' }] };

function look(change: object): { readonly input: PostureInput; readonly told: Posture } {
  const input = situation(new Fields({ ...BASE, ...change }));
  return { input, told: posture(input) };
}

function missing(change: object): readonly string[] {
  return gapsOf(look(change).told, []).map(({ id, missing: what }) => `${id} ${what}`);
}

function actions(change: object, due?: string): readonly GapAction[] {
  const { input, told } = look(change);
  return gapActions({
    gaps: gapsOf(told, []),
    steps: nextSteps(told, input.controls, input.states),
    controls: input.controls,
    states: input.states,
    planned: new Map(due === undefined ? [] : input.controls.map(({ code }) => [code, date(due)])),
  });
}

describe('what is missing', () => {
  test('is nothing where all is proved', () => {
    expect(missing(shown)).toEqual([]);
  });

  test('is evidence where a control is in place and nothing shows it', () => {
    expect(missing({})).toEqual(['5.2 evidence', 'A.5.15 evidence', 'CC6.1 evidence']);
  });

  test('is a decision only of Annex A; a clause that nobody answers lacks a control', () => {
    expect(missing({ ...shown, decisions: {} })).toEqual(['A.5.15 decision']);
    expect(missing({ controls: [], mappings: [], decisions: {} })).toEqual([
      '5.2 control',
      'A.5.15 decision',
      'CC6.1 control',
    ]);
  });

  test('is operation where results fail', () => {
    const observations = [
      { controls: ['C-1'], subject: 'x', observedAt: '2026-03-30T10:00:00Z', check: 's:a', status: 'fail' },
    ];
    expect(missing({ ...shown, observations })).toEqual([
      '5.2 operation',
      'A.5.15 operation',
      'CC6.1 operation',
    ]);
  });

  test('is operation, too, where the window says that a control did not run', () => {
    const { told, input } = look(shown);
    const [control] = input.controls;
    if (!control) throw new Error('no control');
    const [gap, ...rest] = gapsOf(told, [
      { criterion: ref('soc2:2017/CC6.1'), status: 'at_risk', because: [control.code], compensated: [] },
    ]);
    expect(rest).toEqual([]);
    expect(gap).toMatchObject({ id: 'CC6.1', missing: 'operation', criterion: 'at_risk', controls: ['C-1'] });
    expect(
      gapsOf(told, [
        { criterion: ref('iso27001:2022/5.2'), status: 'unmet', because: [control.code], compensated: [] },
      ]),
    ).toEqual([]);
  });
});

describe('actions', () => {
  test('close gaps of both frameworks at once, with owner and planned day', () => {
    expect(actions({}, '2026-04-30')).toMatchObject([
      {
        id: 'give_evidence:C-1',
        closes: ['iso27001:2022/5.2', 'iso27001:2022/A.5.15', 'soc2:2017/CC6.1'],
        due: '2026-04-30',
      },
    ]);
  });

  test('ask for an answer where no control has any', () => {
    expect(actions({ controls: [], mappings: [], decisions: {} }).map(({ id }) => id)).toEqual([
      'decide_requirement:iso27001:2022/A.5.15',
      'answer_requirement:iso27001:2022/5.2',
      'answer_requirement:soc2:2017/CC6.1',
    ]);
  });

  test('leave no gap untouched, whatever is decided, adopted and shown', () => {
    fc.assert(
      fc.property(
        fc.record({ withEvidence: fc.boolean(), decided: fc.boolean(), mapped: fc.boolean() }),
        fc.constantFrom('undecided', 'planned', 'implemented', 'not_adopted'),
        ({ withEvidence, decided, mapped }, state) => {
          const change = {
            ...(withEvidence ? shown : {}),
            ...(decided ? {} : { decisions: {} }),
            ...(mapped ? {} : { mappings: [] }),
            controls: [{ code: 'C-1', kind: 'manual', state }],
          };
          const done = new Set(actions(change).flatMap(({ closes, helps }) => [...closes, ...helps]));
          expect(
            gapsOf(look(change).told, [])
              .map(({ requirement }) => requirement)
              .filter((each) => !done.has(each)),
          ).toEqual([]);
        },
      ),
    );
  });
});

describe('documented information', () => {
  test('a policy in force that answers the clause is the document that it asks for, too old once its review is due', () => {
    const [iso] = look({}).told.frameworks;
    const of = (reviewDue: boolean, clause: string) =>
      iso &&
      documentedInformation(iso, new Map(), [
        { code: 'POL-01', answers: ['iso27001:2022/5.2', 'iso27001:2022/9.3.3'], reviewDue },
      ]).find(({ item }) => item.clause === clause);
    expect(of(false, '5.2')).toMatchObject({ state: 'there', documents: ['POL-01'] });
    expect(of(true, '5.2')).toMatchObject({ state: 'stale', documents: ['POL-01'] });
    // What a clause asks as a record is no policy.
    expect(of(false, '9.3.3')).toMatchObject({ state: 'missing', documents: [] });
  });

  test('names seventeen pieces, clause by clause', () => {
    expect(DOCUMENTED.map(({ clause }) => clause)).toHaveLength(17);
  });

  test('is there by accepted evidence, in review before that, and missing without a control', () => {
    const stateOf = (change: object): string | undefined => {
      const { told } = look(change);
      const [iso] = told.frameworks;
      return (
        iso && documentedInformation(iso, told.controls).find(({ item }) => item.clause === '5.2')?.state
      );
    };
    expect(stateOf(shown)).toBe('there');
    expect(stateOf({ evidence: [{ ...shown.evidence[0], review: 'pending' }] })).toBe('in_review');
    expect(stateOf({})).toBe('missing');
    expect(stateOf({ mappings: [] })).toBe('missing');
  });
});

describe('readiness', () => {
  const notFound = (kind: ExaminationKind, change: object, window?: 'none'): readonly string[] => {
    const { told } = look(change);
    const [iso] = told.frameworks;
    const lists = readiness({
      posture: told,
      documented: iso ? documentedInformation(iso, told.controls) : [],
      window: window === 'none' ? undefined : { criteria: [], remarks: [] },
    });
    const list = lists.find(({ examination }) => examination === kind);
    return (list?.notFound ?? []).flatMap((each) =>
      each.what === 'document'
        ? []
        : each.what === 'period'
          ? ['period']
          : [`${each.what} ${each.requirement.requirement.id}`],
    );
  };

  test('asks of stage 1 decisions and clauses, of stage 2 proof of everything', () => {
    expect(notFound('stage1', { decisions: {} })).toEqual(['decision A.5.15']);
    expect(notFound('stage2', {})).toEqual(['evidence 5.2', 'evidence A.5.15']);
    expect(notFound('stage2', shown)).toEqual([]);
  });

  test('asks of Type I a date and design, of Type II a period and operation', () => {
    expect(notFound('type1', { examination: { type: 'none' } })).toEqual(['period']);
    expect(notFound('type1', {})).toEqual([]);
    expect(notFound('type2', {})).toEqual(['evidence CC6.1']);
    expect(notFound('type2', shown, 'none')).toEqual(['period']);
  });
});
