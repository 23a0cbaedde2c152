// Use cases of drafts: a table is read, mapped, questioned; nothing of it counts until it is frozen.
import {
  err,
  KINDS,
  ok,
  spanOf,
  type ControlCode,
  type Instant,
  type PopulationKind,
  type Result,
} from '@assay/core';
import type { Deps } from '../../../app/deps.ts';
import type { Refusal } from '../../../app/refusal.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import { nextNumber, type OrgScope } from '../../access/access.module.ts';
import { controlCodes } from '../../controls/controls.module.ts';
import { record } from '../../evidence/evidence.module.ts';
import { draftMapping, rowsBy, type DraftMapping } from './draftRows.ts';
import { codeOf, tagOf, type PopulationRecord, type SaidOf } from './population.ts';
import { deleteDraft, findPopulation, insertDraft, updateDraft } from './populations.repository.ts';
import { dropRows, replaceRows } from './rows.repository.ts';
import { readTable, type ReadBytes, type TableReading } from './tableReading.ts';

export interface Work {
  readonly deps: Deps;
  readonly scope: OrgScope;
  readonly now: Instant;
}

export interface DraftChange {
  readonly kind?: PopulationKind | undefined;
  readonly title?: string | undefined;
  readonly scope?: string | null | undefined;
  readonly controls?: readonly ControlCode[] | undefined;
  readonly sheet?: string | undefined;
  readonly mapping?: AskedMapping | undefined;
  readonly provenance?: Partial<SaidOf> | undefined;
}

type AskedMapping = { key: string; day: string; done?: string | undefined; fields?: string[] | undefined };

export interface FreshDraft extends DraftChange {
  readonly artefact: string;
  readonly filename: string;
  readonly kind: PopulationKind;
}

const NOTHING_SAID: SaidOf = {
  source: null,
  environment: null,
  query: null,
  filters: null,
  range: null,
  generator: null,
  generatedAt: null,
  everyPage: null,
  daysWrittenBy: null,
};

/** Reads the table before any row of the database is held, then keeps it as a draft. */
export async function startDraft(
  work: Work & { readonly read?: ReadBytes },
  fresh: FreshDraft,
): Promise<Result<string, Refusal>> {
  const { deps, scope, now } = work;
  const sheet = fresh.sheet ?? null;
  const table = await readTable(work, { artefact: fresh.artefact, sheet });
  if (!table.ok) return table;
  const read = readInto(table.value, { kind: fresh.kind, sheet, asked: fresh.mapping });
  if (!read.ok) return read;
  return deps.db.inOrganisation(scope.org, async (tx) => {
    const controls = await controlsFor(tx, scope, { kind: fresh.kind, asked: fresh.controls });
    if (!controls.ok) return controls;
    const seq = await nextNumber(tx, scope, 'population');
    const draft = {
      seq,
      kind: fresh.kind,
      title: fresh.title ?? KINDS[fresh.kind].title,
      scope: fresh.scope ?? null,
      controls: controls.value,
      artefact: fresh.artefact,
      filename: fresh.filename,
      ...read.value.columns,
      provenance: { ...NOTHING_SAID, ...fresh.provenance },
      madeBy: scope.principal.name,
      createdAt: now,
    };
    await insertDraft(tx, scope, draft);
    await replaceRows(tx, scope, { seq, mapped: read.value.mapped });
    await record(tx, scope, {
      kind: 'population.drafted',
      subject: codeOf(seq),
      at: now,
      artefact: fresh.artefact,
      payload: {
        population: codeOf(seq),
        kind: draft.kind,
        title: draft.title,
        rows: draft.rows,
        by: draft.madeBy,
      },
    });
    return ok(codeOf(seq));
  });
}

/** Changes a draft; its table is read again only when other columns or another sheet are asked for. */
export async function changeDraft(
  work: Work,
  code: string,
  asked: { readonly ifMatch: string | undefined; readonly change: DraftChange },
): Promise<Result<string, Refusal>> {
  const { deps, scope, now } = work;
  const { change, ifMatch } = asked;
  // Beside the unit of the write: nobody waits while a table is read.
  const before = await deps.pool.inOrganisation(scope.org, (tx) => draftAs(tx, scope, { code, ifMatch }));
  if (!before.ok) return before;
  const kind = change.kind ?? before.value.kind;
  const sheet = change.sheet ?? before.value.reading.sheet;
  const read = await readAgain(work, before.value, { kind, sheet, mapping: change.mapping });
  if (!read.ok) return read;
  return deps.db.inOrganisation(scope.org, async (tx) => {
    const held = await draftAs(tx, scope, { code, ifMatch });
    if (!held.ok) return held;
    const wanted = change.controls ?? (kind === held.value.kind ? held.value.controls : undefined);
    const controls = await controlsFor(tx, scope, { kind, asked: wanted });
    if (!controls.ok) return controls;
    const draft: PopulationRecord = {
      ...held.value,
      ...read.value?.columns,
      kind,
      title: change.title ?? held.value.title,
      scope: change.scope === undefined ? held.value.scope : change.scope,
      controls: controls.value,
      provenance: { ...held.value.provenance, ...change.provenance },
    };
    await updateDraft(tx, scope, draft);
    if (read.value) await replaceRows(tx, scope, { seq: draft.seq, mapped: read.value.mapped });
    await record(tx, scope, {
      kind: 'population.draft_changed',
      subject: code,
      at: now,
      payload: {
        population: draft.code,
        changed: Object.keys(change),
        rows: draft.rows,
        by: scope.principal.name,
      },
    });
    return ok(draft.code);
  });
}

