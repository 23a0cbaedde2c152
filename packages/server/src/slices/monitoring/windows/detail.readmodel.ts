// One control in a window, and one day of it: what was expected, what came, from where, the proof.
import {
  addDays,
  dayOfDate,
  daysBetween,
  err,
  isReconstructedAct,
  type EvidenceFact,
  localDay,
  ok,
  spells,
  startOfDay,
  type ControlAnswer,
  type Instant,
  type Occurrence,
  type PlainDate,
  type Result,
  type Run,
  type Timeline,
} from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { ledgerPlaces, listEvidence, type EvidenceRecord } from '../../evidence/evidence.module.ts';
import type { Catalogue } from '../../frameworks/frameworks.module.ts';
import {
  toldOf,
  outagesIn,
  presentControl,
  presentOccurrences,
  presentOutage,
  presentScopes,
  presentWindow,
} from './windows.presenter.ts';
import type { Answered } from './answers.readmodel.ts';
import { bearingKey, NO_BEARING } from './bearings.repository.ts';
import { sourcesIn, type Material } from './material.readmodel.ts';
import { importsBetween } from './runs.repository.ts';
import { presentExclusion, presentSchedule } from './schedules.presenter.ts';
import { cadenceOn, dayText, listText, spellText } from './windows.words.ts';

/** Most records of one control that are shown. */
const SHOWN = 2000;

interface Found {
  readonly asked: Answered;
  readonly answer: ControlAnswer;
  readonly timeline: Timeline;
}

export interface Reading {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly known: Material;
  readonly catalogue: Catalogue;
  /** As it was known at this instant. */
  readonly at: Instant | undefined;
}

/** A control of a window by its code; one that was replaced answers through its successor. */
export function findInWindow(asked: Answered, code: string): Result<Found, Refusal> {
  const { answers, timelines } = toldOf(asked);
  const answer = answers.get(code);
  const timeline = timelines.get(code);
  if (answer && timeline) return ok({ asked, answer, timeline });
  const successor = [...timelines].find(([, { line }]) => line.some((life) => life.code === code))?.[0];
  return err({
    code: 'window.no_control',
    detail:
      successor === undefined
        ? `${code} was not in force in this window, or answers nothing that is asked.`
        : `${code} was replaced: ask for ${successor}, which stands in its line.`,
  });
}

export async function controlDetail(reading: Reading, { asked, answer, timeline }: Found) {
  const { known } = reading;
  const { window } = asked;
  const control = known.known.controls.find(({ code }) => code === answer.control);
  if (!control) throw new Error(`${answer.control} has an answer and is no control`);
  const codes = codesOf(timeline);
  return {
    window: presentWindow(window, known.today),
    at: known.at,
    today: known.today,
    time_zone: known.zone.name,
    control: presentControl(known, answer, timeline),
    occurrences: presentOccurrences(answer.occurrences, timeline),
    scopes: presentScopes(answer, timeline, window.period),
    schedule: presentSchedule(known, control),
    evidence: (await evidenceIn(reading, timeline)).map(({ shown }) => shown),
    runs: runDaysOf(known, timeline.runs).filter(
      ({ day }) => day >= window.period.from && day < window.period.until,
    ),
    outages: outagesIn(known, window.period)
      .filter((each) => each.controls === 'all' || each.controls.includes(answer.control))
      .map(presentOutage),
    exclusions: known.exclusions
      .filter((each) => codes.has(each.control))
      .map((each) => presentExclusion(each, known.today)),
  };
}

export async function dayDetail(
  reading: Reading,
  { asked, answer, timeline }: Found,
  day: PlainDate,
): Promise<Result<Awaited<ReturnType<typeof dayOf>>, Refusal>> {
  const { period } = asked.window;
  const state = day < period.from ? undefined : answer.days[daysBetween(period.from, day)];
  if (state === undefined)
    return err({ code: 'window.no_day', detail: `${day} is not a day of this window.` });
  return ok(await dayOf(reading, { asked, answer, timeline }, { day, state }));
}

