// Use cases of a reading: open it, read apart from the request, stop it, read it again, throw it away.
import { err, ok, parsePlainDate, runKey, type Instant, type Id, type Result } from '@assay/core';
import {
  DEFAULT_LIMITS,
  isUsable,
  readInWorker,
  type Batch,
  type Progress,
  type ReadRequest,
  type Summary,
} from '@assay/sources';
import type { Deps } from '../../../app/deps.ts';
import type { Refusal } from '../../../app/refusal.ts';
import { newId, newSecret } from '../../../platform/crypto.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import {
  compareWithLatest,
  dropObservations,
  insertObservations,
} from '../../monitoring/monitoring.module.ts';
import { holdArtefact } from '../artefacts.repository.ts';
import { refuseControls, refuseTimes } from '../evidence.usecases.ts';
import {
  findImport,
  type ImportOptions,
  type ImportRecord,
  type ReadingState,
} from '../imports.repository.ts';
import { dropPopulation, insertPopulation } from '../population.repository.ts';
import { standingFor } from './again.ts';
import { Course } from './course.ts';
import { Gathered } from './gathered.ts';
import { readOptionsOf } from './options.ts';
import { Stopped } from './readings.ts';
import {
  breakOff,
  closeReading,
  dropImport,
  importsAlike,
  openImport,
  renewChange,
  reopenImport,
  tellReading,
} from './reading.repository.ts';
import { stateAt } from './state.ts';

export interface ImportDraft {
  readonly artefact: string;
  readonly filename: string;
  readonly options: ImportOptions;
}

/** How often a reading says how far it is. */
const PULSE_MS = 1000;

interface Work {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly now: Instant;
}

/** An import, and whether its file is now to be read by whoever asked. */
export interface Opened {
  readonly held: ImportRecord;
  readonly toRead: boolean;
}

type Read = (
  request: ReadRequest,
  give: (batch: Batch) => Promise<void>,
  tell: (progress: Progress) => void,
) => Promise<Summary>;

/** Opens an import of stored bytes, or finds the one that answers for them already. */
export async function openReading(
  work: Work,
  draft: ImportDraft,
  known: ReadonlySet<string>,
): Promise<Result<Opened, Refusal>> {
  const { tx, scope, now } = work;
  const { options } = draft;
  const performed = options.performedAt === null ? undefined : parsePlainDate(options.performedAt);
  const refusal =
    refuseControls(options.controls, known) ?? (performed && refuseTimes({ performedAt: performed }, now));
  if (refusal) return err(refusal);
  // Held until the end of the transaction: two who bring the same bytes at once get one import.
  if (!(await holdArtefact(tx, scope, draft.artefact)))
    return err({
      code: 'artefact.not_found',
      detail: `No bytes with the hash ${draft.artefact} are stored; send them first.`,
    });
  const found = standingFor(await importsAlike(tx, scope, draft), now);
  if (found.kind === 'counts') return ok({ held: found.held, toRead: false });
  if (found.kind === 'again') return reopen(work, found.held.id);
  if (found.kind === 'waits') {
    const { held } = found;
    if (held.state === 'pending')
      await renewChange(
        tx,
        scope,
        held.id,
        await compareWithLatest(tx, scope, { importId: held.id, run: held.run }),
      );
    return again(work, held.id, false);
  }
  const id = newId('import', now);
  await openImport(tx, scope, {
    id,
    ...draft,
    madeBy: scope.principal.name,
    createdAt: now,
    reading: atTheStart(now),
  });
  return again(work, id, true);
}

/** Reads an interrupted or refused import again, in its own place. */
export async function rereadImport(work: Work, id: string): Promise<Result<Opened, Refusal>> {
  const held = await findImport(work.tx, work.scope, id, true);
  if (!held) return err({ code: 'import.not_found', detail: `There is no import ${id}.` });
  const state = stateAt(held, work.now);
  if (state === 'interrupted' || state === 'refused') return reopen(work, held.id);
  return err({
    code: 'import.not_pending',
    detail: `This import is ${state}; only one that was interrupted or refused is read again.`,
  });
}

/** Stops the reading of an import that never counted, and throws it away. The ledger never knew of it. */
export async function discardImport(
  work: Work & { readonly deps: Deps },
  id: string,
): Promise<Result<undefined, Refusal>> {
  const held = await findImport(work.tx, work.scope, id, true);
  if (!held) return err({ code: 'import.not_found', detail: `There is no import ${id}.` });
  if (held.state === 'committed' || held.state === 'undone')
    return err({
      code: 'import.counted',
      detail: `This import is ${held.state}; its history stays${held.state === 'committed' ? ', undo it instead' : ''}.`,
    });
  const { reading } = held;
  await dropImport(work.tx, work.scope, held.id);
  if (reading)
    await work.deps.db.afterCommit(() => {
      work.deps.readings.stop(reading.token);
      return Promise.resolve();
    });
  return ok(undefined);
}

