// Reads and writes of the controls slice: definitions, states and mappings, each with its history.
import {
  CONTROL_KINDS,
  FREQUENCIES,
  OWNER_ROLES,
  RELATIONS,
  STRENGTHS,
  type Control,
  type ControlCode,
  type ControlState,
  type Instant,
  type Mapping,
  type RequirementRef,
} from '@assay/core';
import { z } from 'zod';
import type { Tx } from '../../platform/postgres/database.ts';
import { knownAt, startOfNext } from '../../platform/postgres/versions.ts';
import type { OrgScope } from '../access/access.module.ts';

const definitionSchema = z.object({
  domain: z.string(),
  name: z.string(),
  objective: z.string(),
  activity: z.string(),
  ownerRole: z.enum(OWNER_ROLES),
  kind: z.enum(CONTROL_KINDS),
  frequency: z.enum(FREQUENCIES),
  freshnessDays: z.number(),
  effortDays: z.number(),
  evidence: z.object({ ask: z.string(), good: z.string(), bad: z.string() }),
});
const instant = z.custom<Instant>((value) => typeof value === 'string');
const stateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('undecided') }),
  z.object({
    state: z.literal('adopted'),
    implementation: z.enum(['planned', 'implemented']),
    since: instant,
    owner: z.string().exactOptional(),
  }),
  z.object({ state: z.literal('not_adopted'), because: z.string(), since: instant }),
]);

export interface StoredControl {
  readonly control: Control;
  readonly own: boolean;
  readonly revision: number;
}

export async function listControls(tx: Tx, scope: OrgScope, at?: Instant): Promise<readonly StoredControl[]> {
  const rows = await tx
    .selectFrom('control_versions')
    .select(['code', 'own', 'revision', 'definition'])
    .where('org_id', '=', scope.org)
    .where(knownAt(at))
    .orderBy('code')
    .execute();
  return rows
    .map((row) => ({
      control: { code: row.code, ...definitionSchema.parse(row.definition) },
      own: row.own,
      revision: row.revision,
    }))
    .sort((a, b) => numberOf(a.control.code) - numberOf(b.control.code));
}

/** Codes of the set as it stands: what is enough to know whether a control is there. */
export async function controlCodes(tx: Tx, scope: OrgScope): Promise<ReadonlySet<ControlCode>> {
  const rows = await tx
    .selectFrom('control_versions')
    .select('code')
    .where('org_id', '=', scope.org)
    .where(knownAt(undefined))
    .execute();
  return new Set(rows.map((row) => row.code));
}

export async function listStates(
  tx: Tx,
  scope: OrgScope,
  at?: Instant,
): Promise<ReadonlyMap<ControlCode, ControlState>> {
  const rows = await tx
    .selectFrom('control_states')
    .select(['code', 'state'])
    .where('org_id', '=', scope.org)
    .where(knownAt(at))
    .execute();
  return new Map(rows.map((row) => [row.code, stateSchema.parse(row.state)]));
}

/** Since when controls have been implemented without a break, as it was known at an instant. */
export async function implementedSince(
  tx: Tx,
  scope: OrgScope,
  at?: Instant,
): Promise<ReadonlyMap<ControlCode, Instant>> {
  let query = tx
    .selectFrom('control_states')
    .select(['code', 'state'])
    .where('org_id', '=', scope.org)
    .orderBy('code')
    .orderBy('known_from');
  if (at !== undefined) query = query.where('known_from', '<=', at);
  const since = new Map<ControlCode, Instant>();
  for (const row of await query.execute()) {
    const state = stateSchema.parse(row.state);
    if (state.state !== 'adopted' || state.implementation !== 'implemented') since.delete(row.code);
    else if (!since.has(row.code)) since.set(row.code, state.since);
  }
  return since;
}

