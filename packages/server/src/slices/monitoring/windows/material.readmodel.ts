// Everything that windows are evaluated from, read once and kept until the ledger grows or a day passes.
import {
  addDays,
  controlLines,
  dateOfInstant,
  groupBy,
  localDay,
  millisOfInstant,
  startOfDay,
  type ControlCode,
  type ControlLine,
  type ControlSchedule,
  type EvidenceFact,
  type Instant,
  type PlainDate,
  type Run,
  type Zone,
  type StandingPopulation,
} from '@assay/core';
import { Kept } from '../../../platform/kept.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import { isZoneName, zoneOf } from '../../../platform/zone.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { implementedSince, knowledge, type Knowledge } from '../../controls/controls.module.ts';
import { ledgerVersion } from '../../evidence/evidence.module.ts';
import type { Catalogue } from '../../frameworks/frameworks.module.ts';
import { controlsOfCheck, sourceOfCheck } from '../checks.ts';
import { importsOfRuns, outagesOf } from '../collectors/collectors.module.ts';
import { listBearings, type Bearing } from './bearings.repository.ts';
import { findCalendar, type OrganisationCalendar } from './calendar.repository.ts';
import { listExclusions, type ExclusionRecord } from './exclusions.repository.ts';
import { populationsStanding } from '../populations/populations.module.ts';
import type { KnownOutage } from './outages.ts';
import { placingsOf } from './places.ts';
import { runsOf, seenOf, type Seen, type SourcesOf } from './runs.repository.ts';
import { listSchedules, type SaidSchedule } from './schedules.repository.ts';
import { listWindows, type WindowRecord } from './windows.repository.ts';

/** What is known of an organisation that a window could be about; the same for every window of it. */
export interface Material {
  readonly known: Knowledge;
  readonly at: Instant;
  readonly today: PlainDate;
  readonly zone: Zone;
  readonly calendar: OrganisationCalendar & { readonly revision: number };
  readonly lines: readonly ControlLine[];
  readonly implementedOn: ReadonlyMap<ControlCode, PlainDate>;
  readonly said: ReadonlyMap<ControlCode, SaidSchedule>;
  readonly exclusions: readonly ExclusionRecord[];
  readonly facts: ReadonlyMap<ControlCode, readonly EvidenceFact[]>;
  readonly bearings: ReadonlyMap<string, Bearing>;
  readonly runs: ReadonlyMap<ControlCode, readonly Run[]>;
  readonly outages: readonly KnownOutage[];
  /** Frozen lists of events; each window asks them for its own days. */
  readonly populations: readonly StandingPopulation[];
  readonly windows: readonly WindowRecord[];
}

export interface MaterialAsked {
  readonly catalogue: Catalogue;
  readonly now: Instant;
  /** As it was known at this instant. */
  readonly at?: Instant | undefined;
}

/** Days before and after today that are read: a report of twelve months, the one before it, and what is planned. */
const BEFORE = 800;
const AFTER = 800;

const KEPT = 50;
const zones = new Map<string, Zone>();
const kept = new Kept<Material>(KEPT);

/** What is known now, or was known at an instant. */
export async function material(tx: Tx, scope: OrgScope, asked: MaterialAsked): Promise<Material> {
  const known = await knowledge(tx, scope, asked);
  if (asked.at !== undefined) return read(tx, scope, { asked, known });
  // The organisation's own day may begin at any half hour, and a collector falls silent without an entry: ten minutes.
  const version = `${await ledgerVersion(tx, scope)}@${asked.now.slice(0, 15)}`;
  return kept.of(scope.org, version, () => read(tx, scope, { asked, known }));
}

async function read(
  tx: Tx,
  scope: OrgScope,
  { asked, known }: { readonly asked: MaterialAsked; readonly known: Knowledge },
): Promise<Material> {
  const { at } = asked;
  const then = at ?? asked.now;
  const zone = zoneAt(known.settings.time_zone, then);
  const today = localDay(zone, then);
  const span = { from: startOfDay(addDays(today, -BEFORE)), until: startOfDay(addDays(today, AFTER)) };
  const since = await implementedSince(tx, scope, at);
  const implementedOn = new Map([...since].map(([code, instant]) => [code, localDay(zone, instant)]));
  const said = await listSchedules(tx, scope, at);
  const brought = await importsOfRuns(tx, scope, asked);
  const sourcesOf = sourcesIn(known, asked.catalogue);
  const seen = await seenOf(tx, scope, { ...span, at, sourcesOf, incomplete: brought.unknown });
  const systems = systemsAsked(known);
  const lines = controlLines({
    controls: known.controls,
    states: known.states,
    implementedOn,
    schedules: schedulesOf(said),
    today,
    systems,
    toldApart: toldApartIn(known, seen, brought.scopes),
  });
  return {
    known,
    at: then,
    today,
    zone,
    calendar: await findCalendar(tx, scope, at),
    lines,
    implementedOn,
    said,
    exclusions: await listExclusions(tx, scope, at),
    facts: groupBy(known.facts, ({ control }) => control),
    bearings: await listBearings(tx, scope, at),
    runs: runsOf(seen, placingsOf({ lines, systems, zone, systemOf: brought.scopes })),
    outages: (await outagesOf(tx, scope, { ...asked, ...span })).map(
      ({ controls, scope: where, from, until, collector }): KnownOutage => ({
        controls,
        scope: where,
        from,
        until: until ?? then,
        reason: `${collector} was silent`,
      }),
    ),
    populations: await populationsStanding(tx, scope, at),
    windows: await listWindows(tx, scope, at),
  };
}

/** The examined scope: that of the first framework in use with the view of SOC 2, where it names systems. */
export function systemsAsked({ named, frameworks }: Pick<Knowledge, 'named' | 'frameworks'>) {
  const framework = frameworks.find(({ view }) => view === 'soc2')?.id;
  return named && framework !== undefined ? { history: named.history, framework } : undefined;
}

/** Controls of which something that was seen or done names a system. */
function toldApartIn(
  known: Knowledge,
  { looks }: Seen,
  systemOf: ReadonlyMap<string, string>,
): ReadonlySet<ControlCode> {
  const seen = [...looks].filter(([, own]) => own.some((look) => systemOf.has(look.import_id)));
  const done = known.facts.filter(({ system }) => system !== undefined);
  return new Set([...seen.map(([control]) => control), ...done.map(({ control }) => control)]);
}

/** For which controls a check speaks, and as which source. */
export function sourcesIn({ overrides }: Pick<Knowledge, 'overrides'>, catalogue: Catalogue): SourcesOf {
  return (check) => {
    const source = sourceOfCheck(check, overrides, catalogue);
    return controlsOfCheck(check, overrides, catalogue).map((control) => ({ control, source }));
  };
}

export function schedulesOf(
  said: ReadonlyMap<ControlCode, SaidSchedule>,
): ReadonlyMap<ControlCode, ControlSchedule> {
  return new Map([...said].map(([code, { schedule }]) => [code, schedule]));
}

/** The organisation's zone around an instant; a name that this machine does not know is read as UTC, and shown so. */
function zoneAt(name: string, at: Instant): Zone {
  const from = startOfDay(addDays(dateOfInstant(at), -BEFORE));
  const until = startOfDay(addDays(dateOfInstant(at), AFTER));
  const known = isZoneName(name) ? name : 'UTC';
  const held = zones.get(`${known} ${from}`);
  if (held) return held;
  if (zones.size >= KEPT) zones.clear();
  const zone = zoneOf(known, millisOfInstant(from), millisOfInstant(until));
  zones.set(`${known} ${from}`, zone);
  return zone;
}