/** The draft as whoever changes it has read it. */
async function draftAs(
  tx: Tx,
  scope: OrgScope,
  { code, ifMatch }: { readonly code: string; readonly ifMatch: string | undefined },
): Promise<Result<PopulationRecord, Refusal>> {
  const held = await draftOf(tx, scope, code);
  if (!held.ok || ifMatch === tagOf(held.value)) return held;
  return err({
    code: 'request.conflict',
    detail: `${held.value.code} was changed meanwhile; look at it again.`,
    current: { title: held.value.title, kind: held.value.kind, rows: held.value.rows },
  });
}

export async function discardDraft(work: Work, code: string): Promise<Result<true, Refusal>> {
  const { deps, scope, now } = work;
  return deps.db.inOrganisation(scope.org, async (tx) => {
    const held = await draftOf(tx, scope, code);
    if (!held.ok) return held;
    await dropRows(tx, scope, held.value.seq);
    await deleteDraft(tx, scope, held.value.seq);
    await record(tx, scope, {
      kind: 'population.discarded',
      subject: held.value.code,
      at: now,
      payload: { population: held.value.code, by: scope.principal.name },
    });
    return ok(true);
  });
}

/** The draft of a code, locked; a refusal when it is none. */
export async function draftOf(
  tx: Tx,
  scope: OrgScope,
  code: string,
): Promise<Result<PopulationRecord, Refusal>> {
  const held = await findPopulation(tx, scope, code, true);
  if (!held) return err(noPopulation(code));
  if (held.state === 'frozen')
    return err({
      code: 'population.frozen',
      detail: `${held.code} is frozen and stays as it is; bring a new list and freeze it in its place.`,
    });
  return ok(held);
}

export function noPopulation(code: string): Refusal {
  return { code: 'population.not_found', detail: `There is no population ${code}.` };
}

/** A reading for the record, and the rows that its mapping gives. */
export function readInto(
  { rows, ...table }: TableReading,
  how: {
    readonly kind: PopulationKind;
    readonly sheet: string | null;
    readonly asked: AskedMapping | undefined;
  },
) {
  const { mapping, missing } = draftMapping(
    table.columns.map((column) => column.name),
    how.kind,
    how.asked,
  );
  if (missing !== undefined)
    return err<Refusal>({
      code: 'population.column_unknown',
      detail: `The table has no column “${missing}”. Its columns are ${namesOf(table)}.`,
    });
  const { mapped, faults } = rowsBy(mapping, rows);
  const span = spanOf(mapped.map(({ row }) => row));
  return ok({
    mapped,
    columns: {
      reading: { ...table, sheet: how.sheet, faults },
      mapping,
      rows: mapped.length,
      first: span?.first ?? null,
      last: span?.last ?? null,
    },
  });
}

async function readAgain(
  work: Work,
  held: PopulationRecord,
  to: {
    readonly kind: PopulationKind;
    readonly sheet: string | null;
    readonly mapping: AskedMapping | undefined;
  },
) {
  if (to.mapping === undefined && to.sheet === held.reading.sheet) return ok(undefined);
  const table = await readTable(work, { artefact: held.artefact, sheet: to.sheet });
  if (!table.ok) return table;
  const asked = to.mapping ?? (to.sheet === held.reading.sheet ? askedOf(held.mapping) : undefined);
  return readInto(table.value, { kind: to.kind, sheet: to.sheet, asked });
}

function askedOf({ key, day, done, fields }: DraftMapping): AskedMapping | undefined {
  return key === null || day === null
    ? undefined
    : { key, day, fields: [...fields], ...(done === null ? {} : { done }) };
}

/** The controls that were named, which must be there; or those of the kind that are. */
async function controlsFor(
  tx: Tx,
  scope: OrgScope,
  { kind, asked }: { readonly kind: PopulationKind; readonly asked: readonly ControlCode[] | undefined },
): Promise<Result<readonly ControlCode[], Refusal>> {
  const known = await controlCodes(tx, scope);
  if (!asked) return ok(KINDS[kind].controls.filter((code) => known.has(code)));
  const missing = asked.find((code) => !known.has(code));
  return missing === undefined
    ? ok([...new Set(asked)].sort())
    : err({ code: 'control.not_found', detail: `There is no control ${missing} in the set.` });
}

function namesOf(table: Pick<TableReading, 'columns'>): string {
  return table.columns
    .slice(0, 20)
    .map((column) => column.name.slice(0, 40))
    .join(', ');
}
