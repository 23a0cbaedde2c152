// The vectors of the window engine, run: occurrences by both engines, and all that follows from them. The words
// of the JSON answer are checked where they are spoken, beside `assay window evaluate`.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { naive } from '../../../../../vectors/windows/naive.ts';
import { addDays, dateOfDay } from '../../kernel/index.ts';
import { casesIn, Fields } from '../../kernel/testing/fields.ts';
import {
  evaluateControl,
  evaluateWindow,
  startConditions,
  type ControlAnswer,
  type Occurrence,
  type Timeline,
  type WindowFrame,
  type WindowQuestion,
} from './index.ts';
import { period, question } from './testing/case.ts';

const FOLDER = new URL('../../../../../vectors/windows/', import.meta.url);
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

function cases(file: string): readonly (readonly [string, Fields])[] {
  return casesIn(readFileSync(new URL(file, FOLDER), 'utf8')).map((each) => [each.text('title'), each]);
}

describe.each(files)('the window engine, %s', (file) => {
  test.each(cases(file))('%s', (_title, given) => {
    const asked = question(given.object('case'));
    const expected = given.object('expect');
    const answer = evaluateWindow(asked);
    for (const timeline of asked.timelines)
      expect(linesOf(timeline, asked.frame)).toEqual(naive(timeline, asked.frame));
    for (const wanted of expected.list('controls')) {
      const found = answer.controls.find(({ control }) => control === wanted.text('control'));
      expectSame(found && toldOf(found, asked), wanted);
    }
    const plain = { remarks: answer.remarks, criteria: answer.criteria };
    expectSame({ ...plain, ...reach(answer) }, expected);
    if (expected.has('start'))
      expectSame(startOf(asked, given.object('case').object('start')), expected.object('start'));
  });
});

function linesOf(timeline: Timeline, frame: WindowFrame): readonly string[] {
  return evaluateControl(timeline, frame)
    .occurrences.map(({ scope, last, item, state, filledBy }) =>
      [scope, dateOfDay(last), item ?? '-', state, ...(filledBy ? [filledBy.evidence] : [])].join(' '),
    )
    .sort();
}

/** Every field that the vector names, and no other. */
function expectSame(found: object | undefined, wanted: Fields): void {
  const known = new Fields(found);
  for (const key of wanted.keys())
    if (known.has(key)) expect({ [key]: known.value(key) }).toMatchObject({ [key]: wanted.value(key) });
}

function toldOf(found: ControlAnswer, { frame }: WindowQuestion): object {
  return {
    standing: found.standing,
    counts: found.counts,
    coverage: found.coverage,
    longest_gap_days: found.longestGapDays,
    population_missing: found.populationMissing,
    reconstructed: found.reconstructed,
    occurrences: found.occurrences.map(toldOccurrence),
    deviations: found.deviations.map(toldOccurrence),
    days: found.days.reduce<{ from: string; days: number; state: string }[]>((told, state, at) => {
      const open = told.at(-1);
      return open?.state === state
        ? [...told.slice(0, -1), { ...open, days: open.days + 1 }]
        : [...told, { from: addDays(frame.window.from, at), days: 1, state }];
    }, []),
    ...reach(found),
  };
}

function toldOccurrence(each: Occurrence): object {
  return {
    scope: each.scope,
    control: each.control,
    item: each.item,
    first: dateOfDay(each.first),
    due: dateOfDay(each.last),
    grace_until: dateOfDay(each.graceUntil),
    state: each.state,
    filled_by: each.filledBy,
    caught_up_by: each.caughtUpBy,
    prior_run: each.priorRun,
    excluded: each.exclusion && { ...each.exclusion, until: each.exclusion.period.until },
  };
}

function reach(of: Pick<ControlAnswer, 'earliestCleanStart' | 'latestCleanEnd'>): object {
  return {
    earliest_clean_start: of.earliestCleanStart ?? null,
    latest_clean_end: of.latestCleanEnd ?? null,
  };
}

function startOf({ timelines, frame, context }: WindowQuestion, start: Fields): object {
  const { needs, blockers, ...conditions } = startConditions(
    timelines,
    { ...frame, window: period(start) },
    context,
  );
  const told = [needs, blockers].map((list) =>
    list.map(({ control, occurrence }) => ({ ...toldOccurrence(occurrence), control })),
  );
  return { ...conditions, needs: told[0], blockers: told[1] };
}
