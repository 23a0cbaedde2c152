// From what is known to what the engine is asked: one timeline for each control in force, and the key controls.
import {
  keyControls,
  knownEvents,
  localDay,
  type ControlCode,
  type ControlLine,
  type EvidenceFact,
  type Performance,
  type Period,
  type RequirementRef,
  type Timeline,
  type WindowQuestion,
} from '@assay/core';
import { bearingKey, NO_BEARING } from './bearings.repository.ts';
import type { Material } from './material.readmodel.ts';

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

function timelineOf(known: Material, { control, line, scopes }: ControlLine, window: Period): Timeline {
  const codes = new Set(line.map(({ code }) => code));
  const asked = { period: window, today: known.today, scopes: scopes.map(({ name }) => name) };
  const found = [...codes]
    .map((code) => knownEvents(known.populations, { ...asked, control: code }))
    .find((events) => events !== undefined);
  return {
    line,
    scopes,
    exclusions: known.exclusions
      .filter((each) => codes.has(each.control))
      .map(({ scope, period, reason, owner }) => ({ scope, period, reason, owner })),
    performances: [
      ...[...codes]
        .flatMap((code) => known.facts.get(code) ?? [])
        .flatMap((fact) => performancesOf(known, fact)),
      ...(found?.acts ?? []),
    ],
    events: found?.events,
    runs: [...codes].flatMap((code) => known.runs.get(code) ?? []),
    // Where a control runs in one place, it does not matter what the place is called.
    outages: known.outages
      .filter((each) => each.controls === 'all' || each.controls.includes(control))
      .map(({ scope, from, until }) => ({ scope: scopes.length > 1 ? scope : undefined, from, until })),
  };
}

/** One act, or one for each event that the evidence answers. */
function performancesOf(known: Material, fact: EvidenceFact): readonly Performance[] {
  const bearing = known.bearings.get(bearingKey(fact.evidence, fact.control)) ?? NO_BEARING;
  const act = {
    scope: bearing.scope ?? undefined,
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
