// Imports as the API shows them: the dry run is the same shape as the result.
import {
  millisOfInstant,
  outsideExamination,
  paceOf,
  parsePlainDate,
  type Examination,
  type Instant,
} from '@assay/core';
import type { Problem } from '@assay/sources';
import type { CheckTally } from '../monitoring/monitoring.module.ts';
import type { ImportRecord } from './imports.repository.ts';
import { stateAt } from './reading/state.ts';

export interface ImportView {
  readonly tallies: readonly CheckTally[];
  readonly problems: readonly Problem[];
  readonly sameAs: string | null;
  readonly examination: Examination;
  readonly controlsOf: (check: CheckTally['check']) => readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly now: Instant;
}

const SHOWN_UNMAPPED = 200;

export function presentImport(held: ImportRecord, view: ImportView) {
  const { summary } = held;
  const day = parsePlainDate(
    (held.options.performedAt ?? summary.ranAt ?? summary.lastObserved ?? held.createdAt).slice(0, 10),
  );
  return {
    id: held.id,
    state: stateAt(held, view.now),
    reading: presentReading(held),
    filename: held.filename,
    sha256: held.artefact,
    size: held.size,
    reader: summary.reader,
    reader_version: summary.readerVersion,
    reader_title: summary.readerTitle,
    tool: summary.tool,
    tool_version: summary.toolVersion,
    scope: summary.scope,
    ran_at: summary.ranAt,
    observations: summary.observations,
    total: summary.total,
    change: summary.change,
    population_rows: summary.populationRows,
    unmapped: view.tallies
      .filter((tally) => view.controlsOf(tally.check).length === 0)
      .slice(0, SHOWN_UNMAPPED)
      .map((tally) => ({ check: tally.check, observations: sum(tally) })),
    controls: controlsTouched(view),
    problems: { ...summary.problems, first: view.problems.map(presentProblem) },
    evidence: held.evidence,
    same_as: view.sameAs,
    outside_every_window:
      day !== undefined &&
      outsideExamination({ performedAt: day, receivedAt: held.createdAt }, view.examination),
    partial: held.options.partial,
    by: held.madeBy,
    created_at: held.createdAt,
    committed_at: held.committedAt,
    undone_at: held.undoneAt,
  };
}

function presentReading({ reading }: ImportRecord) {
  if (!reading) return null;
  const { read, total, rows, beganAt, heardAt } = reading;
  const seconds = (millisOfInstant(heardAt) - millisOfInstant(beganAt)) / 1000;
  const pace = paceOf({ done: read, of: total, seconds });
  return {
    read,
    total,
    rows,
    rate: pace ? Math.round(pace.rate) : null,
    seconds_left: pace ? Math.ceil(pace.left) : null,
    heard_at: heardAt,
  };
}

export function presentProblem(problem: Problem) {
  return {
    code: problem.code,
    level: problem.level,
    message: problem.message,
    position: problem.position,
    remedy: problem.remedy,
  };
}

function controlsTouched(view: ImportView) {
  const touched = new Map<string, { pass: number; fail: number; unknown: number }>();
  for (const tally of view.tallies) {
    for (const code of view.controlsOf(tally.check)) {
      const counts = touched.get(code) ?? { pass: 0, fail: 0, unknown: 0 };
      counts.pass += tally.counts.pass;
      counts.fail += tally.counts.fail;
      counts.unknown += tally.counts.unknown + tally.counts.error;
      touched.set(code, counts);
    }
  }
  return [...touched]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, counts]) => ({ code, name: view.names.get(code) ?? code, ...counts }));
}

function sum(tally: CheckTally): number {
  const { counts } = tally;
  return counts.pass + counts.fail + counts.error + counts.not_applicable + counts.unknown;
}
