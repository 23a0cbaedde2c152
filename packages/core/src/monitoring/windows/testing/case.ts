// A window case of the vectors as the engine takes it; vectors/windows/README.md tells what it means.
import {
  parseInstant,
  parsePlainDate,
  type Instant,
  type Period,
  type PlainDate,
} from '../../../kernel/index.ts';
import type { Fields } from '../../../kernel/testing/fields.ts';
import {
  localDay,
  SLOT_FREQUENCIES,
  UTC,
  type Cadence,
  type Lifetime,
  type Timeline,
  type WindowQuestion,
  type Zone,
} from '../index.ts';

/** Writes a case out in full. */
export function question(given: Fields): WindowQuestion {
  const zone = given.has('time_zone') ? zoneIn(given.object('time_zone')) : UTC;
  return {
    frame: {
      window: period(given.object('window')),
      today: date(given.text('today')),
      zone,
      calendar: {
        fiscalYearStart: given.number('fiscal_year_start', 1),
        holidays: given.texts('holidays').map(date),
      },
      reconstructedAfterDays: given.number('reconstructed_after_days', 14),
    },
    timelines: given.list('controls').map((control) => timeline(control, zone)),
    criteria: given.list('criteria').map((each) => ({
      criterion: each.text('criterion'),
      keyControls: each
        .list('key_controls')
        .map((key) => ({ control: key.text('control'), compensatedBy: key.texts('compensated_by') })),
    })),
    context: {
      previous: given.has('previous_window') ? period(given.object('previous_window')) : undefined,
    },
  };
}

export function period(given: Fields): Period {
  return { from: date(given.text('from')), until: date(given.text('until')) };
}

function timeline(given: Fields, zone: Zone): Timeline {
  const dayOf = (text: string): PlainDate => parsePlainDate(text) ?? localDay(zone, instant(text));
  const [first, ...others] = [...given.list('predecessors'), given].map(lifetime);
  const scopes = given.list('scopes').map((each) => ({
    name: each.text('name'),
    from: maybeDate(each, 'from'),
    until: maybeDate(each, 'until'),
  }));
  return {
    line: [first ?? lifetime(given), ...others],
    scopes: scopes.length > 0 ? scopes : [{ name: 'all', from: undefined, until: undefined }],
    exclusions: given.list('exclusions').map((each) => ({
      scope: each.maybe('scope'),
      period: period(each),
      reason: each.text('reason'),
      owner: each.text('owner'),
    })),
    performances: given.list('evidence').map((each) => ({
      evidence: each.text('id'),
      scope: each.maybe('scope'),
      performedAt: dayOf(each.text('performed_on')),
      capturedAt: dayOf(each.text('captured_on', each.text('performed_on'))),
      review: each.one('review', ['accepted', 'pending', 'rejected']),
      supported: each.flag('supported', false),
      event: each.maybe('event'),
    })),
    events: given.has('events')
      ? given
          .list('events')
          .map((each) => ({ id: each.text('id'), scope: each.maybe('scope'), at: dayOf(each.text('on')) }))
      : undefined,
    runs: given.list('runs').map((each) => ({
      scope: each.maybe('scope'),
      at: instant(each.text('at')),
      result: each.one('result', ['pass', 'fail', 'unknown']),
    })),
    outages: given.list('outages').map((each) => ({
      scope: each.maybe('scope'),
      from: instant(each.text('from')),
      until: instant(each.text('until')),
    })),
  };
}

function lifetime(given: Fields): Lifetime {
  const startedOn = date(given.text('started_on'));
  return {
    code: given.text('code'),
    startedOn,
    retiredOn: maybeDate(given, 'retired_on'),
    schedule: given
      .list('schedule')
      .map((each) => ({ from: maybeDate(each, 'from') ?? startedOn, cadence: cadence(each) })),
  };
}

function cadence(given: Fields): Cadence {
  const kind = given.one('kind', ['periodic', 'event', 'continuous']);
  if (kind === 'event')
    return { kind, withinDays: given.number('within_days', 0), graceDays: given.number('grace_days', 0) };
  if (kind === 'continuous')
    return {
      kind,
      everyHours: given.number('every_hours'),
      tolerance: given.number('tolerance', 2),
      slaDays: given.number('sla_days', 0),
    };
  return {
    kind,
    frequency: given.one('frequency', SLOT_FREQUENCIES),
    mode: given.one('mode', ['calendar', 'interval']),
    graceDays: given.number('grace_days', 0),
  };
}

function zoneIn(given: Fields): Zone {
  return {
    name: given.text('name'),
    standardMinutes: given.number('standard_minutes'),
    offsets: given
      .list('offsets')
      .map((each) => ({ from: instant(each.text('from')), minutes: each.number('minutes') })),
  };
}

function maybeDate(given: Fields, key: string): PlainDate | undefined {
  return given.has(key) ? date(given.text(key)) : undefined;
}

function date(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (!parsed) throw new Error(`no date: ${text}`);
  return parsed;
}

function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (!parsed) throw new Error(`no instant: ${text}`);
  return parsed;
}
