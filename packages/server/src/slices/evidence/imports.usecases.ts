// Use cases of imports: read a file into a dry run, commit it whole, undo it whole.
import { createHash } from 'node:crypto';
import {
  dateOfInstant,
  err,
  OBSERVATION_STATUSES,
  ok,
  parseInstant,
  parsePlainDate,
  runKey,
  type Instant,
  type Observation,
  type PlainDate,
  type Result,
} from '@assay/core';
import {
  DEFAULT_LIMITS,
  isUsable,
  readInWorker,
  type Batch,
  type ReadOptions,
  type ReadRequest,
  type Summary,
} from '@assay/sources';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import { newId } from '../../platform/crypto.ts';
import type { OrgScope } from '../access/access.module.ts';
import {
  applyToLatest,
  checkOverrides,
  compareWithLatest,
  controlsOfCheck,
  dropObservations,
  insertObservations,
  tallyChecks,
  withdrawFromLatest,
  type ReceivedObservation,
} from '../monitoring/monitoring.module.ts';
import { findArtefact } from './artefacts.repository.ts';
import { findEvidence } from './evidence.repository.ts';
import { addEvidence, refuseControls, refuseTimes, setWithdrawn, type Work } from './evidence.usecases.ts';
import {
  closeReading,
  findImport,
  moveImport,
  openImport,
  sameImport,
  type ImportOptions,
  type ImportRecord,
  type ImportSummary,
} from './imports.repository.ts';
import { insertPopulation, dropPopulation } from './population.repository.ts';
import { importDocument } from './imports.document.ts';
import { record } from './ledger/record.ts';

export interface ImportDraft {
  readonly artefact: string;
  readonly filename: string;
  readonly options: ImportOptions;
  readonly read: ReadOptions;
}

interface Start {
  readonly deps: Deps;
  readonly scope: OrgScope;
  readonly now: Instant;
  /** How the bytes are read: apart, as strangers' files must be, unless the caller vouches for them. */
  readonly read?: (request: ReadRequest, give: (batch: Batch) => Promise<void>) => Promise<Summary>;
}

/** Reads stored bytes in a limited worker, keeps what they say apart, and answers what it would change. */
export async function startImport(
  start: Start,
  draft: ImportDraft,
  known: ReadonlySet<string>,
): Promise<Result<ImportRecord, Refusal>> {
  const { deps, scope, now } = start;
  const performed =
    draft.options.performedAt === null ? undefined : parsePlainDate(draft.options.performedAt);
  const refusal =
    refuseControls(draft.options.controls, known) ??
    (performed && refuseTimes({ performedAt: performed }, now));
  if (refusal) return err(refusal);
  const artefact = await deps.db.inOrganisation(scope.org, (tx) => findArtefact(tx, scope, draft.artefact));
  if (!artefact)
    return err({
      code: 'artefact.not_found',
      detail: `No bytes with the hash ${draft.artefact} are stored; send them first.`,
    });
  const id = newId('import', now);
  await deps.db.inOrganisation(scope.org, (tx) =>
    openImport(tx, scope, {
      id,
      artefact: draft.artefact,
      filename: draft.filename,
      options: draft.options,
      madeBy: scope.principal.name,
      createdAt: now,
    }),
  );
  const gathered = new Gathered(now);
  const summary = await (start.read ?? readInWorker)(
    { path: deps.blobs.pathOf(scope.org, draft.artefact), options: draft.read, limits: DEFAULT_LIMITS },
    (batch) =>
      deps.db.inOrganisation(scope.org, async (tx) => {
        const at = gathered.take(batch);
        await insertObservations(tx, scope, { importId: id, from: at.observation, rows: at.rows });
        await insertPopulation(tx, scope, { importId: id, from: at.population, rows: batch.population });
      }),
  );
  return deps.db.inOrganisation(scope.org, async (tx) => {
    const usable = isUsable(summary, draft.options.partial);
    const run = runOf(summary, draft.options.partial, now);
    const change = await compareWithLatest(tx, scope, { importId: id, run });
    if (!usable) {
      await dropObservations(tx, scope, id);
      await dropPopulation(tx, scope, id);
    }
    await closeReading(tx, scope, {
      id,
      state: usable ? 'pending' : 'refused',
      summary: gathered.summary(summary, change),
      problems: summary.problems,
      run,
    });
    const found = await findImport(tx, scope, id);
    return found ? ok(found) : err({ code: 'import.not_found', detail: 'The import is gone.' });
  });
}