/** Has an opened import read once the transaction that opened it is true, by this server, apart from the request. */
export function readLater(deps: Deps, scope: OrgScope, held: ImportRecord): Promise<void> {
  const { reading } = held;
  if (!reading) return Promise.resolve();
  const course = new Course(held, reading);
  const { turn } = course;
  const inOrg = <T>(act: (tx: Tx) => Promise<T>): Promise<T> => deps.pool.inOrganisation(scope.org, act);
  const read = async (signal: AbortSignal): Promise<void> => {
    try {
      if (signal.aborted) throw new Stopped();
      await readImport(
        {
          db: deps.pool,
          deps,
          scope,
          read: (request, give, progress) => readInWorker(request, give, { signal, progress }),
        },
        held,
        course,
      );
    } catch {
      // Stopped, or the database is away: the row says that it was cut off, by word or by silence.
      await inOrg((tx) => breakOff(tx, scope, turn)).catch(() => undefined);
    }
  };
  return deps.db.afterCommit(() => {
    // It is heard of while it waits for room, too. Whoever threw the import away elsewhere has ended its turn.
    const pulse = setInterval(() => {
      inOrg((tx) => tellReading(tx, scope, turn, course.stateAt(deps.clock.now()))).then(
        (ours) => (ours ? undefined : deps.readings.stop(turn.token)),
        () => undefined,
      );
    }, PULSE_MS);
    void deps.readings.start(turn.token, read).finally(() => clearInterval(pulse));
    return Promise.resolve();
  });
}

export interface ReadingPlace {
  /** A transaction for each batch, or one around all of them. */
  readonly db: Deps['db'];
  readonly deps: Pick<Deps, 'blobs' | 'clock'>;
  readonly scope: OrgScope;
  /** How the bytes are read: apart, as strangers' files must be, unless the caller vouches for them. */
  readonly read: Read;
}

/** Reads an opened import to its end, and keeps what the file says apart until somebody commits it. */
export async function readImport(place: ReadingPlace, held: ImportRecord, course: Course): Promise<void> {
  const { db, deps, scope } = place;
  const gathered = new Gathered(course.beganAt);
  const summary = await place.read(
    {
      ...deps.blobs.placeOf(scope.org, held.artefact),
      options: readOptionsOf(held.options),
      limits: DEFAULT_LIMITS,
    },
    (batch) =>
      db.inOrganisation(scope.org, async (tx) => {
        const at = gathered.take(batch);
        course.rows(at.rows.length + batch.population.length);
        if (!(await tellReading(tx, scope, course.turn, course.stateAt(deps.clock.now()))))
          throw new Stopped();
        await insertObservations(tx, scope, { importId: held.id, from: at.observation, rows: at.rows });
        await insertPopulation(tx, scope, { importId: held.id, from: at.population, rows: batch.population });
      }),
    (progress) => course.bytes(progress),
  );
  const now = course.beganAt;
  await db.inOrganisation(scope.org, (tx) => end({ tx, scope, now }, { held, course, gathered, summary }));
}

async function end(
  { tx, scope, now }: Work,
  of: {
    readonly held: ImportRecord;
    readonly course: Course;
    readonly gathered: Gathered;
    readonly summary: Summary;
  },
): Promise<void> {
  const { turn } = of.course;
  const { id } = turn;
  const { partial } = of.held.options;
  const usable = isUsable(of.summary, partial);
  const run = runOf(of.summary, partial, now);
  const change = await compareWithLatest(tx, scope, { importId: id, run });
  const closed = await closeReading(tx, scope, {
    ...turn,
    state: usable ? 'pending' : 'refused',
    summary: of.gathered.summary(of.summary, change),
    problems: of.summary.problems,
    run,
  });
  if (!closed) throw new Stopped();
  if (usable) return;
  await dropObservations(tx, scope, id);
  await dropPopulation(tx, scope, id);
}

async function reopen(work: Work, id: Id<'import'>): Promise<Result<Opened, Refusal>> {
  await reopenImport(work.tx, work.scope, id, atTheStart(work.now));
  return again(work, id, true);
}

async function again(work: Work, id: string, toRead: boolean): Promise<Result<Opened, Refusal>> {
  const held = await findImport(work.tx, work.scope, id);
  return held ? ok({ held, toRead }) : err({ code: 'import.not_found', detail: 'The import is gone.' });
}

function atTheStart(now: Instant): ReadingState {
  return { token: newSecret(), beganAt: now, heardAt: now, read: 0, total: 0, rows: 0 };
}

/** Whose whole list the file is. A file that was cut short, or that does not say of what it speaks, is none. */
function runOf({ reader, source, counts }: Summary, partial: boolean, now: Instant): ImportRecord['run'] {
  if (!source?.complete || source.scope === undefined || partial || counts.fatal > 0) return null;
  return { key: runKey({ reader, tool: source.tool, scope: source.scope }), at: source.ranAt ?? now };
}
