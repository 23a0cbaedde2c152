// What collectors do by themselves: scheduled imports read their path when they are due, and silence is noticed.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { instantOfMillis, millisOfInstant, type RunError } from '@assay/core';
import type { Job, JobMoment } from '../../../app/jobs/job.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import { outline } from '../../controls/controls.module.ts';
import { record } from '../../evidence/evidence.module.ts';
import { openFile } from '../../evidence/imports.module.ts';
import { viewCollectors, type CollectorView } from './condition.readmodel.ts';
import { noteOutage } from './notices.repository.ts';
import { reportRun } from './record.usecases.ts';

/** What a scheduled import found, before it is reported. */
interface Collected {
  readonly collector: string;
  readonly imports: readonly string[];
  readonly error: RunError | undefined;
  readonly message: string | undefined;
}

const MOST_FILES = 50;

/** Reads what scheduled imports are due to read, and reports their runs. */
export const collectJob: Job = {
  name: 'collect',
  everyMinutes: 5,
  missed: 'latest',
  permission: 'evidence.add',
  prepare: async (moment) => {
    const views = await moment.deps.pool.inOrganisation(moment.scope.org, (tx) =>
      viewCollectors(tx, moment.scope, { catalogue: moment.deps.catalogue, now: moment.now }),
    );
    const collected: Collected[] = [];
    for (const view of views.filter((each) => isDue(each, moment)))
      collected.push(await collect(view, moment));
    return (tx) => report(tx, moment, collected);
  },
};

async function report(tx: Tx, moment: JobMoment, collected: readonly Collected[]): Promise<void> {
  const { scope, deps, now, slot } = moment;
  const model = await outline(tx, scope, now);
  const knownControls = new Set(model.controls.map((control) => control.code));
  const work = { tx, scope, deps, now, knownControls, mayRead: deps.mayCollectFrom };
  for (const { collector, ...found } of collected) {
    const run = { ...found, run: `schedule ${slot}`, partial: false };
    const times = { startedAt: now, endedAt: undefined, rows: undefined };
    const done = await reportRun(work, collector, { ...run, ...times });
    // Retired or reported meanwhile: then there is nothing to do. Anything else is a reason to try again.
    if (!done.ok && done.error.code !== 'collector.retired') throw new Error(done.error.detail);
  }
}

/** Notes in the ledger, once for each outage, that a collector has become silent. */
export const silenceJob: Job = {
  name: 'collector-silence',
  everyMinutes: 15,
  missed: 'latest',
  permission: 'monitoring.read',
  prepare: ({ scope, deps, now }) =>
    Promise.resolve(async (tx) => {
      for (const { collector, condition } of await viewCollectors(tx, scope, {
        catalogue: deps.catalogue,
        now,
      })) {
        const { outageSince } = condition;
        if (outageSince === undefined) continue;
        if (!(await noteOutage(tx, scope, { collector: collector.name, from: outageSince, now }))) continue;
        await record(tx, scope, {
          kind: 'collector.silent',
          subject: collector.name,
          at: now,
          payload: { collector: collector.name, since: outageSince },
        });
      }
    }),
};

/** Due: an interval after it was last tried, whatever came of it. */
function isDue({ collector, condition, runs }: CollectorView, { now }: JobMoment): boolean {
  const { reads, everyHours } = collector.definition;
  if (reads === null || condition.state === 'retired') return false;
  const tried = [...runs.values()]
    .map((run) => run.recordedAt)
    .sort()
    .at(-1);
  return tried === undefined || instantOfMillis(millisOfInstant(tried) + everyHours * 3_600_000) <= now;
}

async function collect({ collector }: CollectorView, moment: JobMoment): Promise<Collected> {
  const path = collector.definition.reads?.path ?? '';
  const failed = (error: RunError, message: string): Collected => ({
    collector: collector.name,
    imports: [],
    error,
    message,
  });
  // Asked again each time: the server may be started with other directories, and links may lead elsewhere by now.
  if (!moment.deps.mayCollectFrom(path)) return failed('authorization', `${path} may not be read.`);
  const files = filesAt(path).filter((file) => moment.deps.mayCollectFrom(file));
  if (files.length === 0) return failed('unreachable', `There is no file at ${path}.`);
  if (files.length > MOST_FILES)
    return failed('unreadable', `${path} holds ${files.length} files; a run brings ${MOST_FILES} at most.`);
  const imports: string[] = [];
  for (const file of files) {
    const opened = await openFile(moment, file);
    if (!opened.ok) return failed('unreadable', opened.error.detail);
    imports.push(opened.value);
  }
  return { collector: collector.name, imports, error: undefined, message: undefined };
}

/** The file, or the files that lie in the directory itself; hidden ones are nobody's results. */
function filesAt(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.isFile() ? [path] : [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(path, entry.name))
    .sort();
}
