// From what is known to what the engine is asked: one timeline for each control in force, and the key controls.
import {
  keyControls,
  knownEvents,
  localDay,
  placeInRows,
  rowCalled,
  type ControlCode,
  type ControlLine,
  type EvidenceFact,
  type Performance,
  type Period,
  type PlainDate,
  type RequirementRef,
  type Timeline,
  type WindowQuestion,
} from '@assay/core';
import { bearingKey, NO_BEARING } from './bearings.repository.ts';
import { systemsAsked, type Material } from './material.readmodel.ts';
import type { KnownOutage } from './outages.ts';
import { isEverywhere, rowNamed } from './places.ts';

/** Everything that a window over these days is asked. */
export function questionOf(known: Material, window: Period, previous: Period | undefined): WindowQuestion {
  const lines = linesIn(known, window);
  const runsFor = new Map(
    lines.flatMap(({ control, line }) => line.map(({ code }): [ControlCode, ControlCode] => [code, control])),
  );
  return {
    frame: {
      window,
      today: known.today,
      zone: known.zone,
      calendar: {
        fiscalYearStart: known.calendar.fiscalYearStart,
        holidays: known.calendar.holidays,
      },
      reconstructedAfterDays: known.calendar.reconstructedAfterDays,
    },
    timelines: lines.map((line) => timelineOf(known, line, window)),
    criteria: keyControls({
      mappings: known.known.mappings,
      criteria: criteriaOf(known).map(({ ref }) => ref),
      runsFor: (code) => runsFor.get(code),
    }),
    context: { previous },
  };
}

/** What the organisation is asked, in the order of its frameworks: criteria and Annex A that apply. */
export function criteriaOf({ known }: Material) {
  return known.posture.frameworks.flatMap(({ framework, requirements }) =>
    requirements
      .filter((each) => each.applies && framework.view !== 'other')
      .map(({ requirement }) => ({ ...requirement, framework: framework.id })),
  );
}

/** Lines that answer anything that is asked and had not ended before the window. */
function linesIn(known: Material, window: Period): readonly ControlLine[] {
  const asked = new Set<RequirementRef>(criteriaOf(known).map(({ ref }) => ref));
  const answering = new Set(
    known.known.mappings.filter(({ to }) => asked.has(to)).map(({ control }) => control),
  );
  return known.lines.filter(({ line }) => {
    const last = line.at(-1);
    const over = last?.retiredOn !== undefined && last.retiredOn <= window.from;
    return !over && line.some(({ code }) => answering.has(code));
  });
}

function timelineOf(known: Material, each: ControlLine, window: Period): Timeline {
  const { control, line, scopes, outside } = each;
  const codes = new Set(line.map(({ code }) => code));
  const systems = systemsAsked(known.known);
  const called = (name: string | undefined, day: PlainDate) => rowNamed(each, systems, { name, day });
  const { found, unlisted } = eventsIn(known, each, window);
  return {
    line,
    scopes,
    exclusions: [
      ...known.exclusions
        .filter((exclusion) => codes.has(exclusion.control))
        .map(({ scope, period, reason, owner }) => ({
          scope: excusedRow(each, scope),
          period,
          reason,
          owner,
        })),
      ...outside,
    ],
    performances: [
      ...[...codes]
        .flatMap((code) => known.facts.get(code) ?? [])
        .flatMap((fact) => performancesOf(known, fact)),
      ...(found?.acts ?? []),
    ].map((act) => ({ ...act, scope: called(act.scope, act.performedAt) })),
    events: found?.events.map((event) => ({ ...event, scope: called(event.scope, event.at) })),
    unlisted,
    runs: [...codes].flatMap((code) => known.runs.get(code) ?? []),
    outages: known.outages
      .filter(({ controls }) => controls === 'all' || controls.includes(control))
      .map((outage) => ({ scope: darkRow(known, each, outage), from: outage.from, until: outage.until })),
  };
}

/** The row that an exclusion names, on whichever days; all rows where it names none. */
function excusedRow({ scopes }: ControlLine, name: string | undefined): string | undefined {
  return name === undefined || isEverywhere(scopes, name) ? undefined : (rowCalled(scopes, name) ?? name);
}

/** The row that an outage darkens; all where its word is none that a scope knows: nobody can say what went unseen. */
function darkRow(known: Material, { scopes }: ControlLine, { scope, from }: KnownOutage) {
  if (scope === undefined) return undefined;
  const day = localDay(known.zone, from);
  const place = placeInRows(scopes, systemsAsked(known.known), { name: scope, day });
  return place.at === 'row' ? place.row : place.at === 'unmatched' ? undefined : scope;
}

/** Events of the rows that the schedule says; and whether a row that a scope added since has a list of its own. */
function eventsIn(known: Material, { line, scopes }: ControlLine, window: Period) {
  const ask = (names: readonly string[]) =>
    line
      .map(({ code }) =>
        knownEvents(known.populations, { period: window, today: known.today, scopes: names, control: code }),
      )
      .find((events) => events !== undefined);
  const [said, added] = [false, true].map((which) =>
    scopes.filter((row) => (row.added ?? false) === which).map(({ name }) => name),
  );
  const found = ask(said ?? []);
  return { found, unlisted: (added ?? []).length > 0 && ask(added ?? []) === undefined };
}

/** One act, or one for each event that the evidence answers. */
function performancesOf(known: Material, fact: EvidenceFact): readonly Performance[] {
  const bearing = known.bearings.get(bearingKey(fact.evidence, fact.control)) ?? NO_BEARING;
  const act = {
    // What a collector of a system brought speaks for that system.
    scope: bearing.scope ?? fact.system,
    performedAt: fact.times.performedAt,
    capturedAt: localDay(known.zone, fact.times.capturedAt ?? fact.times.receivedAt),
    review: fact.review,
    supported: bearing.support !== null,
  };
  if (bearing.events.length === 0) return [{ ...act, evidence: fact.code, event: undefined }];
  return bearing.events.map((event) => ({ ...act, evidence: actName(fact.code, event), event }));
}

/** Evidence that answers several events acts once for each: `E-12 leaver-4`. */
function actName(evidence: string, event: string): string {
  return `${evidence} ${event}`;
}

/** The evidence of an act's name. */
export function evidenceOf(act: string): string {
  return act.split(' ', 1)[0] ?? act;
}
