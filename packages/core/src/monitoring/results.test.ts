// What checks say together, for any observations.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInstant, parsePlainDate, type Instant, type PlainDate } from '../kernel/index.ts';
import { latestAt, type KnownObservation } from './latest.ts';
import { OBSERVATION_STATUSES, type CheckKey } from './observation.ts';
import { checkProof, countByControl, NO_CHECKS, checkVerdict } from './results.ts';

const at = (text: string): Instant => parseInstant(text) ?? fail(text);
const TODAY: PlainDate = parsePlainDate('2026-03-31') ?? fail('today');
const NOW = at('2026-03-31T12:00:00Z');
const checks: readonly CheckKey[] = ['s:a', 's:b'];

const someObservation: fc.Arbitrary<KnownObservation> = fc
  .record({
    check: fc.constantFrom(...checks),
    subject: fc.constantFrom('x', 'y', 'z'),
    status: fc.constantFrom(...OBSERVATION_STATUSES),
    day: fc.integer({ min: 1, max: 31 }),
    dated: fc.boolean(),
  })
  .map(({ day, dated, ...some }) => {
    const when = at(`2026-03-${String(day).padStart(2, '0')}T00:00:00Z`);
    return { ...some, observedAt: dated ? when : undefined, receivedAt: when };
  });
const someObservations = fc.array(someObservation, { maxLength: 12 });

describe('checks', () => {
  test('never pass while one subject is unknown, in error or failing', () => {
    fc.assert(
      fc.property(someObservations, (all) => {
        const latest = latestAt(all, NOW);
        const { verdict, counts } = checkProof({ freshnessDays: 60 }, latest, TODAY);
        const doubtful = latest.some(({ status }) => status !== 'pass' && status !== 'not_applicable');
        expect(verdict === 'passing').toBe(!doubtful && latest.some(({ status }) => status === 'pass'));
        expect(counts.pass + counts.fail + counts.error + counts.unknown + counts.notApplicable).toBe(
          latest.length,
        );
      }),
      { numRuns: 500 },
    );
  });

  test('never pass by a result that nobody dated', () => {
    fc.assert(
      fc.property(someObservations, (all) => {
        const undated = all.map((each) => ({ ...each, observedAt: undefined }));
        expect(checkProof({ freshnessDays: 60 }, latestAt(undated, NOW), TODAY).verdict).not.toBe('passing');
      }),
    );
  });

  test('say the same in whatever order observations came', () => {
    fc.assert(
      fc.property(
        someObservations.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([told, otherwise]) => {
          expect(latestAt(otherwise, NOW)).toEqual(latestAt(told, NOW));
        },
      ),
    );
  });

  test('are counted for every control that they speak for, each by its own freshness', () => {
    const latest = latestAt(
      [
        {
          check: 's:a',
          subject: 'x',
          status: 'pass',
          observedAt: at('2026-03-01T00:00:00Z'),
          receivedAt: at('2026-03-01T00:00:00Z'),
        },
        {
          check: 's:b',
          subject: 'x',
          status: 'error',
          observedAt: at('2026-03-30T00:00:00Z'),
          receivedAt: NOW,
        },
      ],
      NOW,
    );
    const freshness = new Map([
      ['C-1', 30],
      ['C-2', 29],
    ]);
    const found = countByControl(latest, {
      today: TODAY,
      controlsOf: (check) => (check === 's:a' ? ['C-1', 'C-2'] : ['C-2']),
      freshnessOf: (control) => freshness.get(control) ?? 0,
    });
    expect([...found.keys()]).toEqual(['C-1', 'C-2']);
    expect(found.get('C-1')).toMatchObject({
      pass: 1,
      freshPass: 1,
      stale: 0,
      newest: '2026-03-01',
      quietest: '2026-03-01',
      silent: [],
    });
    expect(found.get('C-2')).toMatchObject({
      pass: 1,
      freshPass: 0,
      error: 1,
      stale: 1,
      newest: '2026-03-30',
      oldest: '2026-03-01',
      quietest: '2026-03-01',
      silent: ['s:a'],
      doubtful: ['s:b'],
    });
  });

  test('say nothing where nothing was counted', () => {
    expect(checkVerdict(NO_CHECKS)).toBe('none');
  });
});

function fail(text: string): never {
  throw new Error(`no time: ${text}`);
}