export async function listMappings(tx: Tx, scope: OrgScope, at?: Instant): Promise<readonly Mapping[]> {
  const rows = await tx
    .selectFrom('mapping_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where(knownAt(at))
    .orderBy('code')
    .orderBy('requirement')
    .execute();
  return rows.map((row) => ({
    control: row.code,
    to: refOf(row.requirement),
    relation: pick(RELATIONS, row.relation),
    strength: pick(STRENGTHS, row.strength),
    rationale: row.rationale,
    source: row.source,
    reviewer: row.reviewer,
  }));
}

/** The whole common set for a new organisation, in three statements. */
export async function insertControlSet(
  tx: Tx,
  scope: OrgScope,
  set: {
    readonly controls: readonly Control[];
    readonly mappings: readonly Mapping[];
    readonly now: Instant;
    readonly own: boolean;
  },
): Promise<void> {
  if (set.controls.length > 0)
    await tx
      .insertInto('control_versions')
      .values(
        set.controls.map(({ code, ...definition }) => ({
          org_id: scope.org,
          code,
          own: set.own,
          definition: JSON.stringify(definition),
          revision: 1,
          known_from: set.now,
          known_until: null,
        })),
      )
      .execute();
  for (let i = 0; i < set.mappings.length; i += 500) {
    await tx
      .insertInto('mapping_versions')
      .values(set.mappings.slice(i, i + 500).map((mapping) => rowOf(scope, mapping, set.now)))
      .execute();
  }
}

/** Gives a control its next state; the one before stays in the history. */
export async function changeState(
  tx: Tx,
  scope: OrgScope,
  change: { readonly code: ControlCode; readonly state: ControlState; readonly now: Instant },
): Promise<void> {
  const held = await tx
    .selectFrom('control_states')
    .select('known_from')
    .where('org_id', '=', scope.org)
    .where('code', '=', change.code)
    .where('known_until', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  const from = startOfNext(held?.known_from, change.now);
  if (held)
    await tx
      .updateTable('control_states')
      .set({ known_until: from })
      .where('org_id', '=', scope.org)
      .where('code', '=', change.code)
      .where('known_until', 'is', null)
      .execute();
  await tx
    .insertInto('control_states')
    .values({
      org_id: scope.org,
      code: change.code,
      state: JSON.stringify(change.state),
      known_from: from,
      known_until: null,
    })
    .execute();
}

/** Sets, replaces or (without `mapping`) removes the mapping of a control to a requirement; true when one was there. */
export async function changeMapping(
  tx: Tx,
  scope: OrgScope,
  change: {
    readonly code: ControlCode;
    readonly to: RequirementRef;
    readonly mapping: Mapping | undefined;
    readonly now: Instant;
  },
): Promise<boolean> {
  const held = await tx
    .selectFrom('mapping_versions')
    .select('known_from')
    .where('org_id', '=', scope.org)
    .where('code', '=', change.code)
    .where('requirement', '=', change.to)
    .where('known_until', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  const from = startOfNext(held?.known_from, change.now);
  if (held)
    await tx
      .updateTable('mapping_versions')
      .set({ known_until: from })
      .where('org_id', '=', scope.org)
      .where('code', '=', change.code)
      .where('requirement', '=', change.to)
      .where('known_until', 'is', null)
      .execute();
  if (change.mapping)
    await tx
      .insertInto('mapping_versions')
      .values(rowOf(scope, change.mapping, from))
      .execute();
  return held !== undefined;
}

function rowOf(scope: OrgScope, mapping: Mapping, from: Instant) {
  return {
    org_id: scope.org,
    code: mapping.control,
    requirement: mapping.to,
    relation: mapping.relation,
    strength: mapping.strength,
    rationale: mapping.rationale,
    source: mapping.source,
    reviewer: mapping.reviewer,
    known_from: from,
    known_until: null,
  };
}

/** Number of a control’s id. */
function numberOf(code: string): number {
  return Number(code.slice(2));
}

function refOf(text: string): RequirementRef {
  const cut = text.indexOf('/');
  return `${text.slice(0, cut)}/${text.slice(cut + 1)}`;
}

function pick<const T extends readonly string[]>(list: T, text: string): T[number] {
  const found = list.find((each) => each === text);
  if (found === undefined) throw new Error(`stored value ${text} is none of ${list.join(', ')}`);
  return found;
}
