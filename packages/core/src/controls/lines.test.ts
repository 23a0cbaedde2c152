// Which controls are in force, since when, and how a replaced one stands in the line of its successor.
import { describe, expect, it } from 'vitest';
import { parseInstant, parsePlainDate, type PlainDate } from '../kernel/index.ts';
import { defaultCadence } from './cadence.ts';
import { CONTROL_KINDS, FREQUENCIES, type Control, type ControlState } from './control.ts';
import { keyControls } from './keyControls.ts';
import { controlLines, NO_SCHEDULE, type ControlSchedule } from './lines.ts';

function on(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (!day) throw new Error(`no day: ${text}`);
  return day;
}

const TODAY = on('2026-06-15');
const since = parseInstant('2026-01-10T09:00:00Z');
if (!since) throw new Error('no instant');

function control(code: string, change: Partial<Control> = {}): Control {
  return {
    code,
    domain: 'access',
    name: code,
    objective: '',
    activity: '',
    ownerRole: 'founder',
    kind: 'manual',
    frequency: 'quarterly',
    freshnessDays: 100,
    effortDays: 1,
    evidence: { ask: '', good: '', bad: '' },
    ...change,
  };
}

const adopted = (implementation: 'planned' | 'implemented'): ControlState => ({
  state: 'adopted',
  implementation,
  since,
});

function lines(
  controls: readonly Control[],
  states: Readonly<Record<string, ControlState>>,
  schedules: Readonly<Record<string, Partial<ControlSchedule>>> = {},
) {
  return controlLines({
    controls,
    states: new Map(Object.entries(states)),
    implementedOn: new Map(
      Object.entries(states).flatMap(([code, state]) =>
        state.state === 'adopted' && state.implementation === 'implemented' ? [[code, on('2026-01-10')]] : [],
      ),
    ),
    schedules: new Map(Object.entries(schedules).map(([code, said]) => [code, { ...NO_SCHEDULE, ...said }])),
    today: TODAY,
  });
}

describe('lines of controls', () => {
  it('hold what is adopted, each since it was put in place', () => {
    const found = lines([control('C-01'), control('C-02')], { 'C-01': adopted('implemented') });
    expect(found.map((each) => each.control)).toEqual(['C-01']);
    expect(found[0]?.line.map(({ startedOn }) => startedOn)).toEqual(['2026-01-10']);
    expect(found[0]?.scopes).toEqual([{ name: 'all', from: undefined, until: undefined }]);
  });

  it('start a planned control tomorrow at the earliest', () => {
    expect(lines([control('C-01')], { 'C-01': adopted('planned') })[0]?.line[0].startedOn).toBe('2026-06-16');
  });

  it('put a replaced control before its successor, and nowhere else', () => {
    const found = lines(
      [control('C-01'), control('C-501')],
      { 'C-01': { state: 'not_adopted', because: 'replaced', since }, 'C-501': adopted('implemented') },
      { 'C-01': { startedOn: on('2025-01-01'), retiredOn: on('2026-04-01') }, 'C-501': { replaces: 'C-01' } },
    );
    expect(found.map((each) => each.line.map(({ code }) => code))).toEqual([['C-01', 'C-501']]);
  });

  it('keep the cadence of before where another holds only from a later day on', () => {
    const weekly = { kind: 'periodic', frequency: 'weekly', mode: 'calendar', graceDays: 0 } as const;
    const from = (day: string) =>
      lines(
        [control('C-01')],
        { 'C-01': adopted('implemented') },
        { 'C-01': { versions: [{ from: on(day), cadence: weekly }] } },
      )[0]?.line[0].schedule.map((version) => version.from);
    expect(from('2026-03-01')).toEqual(['2026-01-10', '2026-03-01']);
    expect(from('2026-01-10')).toEqual(['2026-01-10']);
  });
});

describe('a default cadence', () => {
  it('follows from every kind and frequency, save what is done once', () => {
    for (const kind of CONTROL_KINDS)
      for (const frequency of FREQUENCIES)
        expect(defaultCadence({ kind, frequency }) === undefined).toBe(frequency === 'once');
  });

  it('asks a machine on every day and people on business days', () => {
    expect(defaultCadence({ kind: 'automated', frequency: 'daily' })?.kind).toBe('continuous');
    expect(defaultCadence({ kind: 'manual', frequency: 'daily' })).toMatchObject({
      frequency: 'business_daily',
    });
  });
});

describe('key controls', () => {
  const mapping = (code: string, strength: 'full' | 'partial' | 'supporting') => ({
    control: code,
    to: 'soc2:2017/CC6.3' as const,
    relation: 'subset' as const,
    strength,
    rationale: '',
    source: 'assay',
    reviewer: 'unreviewed',
  });

  it('are those that answer in full or in part, the whole ones making up for the others', () => {
    const [found] = keyControls({
      mappings: [mapping('C-01', 'full'), mapping('C-02', 'partial'), mapping('C-03', 'supporting')],
      criteria: ['soc2:2017/CC6.3'],
      runsFor: (code) => code,
    });
    expect(found?.keyControls).toEqual([
      { control: 'C-01', compensatedBy: [] },
      { control: 'C-02', compensatedBy: ['C-01'] },
    ]);
  });

  it('are the successor for a replaced control, once, and nobody for one that is not in force', () => {
    const [found] = keyControls({
      mappings: [mapping('C-01', 'partial'), mapping('C-501', 'partial'), mapping('C-02', 'partial')],
      criteria: ['soc2:2017/CC6.3'],
      runsFor: (code) => (code === 'C-02' ? undefined : 'C-501'),
    });
    expect(found?.keyControls).toEqual([{ control: 'C-501', compensatedBy: [] }]);
  });
});
