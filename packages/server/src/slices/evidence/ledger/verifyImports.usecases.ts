// Imports must be what the ledger committed to; a rebuild also reads every file again and compares what follows.
import { canonicalText } from '@assay/core';
import { DEFAULT_LIMITS, KeptProcess, readInWorker, type PopulationRow, type Problem } from '@assay/sources';
import { z } from 'zod';
import {
  daysDiffer,
  latestDiffers,
  storedObservations,
  systemsDiffer,
  type ReceivedObservation,
} from '../../monitoring/monitoring.module.ts';
import { committedForms } from '../imports.document.ts';
import { committedImports, storedProblems, type ImportRecord } from '../imports.repository.ts';
import { storedPopulation } from '../population.repository.ts';
import { Gathered } from '../reading/gathered.ts';
import { readOptionsOf } from '../reading/options.ts';
import type { Fault, VerifyWork } from './fault.ts';
import { holdLedger } from './append.repository.ts';
import { entriesAbout, type EntryRow } from './ledger.repository.ts';

/** Faults of one import that are listed; more say nothing more. */
const MOST_FAULTS = 100;

type Read = NonNullable<VerifyWork['read']>;
type Rereading = VerifyWork & { readonly read: Read };
type Committed = Awaited<ReturnType<typeof committedImports>>[number];

export async function verifyImports(work: VerifyWork, rebuild: boolean): Promise<readonly Fault[]> {
  const { imports, entries } = await work.deps.db.inOrganisation(work.scope.org, async (tx) => {
    await holdLedger(tx, work.scope);
    const found = await committedImports(tx, work.scope);
    const ids = found.map((each) => each.id);
    const about = await entriesAbout(tx, work.scope, ids, 'import.');
    return { imports: found, entries: Map.groupBy(about, (entry) => entry.subject) };
  });
  const faults = imports.flatMap((each) => importFaults(each, entries.get(each.id) ?? []));
  const moved = await work.deps.db.inOrganisation(work.scope.org, (tx) => systemsDiffer(tx, work.scope));
  for (const id of moved)
    faults.push({ item: `import ${id}`, fault: 'the system is not the one that its collector looked at' });
  if (!rebuild) return faults;
  // Each was read in a process of its own when it came; again they may share one.
  const keep = new KeptProcess();
  const read: Read = work.read ?? ((request, give) => readInWorker(request, give, { keep }));
  try {
    for (const { record } of imports)
      if (record && !work.deps.blobs.isErased(work.scope.org, record.artefact))
        faults.push(...(await rebuilt({ ...work, read }, record)));
  } finally {
    keep.close();
  }
  const differing = await work.deps.db.inOrganisation(work.scope.org, (tx) => latestDiffers(tx, work.scope));
  for (const name of differing)
    faults.push({ item: `latest observation ${name}`, fault: 'is not what the imports give' });
  const days = await work.deps.db.inOrganisation(work.scope.org, (tx) => daysDiffer(tx, work.scope));
  for (const item of days) faults.push({ item, fault: 'is not what the imports give' });
  return faults;
}

function nameOf(each: Pick<ImportRecord, 'id' | 'filename'> | Committed): string {
  return `import ${each.id} (${each.filename})`;
}

function importFaults(each: Committed, entries: readonly EntryRow[]): Fault[] {
  const item = nameOf(each);
  const committed = entries.find((entry) => entry.kind === 'import.committed');
  const undone = entries.find((entry) => entry.kind === 'import.undone');
  if (!committed) return [{ item, fault: 'has no ledger entry' }];
  if (!each.record) return [{ item, fault: 'the row cannot be read' }];
  const { state, undoneAt } = each.record;
  const texts = committedForms(each.record, actorOf(committed.payload)).map((form) => canonicalText(form));
  const ended = undone ? 'undone' : 'committed';
  const checks: readonly (readonly [boolean, string])[] = [
    [
      texts.some((text) => text.ok && text.value === committed.payload),
      'is not what the ledger committed to',
    ],
    [state === ended && undoneAt === (undone?.at ?? null), `the ledger says that it is ${ended}`],
  ];
  return checks.filter(([holds]) => !holds).map(([, fault]) => ({ item, fault }));
}

/** Who committed it stands in the ledger alone; a payload that was damaged is named with its entry. */
function actorOf(payload: string): string {
  const text = /"by":("(?:[^"\\]|\\.)*")/.exec(payload)?.[1];
  const parsed = z.string().safeParse(text === undefined ? undefined : JSON.parse(text));
  return parsed.success ? parsed.data : '';
}

async function rebuilt(work: Rereading, each: ImportRecord): Promise<readonly Fault[]> {
  const item = nameOf(each);
  try {
    return (await readAgain(work, each)).slice(0, MOST_FAULTS).map((fault) => ({ item, fault }));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return [{ item, fault: `the file cannot be read again: ${why}` }];
  }
}

/** What is stored otherwise than the file says it. */
async function readAgain(work: Rereading, each: ImportRecord): Promise<readonly string[]> {
  const faults: string[] = [];
  const gathered = new Gathered(each.createdAt);
  const compare = (
    what: string,
    from: number,
    pairs: readonly (readonly [string, string | undefined])[],
  ): void =>
    pairs.forEach(([told, stored], i) => {
      if (told !== stored) faults.push(`${what} ${from + i} is not stored as the file says it`);
    });
  const read = await work.read(
    {
      ...work.deps.blobs.placeOf(work.scope.org, each.artefact),
      options: readOptionsOf(each.options),
      limits: DEFAULT_LIMITS,
    },
    async (batch) => {
      const at = gathered.take(batch);
      const results = { importId: each.id, from: at.observation, count: at.rows.length };
      const rows = { importId: each.id, from: at.population, count: batch.population.length };
      const [observed, listed] = await work.deps.db.inOrganisation(work.scope.org, async (tx) => [
        await storedObservations(tx, work.scope, results),
        await storedPopulation(tx, work.scope, rows),
      ]);
      compare(
        'result',
        at.observation,
        at.rows.map((row, i) => [toldResult(row), observed[i]]),
      );
      compare(
        'row',
        at.population,
        batch.population.map((row, i) => [toldRow(row), toldRow(listed[i])]),
      );
    },
  );
  if (read.readerVersion !== each.summary.readerVersion) return [];
  const problems = await work.deps.db.inOrganisation(work.scope.org, (tx) =>
    storedProblems(tx, work.scope, each.id),
  );
  const count = Math.max(problems.length, read.problems.length);
  compare(
    'problem',
    0,
    Array.from({ length: count }, (_, i) => [toldProblem(read.problems[i]), problems[i]]),
  );
  if (gathered.summary(read, each.summary.change).digest !== each.summary.digest)
    faults.push('reading the file again gives other observations');
  return faults;
}

/** What a result says, as it is compared. */
function toldResult(row: ReceivedObservation): string {
  const { check, subject, status, observedAt, severity = null, message = null } = row;
  return JSON.stringify([check, subject, status, observedAt, severity, message]);
}

function toldRow(row: PopulationRow | undefined): string {
  const text = row && canonicalText({ population: row.population, key: row.key, fields: row.fields });
  return text?.ok ? text.value : '';
}

function toldProblem(problem: Problem | undefined): string {
  if (!problem) return '';
  const { code, level, message, position, remedy } = problem;
  return JSON.stringify([code, level, message, position, remedy]);
}
