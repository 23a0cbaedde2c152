// What a scope's systems do to posture: who counts where, who is waited for, and what can never happen.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvidenceFact } from '../evidence/index.ts';
import { systemHistory, type SystemsNamed } from '../frameworks/index.ts';
import { addDays, makeId, startOfDay } from '../kernel/index.ts';
import { Fields } from '../kernel/testing/fields.ts';
import { countByControl, OBSERVATION_STATUSES, type LatestObservation } from '../monitoring/index.ts';
import { posture, type Posture, type PostureInput } from './posture.ts';
import { WORST_FIRST } from './proof.ts';
import { scopeSentence, unmatchedSentence } from './scopeSentence.ts';
import { namedObservations } from './systemProof.ts';
import { date, situation } from './testing/situation.ts';

const TODAY = date('2026-03-31');
const ISO = 'iso27001:2022';
const SOC2 = 'soc2:2017';
const BASE = situation(
  new Fields({
    today: TODAY,
    frameworks: [
      { id: ISO, requirements: [{ id: 'A.5.1', kind: 'control' }] },
      { id: SOC2, requirements: [{ id: 'CC6.1', kind: 'criterion', category: 'security' }] },
    ],
    controls: [
      { code: 'C-1', kind: 'manual', state: 'implemented' },
      { code: 'C-2', kind: 'automated', state: 'implemented' },
    ],
    mappings: ['C-1', 'C-2'].flatMap((control) =>
      [`${ISO}/A.5.1`, `${SOC2}/CC6.1`].map((to) => ({ control, to, relation: 'equal', strength: 'full' })),
    ),
    decisions: { [`${ISO}/A.5.1`]: { applies: true, because: 'a risk' } },
    examination: { type: 'type1', on: TODAY },
  }),
);

interface Known {
  readonly scopes?: readonly SystemsNamed[];
  readonly facts?: readonly EvidenceFact[];
  readonly seen?: readonly LatestObservation[];
  readonly scheduled?: Readonly<Record<string, readonly string[]>>;
  readonly excused?: Readonly<Record<string, readonly string[]>>;
  readonly today?: PostureInput['today'];
}

const controlsOf = () => ['C-2'];

function told({
  scopes,
  facts = [],
  seen = [],
  scheduled = {},
  excused = {},
  today = TODAY,
}: Known): Posture {
  const checks = countByControl(seen, { today, controlsOf, freshnessOf: () => 100 });
  return posture({
    ...BASE,
    today,
    facts,
    checks,
    ...(scopes
      ? {
          systems: {
            history: systemHistory(scopes, today),
            observations: namedObservations(seen, controlsOf),
            scheduled: new Map(Object.entries(scheduled)),
            excused: new Map(Object.entries(excused)),
          },
        }
      : {}),
  });
}

function scope(framework: string, systems: readonly string[], from = '2026-01-01'): SystemsNamed {
  return { framework, from: date(from), systems, exclusions: [] };
}

function fact(system?: string, change: Partial<EvidenceFact> = {}): EvidenceFact {
  const performedAt = date('2026-03-20');
  return {
    evidence: makeId('evidence', 0, new Uint8Array(10)),
    code: 'E-1',
    control: 'C-1',
    times: { performedAt, receivedAt: startOfDay(performedAt) },
    review: 'accepted',
    ...(system === undefined ? {} : { system }),
    ...change,
  };
}

function saw(status: LatestObservation['status'], system?: string): LatestObservation {
  return {
    check: 'csv:mfa',
    subject: `root of ${system ?? 'all'}`,
    status,
    observedAt: startOfDay(date('2026-03-20')),
    ...(system === undefined ? {} : { system }),
  };
}

const stateOf = (known: Known, code = 'C-1', view: 'iso' | 'soc2' = 'iso') =>
  told(known).controls.get(code)?.[view].state;

