import { describe, expect, test } from 'vitest';
import { posture } from './posture.ts';
import { postureSentence } from './sentence.ts';
import { Fields } from '../kernel/testing/fields.ts';
import { situation } from './testing/situation.ts';

function sentences(given: object): readonly string[] {
  return posture(situation(new Fields({ today: '2026-03-31', ...given }))).frameworks.map(postureSentence);
}

describe('the sentence of a framework', () => {
  test('says when nothing is in scope', () => {
    expect(sentences({ frameworks: [{ id: 'soc2:2017', requirements: [] }] })).toEqual([
      'Nothing is in scope.',
    ]);
  });

  test('speaks of Annex A only where there is one', () => {
    const requirements = [
      { id: 'X-1', kind: 'control' },
      { id: 'X-2', kind: 'control' },
    ];
    expect(sentences({ frameworks: [{ id: 'own:1', requirements }] })).toEqual([
      '0 of 2 controls are decided; 0 of 2 that apply are in place, so nothing can be proved yet.',
    ]);
  });

  test('counts what lacks proof among what is in place', () => {
    const requirements = ['CC1.1', 'CC1.2', 'CC1.3'].map((id) => ({ id, kind: 'criterion' }));
    const controls = [{ code: 'C-1' }, { code: 'C-2' }];
    const mappings = [
      { control: 'C-1', to: 'soc2:2017/CC1.1' },
      { control: 'C-2', to: 'soc2:2017/CC1.2' },
    ];
    const evidence = [{ code: 'E-1', control: 'C-1', performedAt: '2026-03-01' }];
    expect(
      sentences({
        frameworks: [{ id: 'soc2:2017', requirements }],
        controls,
        mappings,
        evidence,
        examination: { type: 'type1', on: '2026-03-31' },
      }),
    ).toEqual(['2 of 3 criteria are decided; 2 of 3 that apply are in place, 1 of those lacks proof.']);
  });
});