/** Whose whole list the file is. A file that was cut short, or that does not say of what it speaks, is none. */
function runOf({ reader, source, counts }: Summary, partial: boolean, now: Instant): ImportRecord['run'] {
  if (!source?.complete || source.scope === undefined || partial || counts.fatal > 0) return null;
  return { key: runKey({ reader, tool: source.tool, scope: source.scope }), at: source.ranAt ?? now };
}

/** Makes a pending import true: one evidence record, the latest observations, one ledger entry, one transaction. */
export async function commitImport(
  work: Work & { readonly deps: Deps },
  id: string,
): Promise<Result<ImportRecord, Refusal>> {
  const { tx, scope, now } = work;
  const held = await findImport(tx, scope, id, true);
  if (!held) return err({ code: 'import.not_found', detail: `There is no import ${id}.` });
  if (held.state === 'refused')
    return err({
      code: 'import.refused',
      detail: 'The file was refused; its problems say why. Nothing was changed.',
    });
  if (held.state !== 'pending')
    return err({ code: 'import.not_pending', detail: `This import is ${held.state} already.` });
  const same = await sameImport(tx, scope, held);
  if (same)
    return err({
      code: 'import.same_file',
      detail: `This very file was imported on ${dateOfInstant(same.createdAt)}${same.evidence ? ` as ${same.evidence}` : ''}; nothing was changed.`,
    });
  const evidence = await addEvidence(work, await evidenceOf(work, held));
  if (!evidence.ok) return evidence;
  await moveImport(tx, scope, held.id, { state: 'committed', at: now, evidence: evidence.value.code });
  await applyToLatest(tx, scope, { importId: held.id, receivedAt: now, run: held.run });
  const committed = await again(work, held.id);
  if (!committed.ok) return committed;
  await record(tx, scope, {
    kind: 'import.committed',
    subject: held.id,
    at: now,
    artefact: held.artefact,
    payload: { ...importDocument(committed.value), by: scope.principal.name },
  });
  return committed;
}

/** Takes a whole import back; the evidence record is withdrawn with it, the history keeps both. */
export async function undoImport(work: Work, id: string): Promise<Result<ImportRecord, Refusal>> {
  const { tx, scope, now } = work;
  const held = await findImport(tx, scope, id, true);
  if (!held) return err({ code: 'import.not_found', detail: `There is no import ${id}.` });
  if (held.state === 'undone')
    return err({ code: 'import.already_undone', detail: 'This import is undone already.' });
  if (held.state !== 'committed')
    return err({
      code: 'import.not_pending',
      detail: `This import is ${held.state}; there is nothing to undo.`,
    });
  await moveImport(tx, scope, held.id, { state: 'undone', at: now });
  await withdrawFromLatest(tx, scope, { importId: held.id, run: held.run });
  const evidence = held.evidence === null ? undefined : await findEvidence(tx, scope, held.evidence, true);
  if (evidence && !evidence.withdrawn) await setWithdrawn(work, evidence, true);
  await record(tx, scope, {
    kind: 'import.undone',
    subject: held.id,
    at: now,
    payload: { import: held.id, by: scope.principal.name },
  });
  return again(work, held.id);
}