describe('a control that is told apart by systems', () => {
  const iso = scope(ISO, ['Build', 'Tickets']);

  it('is proved only when each system of the scope is, and names the one that lacks proof', () => {
    expect(stateOf({ scopes: [iso], facts: [fact('Build')] })).toBe('unknown');
    expect(stateOf({ scopes: [iso], facts: [fact('Build'), fact('tickets')] })).toBe('proved');
    const [framework] = told({ scopes: [iso], facts: [fact('Build')] }).frameworks;
    expect(framework?.requirements[0]?.answers[0]?.lacking).toEqual(['Tickets']);
    expect(framework?.scope?.systems).toEqual([
      { system: 'Build', since: '2026-01-01', waits: [] },
      { system: 'Tickets', since: '2026-01-01', waits: ['C-1'] },
    ]);
  });

  it('is proved for all by evidence that names none', () => {
    expect(stateOf({ scopes: [iso], facts: [fact('Build'), fact()] })).toBe('proved');
    expect(stateOf({ scopes: [iso], facts: [fact()] })).toBe('proved');
  });

  it('takes nothing from a system of another scope, and may stand otherwise there', () => {
    const scopes = [iso, scope(SOC2, ['Shop'])];
    expect(stateOf({ scopes, facts: [fact('Shop')] }, 'C-1', 'iso')).toBe('unknown');
    expect(stateOf({ scopes, facts: [fact('Shop')] }, 'C-1', 'soc2')).toBe('proved');
  });

  it('waits where its schedule names a system and nothing shows any', () => {
    const { controls } = told({ scopes: [iso], scheduled: { 'C-1': ['Build'] } });
    expect(controls.get('C-1')?.iso.systems.map(({ state }) => state)).toEqual(['unknown', 'unknown']);
  });

  it('does not wait for a system from which somebody excused it', () => {
    expect(stateOf({ scopes: [iso], facts: [fact('Build')], excused: { 'C-1': ['tickets'] } })).toBe(
      'proved',
    );
  });

  it('waits for a system from the day on which it came, and fails for one until the day on which it left', () => {
    const scopes = [scope(ISO, ['Build', 'Shop']), scope(ISO, ['Build', 'Tickets'], '2026-03-25')];
    const seen = [saw('pass', 'Build'), saw('fail', 'Shop')];
    expect(stateOf({ scopes, seen, today: date('2026-03-24') }, 'C-2')).toBe('failing');
    expect(stateOf({ scopes, seen, today: date('2026-03-25') }, 'C-2')).toBe('unknown');
    expect(stateOf({ scopes, seen: [...seen, saw('pass', 'Tickets')] }, 'C-2')).toBe('proved');
    const [framework] = told({ scopes, seen }).frameworks;
    expect(scopeSentence(framework?.scope, TODAY)).toBe(
      'From 2026-03-25 Tickets is in scope and Shop no longer is: 1 control waits for it.',
    );
  });

  it('is not proved by what no scope knows, and still fails by it', () => {
    expect(stateOf({ scopes: [iso], facts: [fact('Warehouse')] })).toBe('unknown');
    expect(stateOf({ scopes: [iso], seen: [saw('pass'), saw('pass', 'Warehouse')] }, 'C-2')).toBe('proved');
    expect(stateOf({ scopes: [iso], seen: [saw('pass'), saw('fail', 'Warehouse')] }, 'C-2')).toBe('failing');
    const { unmatched } = told({ scopes: [iso], facts: [fact('Warehouse')] });
    expect(unmatched).toEqual([{ name: 'Warehouse', controls: ['C-1'] }]);
    expect(unmatchedSentence(unmatched)).toBe(
      'No approved scope knows “Warehouse”: what it shows proves nothing, and what fails there still fails.',
    );
  });
});

describe('the newest word on a subject', () => {
  const on = (day: string, status: LatestObservation['status'], system: string): LatestObservation => ({
    ...saw(status, system),
    subject: 'root',
    observedAt: startOfDay(date(`2026-03-${day}`)),
  });

  it('of one system hides none of another', () => {
    const scopes = [scope(ISO, ['Build', 'Tickets'])];
    const seen = [on('10', 'fail', 'Build'), on('20', 'pass', 'Tickets')];
    expect(stateOf({ scopes, seen }, 'C-2')).toBe('failing');
  });

  it('takes the place of an older one under another name of the same system', () => {
    const named = { ...scope(ISO, ['Build']), names: [{ system: 'Build', name: 'ci' }] };
    const seen = [on('10', 'fail', 'ci'), on('20', 'pass', 'Build')];
    expect(stateOf({ scopes: [named], seen }, 'C-2')).toBe('proved');
    expect(stateOf({ scopes: [named], seen: seen.toReversed() }, 'C-2')).toBe('proved');
  });
});

const WORDS = ['Build', 'Tickets', 'Shop', 'Warehouse'];
const maybe = fc.option(fc.constantFrom(...WORDS), { nil: undefined });
const company = fc.record({
  facts: fc.array(
    fc
      .record({ system: maybe, review: fc.constantFrom('accepted', 'pending', 'rejected') })
      .map(({ system, review }) => fact(system, { review })),
    { maxLength: 5 },
  ),
  seen: fc.array(
    fc.tuple(fc.constantFrom(...OBSERVATION_STATUSES), maybe).map(([status, system]) => saw(status, system)),
    { maxLength: 5 },
  ),
});
const rank = (state: string | undefined) => WORST_FIRST.findIndex((each) => each === state);

describe('whatever is known', () => {
  it('scopes that name no system change no number', () => {
    fc.assert(
      fc.property(company, (known) => {
        expect(told({ ...known, scopes: [scope(ISO, []), scope(SOC2, [])] })).toEqual(told(known));
      }),
    );
  });

  it('naming systems moves nothing where nothing names one', () => {
    fc.assert(
      fc.property(company, ({ facts, seen }) => {
        const plain = {
          facts: facts.map(({ review }) => fact(undefined, { review })),
          seen: seen.map(({ status }) => saw(status)),
        };
        expect(told({ ...plain, scopes: [scope(ISO, WORDS)] }).controls).toEqual(told(plain).controls);
      }),
    );
  });

  it('a system that comes into a scope never makes a control stand better', () => {
    fc.assert(
      fc.property(company, fc.shuffledSubarray(WORDS, { minLength: 2 }), (known, [added = '', ...rest]) => {
        const before = told({ ...known, scopes: [scope(ISO, rest), scope(SOC2, rest)] });
        const scopes = [ISO, SOC2].map((id) => scope(id, [...rest, added]));
        const after = told({ ...known, scopes });
        for (const code of ['C-1', 'C-2'])
          for (const view of ['iso', 'soc2'] as const)
            expect(rank(after.controls.get(code)?.[view].state)).toBeLessThanOrEqual(
              rank(before.controls.get(code)?.[view].state),
            );
      }),
      { numRuns: 500 },
    );
  });

  it('an earlier day stands as it did', () => {
    fc.assert(
      fc.property(company, fc.shuffledSubarray(WORDS), (known, systems) => {
        const first = scope(ISO, ['Build']);
        const stands = (then: readonly string[]) =>
          told({ ...known, scopes: [first, scope(ISO, then, addDays(TODAY, 1))] }).frameworks[0]
            ?.requirements;
        expect(stands(['Build', ...systems])).toEqual(stands(['Build', ...WORDS]));
      }),
    );
  });
});
