// The vectors of collectors, run; vectors/collectors/README.md tells the rules.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isNonEmpty, parseInstant, type Instant } from '../../kernel/index.ts';
import { casesIn, Fields } from '../../kernel/testing/fields.ts';
import {
  collectorCondition,
  COLLECTOR_LISTS,
  DEFAULT_TOLERANCE,
  RUN_ERRORS,
  type Collector,
  type CollectorRun,
} from './index.ts';

const FOLDER = new URL('../../../../../vectors/collectors/', import.meta.url);
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

describe.each(files)('collectors, %s', (file) => {
  const cases = casesIn(readFileSync(new URL(file, FOLDER), 'utf8'));
  test.each(cases.map((each) => [each.text('title'), each] as const))('%s', (_title, each) => {
    const given = each.object('case');
    const told = tell(given);
    const wanted = each.object('expect');
    for (const key of wanted.keys()) expect({ [key]: told.value(key) }).toEqual({ [key]: wanted.value(key) });
  });
});

/** The answer in the vectors' words. */
function tell(given: Fields): Fields {
  const at = instant(given.text('at'));
  const found = collectorCondition(collector(given.object('collector')), given.list('runs').map(run), at);
  return new Fields({
    state: found.state,
    next_due: short(found.nextDue),
    outage_since: short(found.outageSince),
    last_complete: found.lastComplete?.id ?? null,
    runs: found.runs.map(({ run: { id }, verdict }) => ({
      id,
      complete: verdict.complete,
      because: verdict.complete ? [] : verdict.because,
    })),
    outages: found.outages.map((each) => ({
      from: short(each.from),
      until: short(each.until),
      after: each.after ?? null,
      unknown: each.unknown,
    })),
  });
}

function collector(given: Fields): Collector {
  const retired = given.maybe('retired_at');
  const promises = given.list('promises').map((each) => ({
    from: instant(each.text('from')),
    everyHours: each.number('every_hours'),
    tolerance: each.number('tolerance', DEFAULT_TOLERANCE),
    lists: each.one('lists', COLLECTOR_LISTS),
    formats: each.texts('formats'),
  }));
  if (!isNonEmpty(promises)) throw new Error('no promise');
  return {
    startedAt: instant(given.text('started_at')),
    retiredAt: retired === undefined ? undefined : instant(retired),
    promises,
  };
}

function run(given: Fields): CollectorRun {
  return {
    id: given.text('id'),
    endedAt: instant(given.text('ended_at')),
    rows: given.number('rows'),
    partial: given.flag('partial', false),
    error: given.has('error') ? given.one('error', RUN_ERRORS) : undefined,
    formats: given.texts('formats'),
    checks: given.texts('checks'),
    undone: given.flag('undone', false),
    vouched: given.flag('vouched', false),
  };
}

function instant(text: string): Instant {
  const found = parseInstant(text);
  if (!found) throw new Error(`no instant: ${text}`);
  return found;
}

/** An instant as the vectors write it. */
function short(at: Instant | undefined): string | null {
  return at === undefined ? null : at.replace('.000Z', 'Z');
}
