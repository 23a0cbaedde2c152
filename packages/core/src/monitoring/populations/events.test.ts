import { describe, expect, it } from 'vitest';
import { parseInstant, parsePlainDate, type PlainDate } from '../../kernel/index.ts';
import { knownEvents, knownUntil, type EventsQuestion, type StandingPopulation } from './events.ts';

const asked: EventsQuestion = {
  control: 'C-30',
  period: { from: day('2026-01-01'), until: day('2026-07-01') },
  today: day('2026-04-01'),
  scopes: [],
};

describe('events of a control', () => {
  it('are known when lists cover every day that has ended, together and without a hole', () => {
    const [first, second] = [
      list('P-1', '2026-01-01', '2026-02-15'),
      list('P-2', '2026-02-15', '2026-04-01'),
    ];
    expect(knownEvents([second, first], asked)?.events).toEqual([]);
    expect(knownEvents([first], asked)).toBeUndefined();
    expect(knownEvents([second], asked)).toBeUndefined();
    expect(knownEvents([first, list('P-3', '2026-02-16', '2026-04-01')], asked)).toBeUndefined();
    expect(knownEvents([], asked), 'no list is not the same as no event').toBeUndefined();
    expect(knownEvents([first, second], { ...asked, control: 'C-77' })).toBeUndefined();
  });

  it('are known only for days that had ended when the list was made', () => {
    const early = {
      ...list('P-1', '2026-01-01', '2026-07-01'),
      generatedAt: instant('2026-03-20T12:00:00Z'),
    };
    expect(knownUntil([early], asked.period.from)).toBe('2026-03-20');
    expect(knownEvents([early], asked)).toBeUndefined();
    expect(knownEvents([early], { ...asked, today: day('2026-03-20') })).toBeDefined();
  });

  it('are asked for in every scope of the control', () => {
    const app = { ...list('P-1', '2026-01-01', '2026-04-01'), scope: 'app' };
    expect(knownEvents([app], { ...asked, scopes: ['app', 'infra'] })).toBeUndefined();
    expect(
      knownEvents([app, { ...app, code: 'P-2', scope: 'infra' }], { ...asked, scopes: ['app', 'infra'] }),
    ).toBeDefined();
    expect(knownEvents([{ ...app, scope: undefined }], { ...asked, scopes: ['app', 'infra'] })).toBeDefined();
    expect(knownEvents([app], asked)).toBeDefined();
  });

  it('come with the act that their own row names; rows outside the period are left out', () => {
    const rows = [
      { key: 'E-1', day: day('2026-01-05'), done: day('2026-01-06') },
      { key: 'E-2', day: day('2026-02-05'), done: undefined },
      { key: 'E-0', day: day('2025-12-31'), done: day('2026-01-02') },
    ];
    const known = knownEvents([{ ...list('P-1', '2025-12-01', '2026-04-01'), rows }], asked);
    expect(known?.events).toEqual([
      { id: 'leavers/E-1', scope: undefined, at: '2026-01-05' },
      { id: 'leavers/E-2', scope: undefined, at: '2026-02-05' },
    ]);
    expect(known?.acts).toEqual([
      {
        evidence: 'P-1 leavers/E-1',
        scope: undefined,
        performedAt: '2026-01-06',
        capturedAt: '2026-04-02',
        review: 'accepted',
        supported: false,
        event: 'leavers/E-1',
      },
    ]);
  });

  it('are believed long after the act when a system wrote the days or a second source agrees', () => {
    const rows = [{ key: 'E-1', day: day('2026-01-05'), done: day('2026-01-06') }];
    const supported = (of: Partial<StandingPopulation>): boolean | undefined =>
      knownEvents([{ ...list('P-1', '2026-01-01', '2026-04-01'), rows, ...of }], asked)?.acts[0]?.supported;
    expect([supported({}), supported({ daysWrittenBy: 'system' }), supported({ reconciled: true })]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('are one where lists overlap, and two where a key comes again on another day', () => {
    const row = (on: string) => ({ key: 'E-1', day: day(on), done: undefined });
    const known = knownEvents(
      [
        { ...list('P-1', '2026-01-01', '2026-03-01'), rows: [row('2026-02-03'), row('2026-01-10')] },
        { ...list('P-2', '2026-02-01', '2026-04-01'), rows: [row('2026-02-03')] },
      ],
      asked,
    );
    expect(known?.events.map((each) => each.id)).toEqual(['leavers/E-1', 'leavers/E-1@2026-02-03']);
  });
});

function list(code: string, from: string, until: string): StandingPopulation {
  return {
    code,
    kind: 'leavers',
    controls: ['C-30'],
    scope: undefined,
    range: { from: day(from), until: day(until) },
    generatedAt: instant('2026-04-02T08:00:00Z'),
    daysWrittenBy: 'person',
    reconciled: false,
    rows: [],
  };
}

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new Error(text);
  return date;
}

function instant(text: string) {
  const at = parseInstant(text);
  if (!at) throw new Error(text);
  return at;
}