async function dayOf(
  reading: Reading,
  { asked, answer, timeline }: Found,
  { day, state }: { readonly day: PlainDate; readonly state: ControlAnswer['days'][number] },
) {
  const { known } = reading;
  const number = dayOfDate(day);
  const occurrences = answer.occurrences.filter((each) => touches(each, number));
  const records = (await evidenceIn(reading, timeline)).filter(({ shown }) => shown.performed_on === day);
  const imports = await importsOf(reading, timeline, day);
  const places = await ledgerPlaces(reading.tx, reading.scope, [
    ...records.map(({ record }) => record.id),
    ...imports.map(({ importId }) => importId),
  ]);
  const onDay = { from: day, until: addDays(day, 1) };
  const codes = codesOf(timeline);
  return {
    day,
    state,
    sentence: daySentence(asked, { occurrences, timeline, day }),
    occurrences: presentOccurrences(occurrences, timeline),
    evidence: records.map(({ record, shown }) => ({
      ...shown,
      sha256: record.artefact.sha256,
      source: record.source,
      ledger_index: places.get(record.id) ?? null,
    })),
    runs: timeline.runs
      .filter(({ at }) => localDay(known.zone, at) === day)
      .map(({ at, scope, result }) => ({ at, scope: scope ?? null, result })),
    imports: imports.map(({ importId, filename, at }) => ({
      id: importId,
      filename,
      at,
      ledger_index: places.get(importId) ?? null,
    })),
    outages: outagesIn(known, onDay)
      .filter((each) => each.controls === 'all' || each.controls.includes(answer.control))
      .map(presentOutage),
    exclusions: known.exclusions
      .filter((each) => codes.has(each.control) && each.period.from <= day && day < each.period.until)
      .map((each) => presentExclusion(each, known.today)),
  };
}

/** Slots that hold the day, and those that were filled or caught up on it. */
function touches({ first, last, filledBy, caughtUpBy }: Occurrence, day: number): boolean {
  return (first <= day && day <= last) || filledBy?.day === day || caughtUpBy?.day === day;
}

function daySentence(
  { window }: Answered,
  on: { readonly occurrences: readonly Occurrence[]; readonly timeline: Timeline; readonly day: PlainDate },
): string {
  const { occurrences, timeline, day } = on;
  if (occurrences.length === 0)
    return `Nothing was expected on ${dayText(day)}, in the window from ${dayText(window.period.from)}.`;
  const told = spells(occurrences).map(
    (spell) =>
      `${spell.occurrence.control} ${spellText(spell, cadenceOn(timeline, spell.occurrence.control, spell.occurrence.last))}`,
  );
  return `${dayText(day)}: ${listText(told)}.`;
}

async function evidenceIn({ tx, scope, known }: Reading, timeline: Timeline) {
  const records = new Map<string, EvidenceRecord>();
  const codes = codesOf(timeline);
  for (const control of codes)
    for (const record of await listEvidence(tx, scope, { control, limit: SHOWN }))
      records.set(record.id, record);
  return [...codes]
    .flatMap((code) => known.facts.get(code) ?? [])
    .flatMap((fact) => {
      const record = records.get(fact.evidence);
      return record ? [{ record, shown: presentFact(known, fact, record) }] : [];
    })
    .sort((a, b) => (a.shown.performed_on < b.shown.performed_on ? -1 : 1));
}

function presentFact(known: Material, fact: EvidenceFact, { title }: EvidenceRecord) {
  const bearing = known.bearings.get(bearingKey(fact.evidence, fact.control)) ?? NO_BEARING;
  const captured = localDay(known.zone, fact.times.capturedAt ?? fact.times.receivedAt);
  const act = {
    performedAt: fact.times.performedAt,
    capturedAt: captured,
    supported: bearing.support !== null,
  };
  return {
    id: fact.evidence,
    code: fact.code,
    title,
    control: fact.control,
    performed_on: fact.times.performedAt,
    captured_on: captured,
    review: fact.review,
    scope: bearing.scope,
    events: [...bearing.events],
    reconstructed: isReconstructedAct(act, known.calendar),
    support: bearing.support?.note ?? null,
  };
}

interface RunDay {
  readonly day: PlainDate;
  readonly scope: string | null;
  pass: number;
  fail: number;
  unknown: number;
}

/** A year of runs is thousands: their days are counted once for each state of knowledge, whose lists never change. */
const counted = new WeakMap<readonly Run[], readonly RunDay[]>();

function runDaysOf({ zone }: Material, runs: readonly Run[]): readonly RunDay[] {
  const known = counted.get(runs);
  if (known) return known;
  const days = new Map<string, RunDay>();
  for (const { at, scope, result } of runs) {
    const day = localDay(zone, at);
    const key = `${day} ${scope ?? ''}`;
    const own = days.get(key) ?? { day, scope: scope ?? null, pass: 0, fail: 0, unknown: 0 };
    own[result] += 1;
    days.set(key, own);
  }
  const told = [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  counted.set(runs, told);
  return told;
}

/** Files of the day: read around it in UTC, then held against the organisation's own day. */
async function importsOf({ tx, scope, known, catalogue, at }: Reading, timeline: Timeline, day: PlainDate) {
  const around = await importsBetween(tx, scope, {
    from: startOfDay(addDays(day, -1)),
    until: startOfDay(addDays(day, 2)),
    at,
    sourcesOf: sourcesIn(known.known, catalogue),
    controls: codesOf(timeline),
  });
  const own = around.filter((each) => localDay(known.zone, each.at) === day);
  return [...new Map(own.map((each) => [each.importId, each])).values()];
}

function codesOf(timeline: Timeline): ReadonlySet<string> {
  return new Set(timeline.line.map(({ code }) => code));
}
