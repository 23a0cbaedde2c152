// The path is walked by the data: every step goes from open over begun to done by what is known, and by nothing else.
import { describe, expect, it } from 'vitest';
import { PATH, PATH_KEYS, pathSentence, pathSteps, type PathKey, type PathKnown } from './index.ts';

const none = { done: 0, of: 0 };
const NOTHING: PathKnown = {
  scopes: { done: 0, of: 2 },
  context: { done: 0, of: 2 },
  methods: 0,
  risks: 0,
  treatment: none,
  decided: { done: 0, of: 93 },
  statements: 0,
  actions: { done: 0, of: 40 },
  policies: none,
  proved: none,
  auditsReported: 0,
  auditsPlanned: 0,
  reviewsClosed: 0,
  reviewsPlanned: 0,
  window: { set: false, begun: false },
};
const whole = (of: number) => ({ done: of, of });
const EVERYTHING: PathKnown = {
  scopes: whole(2),
  context: whole(2),
  methods: 2,
  risks: 12,
  treatment: whole(5),
  decided: whole(93),
  statements: 1,
  actions: whole(3),
  policies: whole(8),
  proved: whole(120),
  auditsReported: 1,
  auditsPlanned: 0,
  reviewsClosed: 1,
  reviewsPlanned: 0,
  window: { set: true, begun: true },
};
const stateOf = (key: PathKey, known: Partial<PathKnown>, base = NOTHING) =>
  pathSteps({ ...base, ...known }).find(({ advice }) => advice.key === key)?.state;

describe('the path', () => {
  it('has twelve steps in their order, each told whole', () => {
    expect(PATH.map(({ key }) => key)).toEqual([...PATH_KEYS]);
    for (const step of PATH) {
      expect(step.days.least).toBeLessThanOrEqual(step.days.most);
      for (const text of [step.why, step.example, step.save, step.spend])
        expect(text.length).toBeGreaterThan(30);
      expect(step.auditorAsks.length).toBeGreaterThan(0);
      expect(step.asked.length).toBeGreaterThan(0);
    }
  });

  it('is open from end to end where nothing is known, and done where all is', () => {
    expect(new Set(pathSteps(NOTHING).map(({ state }) => state))).toEqual(new Set(['open']));
    expect(pathSentence(pathSteps(NOTHING))).toBe('0 of 12 steps are done; next: Say what is inside.');
    expect(new Set(pathSteps(EVERYTHING).map(({ state }) => state))).toEqual(new Set(['done']));
    expect(pathSentence(pathSteps(EVERYTHING))).toBe(
      '12 of 12 steps are done; what follows is keeping it so.',
    );
  });

  it.each<readonly [PathKey, Partial<PathKnown>]>([
    ['scope', { scopes: { done: 1, of: 2 } }],
    ['context', { context: { done: 1, of: 2 } }],
    ['risks', { risks: 9 }],
    ['treatment', { risks: 9, treatment: { done: 2, of: 3 } }],
    ['statement', { decided: whole(93) }],
    ['gaps', { actions: { done: 1, of: 40 } }],
    ['policies', { policies: { done: 1, of: 2 } }],
    ['evidence', { proved: { done: 10, of: 90 } }],
    ['audit', { auditsPlanned: 1 }],
    ['review', { reviewsPlanned: 1 }],
    ['window', { window: { set: true, begun: false } }],
  ])('%s is begun, and not done, half way', (key, known) => {
    expect(stateOf(key, known)).toBe('begun');
  });

  it('asks for no window where SOC 2 is not used, and counts eleven steps', () => {
    const steps = pathSteps({ ...EVERYTHING, window: undefined });
    expect(stateOf('window', { window: undefined })).toBe('not_needed');
    expect(pathSentence(steps)).toMatch(/^11 of 11 steps/);
  });

  it('holds no treatment done while there is no risk, and done when none is above the line', () => {
    expect(stateOf('treatment', {})).toBe('open');
    expect(stateOf('treatment', { risks: 3 })).toBe('done');
  });
});
