// Everything that posture is computed from, read once and kept until the ledger grows: each write
// leaves an entry, so the ledger’s head is the version of all that is known.
import {
  countByControl,
  dateOfInstant,
  overlap,
  posture,
  type Applicability,
  type CheckCounts,
  type CheckKey,
  type Control,
  type ControlCode,
  type ControlState,
  type EvidenceFact,
  type Examination,
  type Framework,
  type Instant,
  type Mapping,
  type PlainDate,
  type Posture,
  type RequirementRef,
  type SystemsKnown,
} from '@assay/core';
import { Kept } from '../../platform/kept.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import { examinationOf, findOrganisation, type OrgScope, type Settings } from '../access/access.module.ts';
import { evidenceFacts, ledgerVersion } from '../evidence/evidence.module.ts';
import { allFrameworks, decisions, type Catalogue } from '../frameworks/frameworks.module.ts';
import { checkOverrides, controlsOfCheck, latestObservations } from '../monitoring/monitoring.module.ts';
import { scopesOn, type ScopeHeld } from '../isms/isms.module.ts';
import { namedSystems, systemsKnown, type NamedSystems } from './systems.readmodel.ts';
import { listControls, listMappings, listStates, type StoredControl } from './controls.repository.ts';

export interface Knowledge {
  readonly settings: Settings;
  readonly examination: Examination;
  readonly today: PlainDate;
  readonly frameworks: readonly Framework[];
  /** The approved scope of each framework that is in force today. */
  readonly scopes: ReadonlyMap<string, ScopeHeld>;
  readonly stored: readonly StoredControl[];
  readonly controls: readonly Control[];
  readonly states: ReadonlyMap<ControlCode, ControlState>;
  readonly mappings: readonly Mapping[];
  readonly decisions: ReadonlyMap<RequirementRef, Applicability>;
  readonly facts: readonly EvidenceFact[];
  readonly checks: ReadonlyMap<ControlCode, CheckCounts>;
  readonly overrides: ReadonlyMap<CheckKey, readonly ControlCode[]>;
  /** Undefined where no scope names a system. */
  readonly named: NamedSystems | undefined;
  readonly systems: SystemsKnown | undefined;
  readonly posture: Posture;
}

interface Asked {
  readonly catalogue: Catalogue;
  readonly now: Instant;
  /** Answer from what was known at this instant. */
  readonly at?: Instant | undefined;
}

/** Present knowledge, of the organisations that were asked last. */
const kept = new Kept<Knowledge>(200);

/** The little that judging and recording evidence needs: no mappings, no facts, no observations. */
export type Outline = Pick<Knowledge, 'today' | 'examination' | 'controls' | 'overrides'>;

/** Reads the outline as it stands now. */
export async function outline(tx: Tx, scope: OrgScope, now: Instant): Promise<Outline> {
  const organisation = await findOrganisation(tx, scope);
  if (!organisation) throw new NothingKnown(`nothing is known of ${scope.slug}`);
  return {
    today: dateOfInstant(now),
    examination: examinationOf(organisation.settings),
    controls: (await listControls(tx, scope)).map(({ control }) => control),
    overrides: await checkOverrides(tx, scope),
  };
}

/** What is known now, or was known at an instant, with the posture that follows from it. */
export async function knowledge(tx: Tx, scope: OrgScope, asked: Asked): Promise<Knowledge> {
  if (asked.at !== undefined) return read(tx, scope, asked);
  const version = `${await ledgerVersion(tx, scope)}@${dateOfInstant(asked.now)}`;
  return kept.of(scope.org, version, () => read(tx, scope, asked));
}

async function read(tx: Tx, scope: OrgScope, asked: Asked): Promise<Knowledge> {
  const { at } = asked;
  const organisation = await findOrganisation(tx, scope, at);
  if (!organisation) throw new NothingKnown(`nothing was known of ${scope.slug} at ${at ?? asked.now}`);
  const { settings } = organisation;
  const today = dateOfInstant(at ?? asked.now);
  const all = await allFrameworks(tx, scope, asked.catalogue, at);
  const stored = await listControls(tx, scope, at);
  const overrides = await checkOverrides(tx, scope, at);
  const freshness = new Map(stored.map(({ control }) => [control.code, control.freshnessDays]));
  const named = await namedSystems(tx, scope, { today, at });
  const latest = await latestObservations(tx, scope, { at });
  const controlsOf = (check: CheckKey) => controlsOfCheck(check, overrides, asked.catalogue);
  const checks = countByControl(latest, {
    today,
    controlsOf,
    freshnessOf: (code) => freshness.get(code) ?? 365,
  });
  const base = {
    settings,
    examination: examinationOf(settings),
    today,
    stored,
    controls: stored.map(({ control }) => control),
    overrides,
    checks,
    frameworks: settings.frameworks.flatMap((id) => all.get(id) ?? []),
    scopes: await scopesOn(tx, scope, today, at),
    states: await listStates(tx, scope, at),
    mappings: await listMappings(tx, scope, at),
    decisions: await decisions(tx, scope, at),
    facts: await evidenceFacts(tx, scope, { at, systemOf: named?.systemOf }),
    named,
  };
  const systems = named && systemsKnown({ ...named, today }, latest, controlsOf);
  return { ...base, systems, posture: posture({ ...base, systems, categories: settings.categories }) };
}

/** Asked for a time before the organisation was there. */
export class NothingKnown extends Error {}

/** Overlap over what is in scope: chosen categories, less what does not apply. */
export function overlapOf(known: Knowledge) {
  const requirements = known.posture.frameworks
    .filter((each) => each.framework.view !== 'other')
    .flatMap((each) => each.requirements)
    .filter((each) => each.applies)
    .map((each) => each.requirement.ref);
  return overlap({ controls: known.controls, mappings: known.mappings, requirements, evidence: known.facts });
}