/** The record that a commit of the import makes. */
export async function evidenceOf(work: Work & { readonly deps: Deps }, held: ImportRecord) {
  const { summary, options } = held;
  const overrides = await checkOverrides(work.tx, work.scope);
  const tallies = await tallyChecks(work.tx, work.scope, held.id);
  const mapped = tallies
    .flatMap((tally) => controlsOfCheck(tally.check, overrides, work.deps.catalogue))
    .filter((code) => work.knownControls.has(code));
  const ranAt = summary.ranAt === null ? undefined : parseInstant(summary.ranAt);
  const observed = summary.lastObserved === null ? undefined : parseInstant(summary.lastObserved);
  const today = dateOfInstant(work.now);
  const source = ranAt ?? observed;
  const performedAt: PlainDate =
    (options.performedAt === null ? undefined : parsePlainDate(options.performedAt)) ??
    (source && dateOfInstant(source) <= today ? dateOfInstant(source) : today);
  const from = options.covers && parsePlainDate(options.covers.from);
  const until = options.covers && parsePlainDate(options.covers.until);
  return {
    title: options.title ?? titleOf(held),
    kind: options.kind ?? (summary.total > 0 ? ('scan' as const) : ('document' as const)),
    method: options.method,
    source: summary.tool ?? 'file',
    importId: held.id,
    artefact: held.artefact,
    controls: [...new Set([...options.controls, ...mapped])].sort(),
    times: {
      performedAt,
      ...(from && until ? { covers: { from, until } } : {}),
      ...(source ? { capturedAt: source } : {}),
    },
  };
}

function titleOf(held: ImportRecord): string {
  const { summary } = held;
  if (summary.total === 0) return held.filename.slice(0, 200);
  const count = `${summary.total} result${summary.total === 1 ? '' : 's'}`;
  // The day tells one weekly scan from the next; not every tool writes when it ran.
  const day = (summary.ranAt ?? held.createdAt).slice(0, 10);
  return [`${toolTitle(summary)}: ${count}`, summary.scope, day]
    .filter((part) => part !== null)
    .join(', ')
    .slice(0, 200);
}

/** The reader's title, with the tool before it where many tools write one format. */
function toolTitle({ tool, readerTitle }: ImportSummary): string {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return tool === null || plain(readerTitle).includes(plain(tool)) ? readerTitle : `${tool} (${readerTitle})`;
}

async function again(work: Work, id: string): Promise<Result<ImportRecord, Refusal>> {
  const found = await findImport(work.tx, work.scope, id);
  return found ? ok(found) : err({ code: 'import.not_found', detail: 'The import is gone.' });
}

/** Counts what comes by and hashes it in order, so that reading the same bytes again can be compared. */
export class Gathered {
  readonly #now: Instant;
  readonly #hash = createHash('sha256');
  readonly #counts: Record<Observation['status'], number> = {
    pass: 0,
    fail: 0,
    error: 0,
    not_applicable: 0,
    unknown: 0,
  };
  #observations = 0;
  #population = 0;
  #last: Instant | undefined;

  constructor(now: Instant) {
    this.#now = now;
  }

  take(batch: Batch): {
    readonly observation: number;
    readonly population: number;
    readonly rows: readonly ReceivedObservation[];
  } {
    const at = { observation: this.#observations, population: this.#population };
    const rows = batch.observations.map((each): ReceivedObservation => {
      this.#counts[each.status] += 1;
      this.#hash.update(
        JSON.stringify([
          each.check,
          each.subject,
          each.status,
          each.observedAt ?? null,
          each.severity ?? null,
          each.message ?? null,
        ]),
      );
      if (each.observedAt !== undefined && (this.#last === undefined || each.observedAt > this.#last))
        this.#last = each.observedAt;
      // A source without times is known only from when it was received.
      return { ...each, observedAt: each.observedAt ?? this.#now };
    });
    for (const row of batch.population)
      this.#hash.update(JSON.stringify([row.population, row.key, row.fields]));
    this.#observations += batch.observations.length;
    this.#population += batch.population.length;
    return { ...at, rows };
  }

  summary(read: Summary, change: ImportSummary['change']): ImportSummary {
    return {
      reader: read.reader,
      readerVersion: read.readerVersion,
      readerTitle: read.readerTitle,
      tool: read.source?.tool ?? null,
      toolVersion: read.source?.toolVersion ?? null,
      scope: read.source?.scope ?? null,
      ranAt: read.source?.ranAt ?? null,
      observations: { ...this.#counts },
      total: OBSERVATION_STATUSES.reduce((sum, status) => sum + this.#counts[status], 0),
      change,
      populationRows: this.#population,
      problems: { ...read.counts },
      digest: this.#hash.copy().digest('hex'),
      lastObserved: this.#last ?? null,
    };
  }
}
