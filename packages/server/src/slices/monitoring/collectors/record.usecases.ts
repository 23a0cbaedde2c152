// Reports a run: its files are imported and committed with it in one transaction, or none is.
import {
  err,
  instantOfMillis,
  millisOfInstant,
  ok,
  parseInstant,
  type Instant,
  type Result,
  type RunError,
} from '@assay/core';
import type { Deps } from '../../../app/deps.ts';
import type { Refusal } from '../../../app/refusal.ts';
import { newId, sha256Hex } from '../../../platform/crypto.ts';
import { artefactsOf, bringIn, type Brought, type ImportRecord } from '../../evidence/imports.module.ts';
import { record } from '../../evidence/evidence.module.ts';
import { tallyImports } from '../monitoring.module.ts';
import { holdCollector } from './collectors.repository.ts';
import { noCollector, type Work } from './collectors.usecases.ts';
import { findRun, insertRun, vouchForRun, type StoredRun } from './runs.repository.ts';

export interface RunReport {
  readonly run: string;
  readonly startedAt: Instant | undefined;
  readonly endedAt: Instant | undefined;
  readonly imports: readonly string[];
  readonly rows: number | undefined;
  readonly partial: boolean;
  readonly error: RunError | undefined;
  readonly message: string | undefined;
}

export type RunWork = Work & { readonly deps: Deps };

/** How far the clock of another machine may be ahead of ours. */
const SKEW_MS = 5 * 60_000;

/** Records a run, or finds the one that was reported in the same words before. */
export async function reportRun(
  work: RunWork,
  collector: string,
  report: RunReport,
): Promise<Result<StoredRun, Refusal>> {
  const { tx, scope, now } = work;
  const held = await holdCollector(tx, scope, collector);
  if (!held) return err(noCollector(collector));
  const earlier = await findRun(tx, scope, { collector, key: report.run });
  if (earlier)
    return earlier.requestHash === hashOf(report, await artefactsOf(tx, scope, report.imports))
      ? ok(earlier)
      : err({
          code: 'run.exists',
          detail: `The run ${report.run} of ${collector} was reported with other files or another outcome.`,
        });
  if (held.definition.retiredAt !== null)
    return err({ code: 'collector.retired', detail: `${collector} is retired; no run of it is expected.` });
  const latest = instantOfMillis(millisOfInstant(now) + SKEW_MS);
  const ahead = [report.startedAt, report.endedAt].find((each) => each !== undefined && each > latest);
  if (ahead !== undefined) return err({ code: 'run.in_future', detail: `${ahead} is still to come.` });
  const brought = await bringIn(work, report.imports, held.definition.scope ?? undefined);
  return brought.ok ? write(work, collector, { report, brought: brought.value }) : brought;
}

/** A person's word that an empty or changed answer was whole. */
export async function vouch(
  work: Work,
  of: { readonly collector: string; readonly run: string; readonly because: string },
): Promise<void> {
  const { tx, scope, now } = work;
  await vouchForRun(tx, scope, { run: of.run, because: of.because, now });
  await record(tx, scope, {
    kind: 'run.vouched',
    subject: of.run,
    at: now,
    payload: { collector: of.collector, run: of.run, because: of.because, by: scope.principal.name },
  });
}

async function write(
  work: RunWork,
  collector: string,
  made: {
    readonly report: RunReport;
    readonly brought: Brought;
  },
): Promise<Result<StoredRun, Refusal>> {
  const { tx, scope, now } = work;
  const { report, brought } = made;
  const { imports } = brought;
  const tallies = await tallyImports(
    tx,
    scope,
    imports.map((each) => each.id),
  );
  const endedAt = endOf(report, imports, now);
  const run = {
    id: newId('run', now),
    collector,
    key: report.run,
    requestHash: hashOf(
      report,
      imports.map((each) => each.artefact),
    ),
    endedAt,
    startedAt: report.startedAt !== undefined && report.startedAt < endedAt ? report.startedAt : endedAt,
    recordedAt: now,
    rows: brought.refused ? 0 : rowsOf(report, imports),
    partial: report.partial,
    error: report.error ?? (brought.refused ? ('unreadable' as const) : undefined),
    message: report.message ?? null,
    formats: [...new Set(imports.map((each) => each.summary.reader))].sort(),
    checks: imports.flatMap((each) => (tallies.get(each.id) ?? []).map((tally) => tally.check)),
    imports: [...new Set(imports.map((each) => each.id))],
  };
  await insertRun(tx, scope, run);
  await record(tx, scope, {
    kind: 'run.recorded',
    subject: run.id,
    at: now,
    payload: {
      run: run.id,
      collector,
      key: run.key,
      started_at: run.startedAt,
      ended_at: run.endedAt,
      rows: run.rows,
      partial: run.partial,
      error: run.error ?? null,
      formats: run.formats,
      imports: run.imports,
      by: scope.principal.name,
    },
  });
  const stored = await findRun(tx, scope, { collector, id: run.id });
  return stored ? ok(stored) : err({ code: 'run.not_found', detail: 'The run is gone.' });
}

function rowsOf(report: RunReport, imports: readonly ImportRecord[]): number {
  if (imports.length === 0) return report.rows ?? 0;
  return imports.reduce((sum, { summary }) => sum + summary.total + summary.populationRows, 0);
}

/** When the answer stood. A file that says when it was made is believed: an old file that is sent again is old. */
function endOf(report: RunReport, imports: readonly ImportRecord[], now: Instant): Instant {
  const said = imports.flatMap(({ summary }) =>
    summary.ranAt === null ? [] : (parseInstant(summary.ranAt) ?? []),
  );
  const [oldest] = said.filter((each) => each <= now).sort();
  const reported = report.endedAt !== undefined && report.endedAt < now ? report.endedAt : now;
  return oldest ?? reported;
}

/** What makes a report the same report: which bytes, and what is said of them. When it was sent does not count. */
function hashOf(report: RunReport, artefacts: readonly string[]): string {
  return sha256Hex(
    JSON.stringify([
      [...new Set(artefacts)].sort(),
      report.rows ?? null,
      report.partial,
      report.error ?? null,
    ]),
  );
}
