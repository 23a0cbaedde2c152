// The state of data that tasks follow from, read from what every slice knows; no list of tasks is kept.
import {
  closingOf,
  openTasks,
  type Closing,
  type EvidenceFact,
  type Instant,
  type Task,
  type TaskMark,
  type TypedTask,
  type WorkState,
} from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { listAudits } from '../audits/audits.module.ts';
import { knowledge, type Knowledge } from '../controls/controls.module.ts';
import { listEvidence, listImports, stateAt } from '../evidence/evidence.module.ts';
import { recordStandings } from '../isms/isms.module.ts';
import { listFindings } from '../findings/findings.module.ts';
import { controlsOfCheck, tallyChecks } from '../monitoring/monitoring.module.ts';
import { windowWork } from '../monitoring/windows.module.ts';
import { policiesAtWork } from '../policies/policies.module.ts';
import { listMarks, listTyped } from './tasks.repository.ts';

/** More than this wait for nobody: the rest shows when these are done. */
const WAITING = 200;

export interface Everything {
  readonly state: WorkState;
  readonly tasks: readonly Task[];
  readonly marks: ReadonlyMap<string, TaskMark>;
  /** Typed tasks that are closed, newest first, each with what closed it. */
  readonly closed: readonly { readonly task: TypedTask; readonly closing: Closing }[];
}

export interface Asked {
  readonly deps: Pick<Deps, 'catalogue'>;
  readonly scope: OrgScope;
  readonly now: Instant;
}

/** All tasks as they stand now. */
export async function everything(tx: Tx, asked: Asked): Promise<Everything> {
  const { scope, now, deps } = asked;
  const known = await knowledge(tx, scope, { catalogue: deps.catalogue, now });
  const typed = await listTyped(tx, scope);
  const state: WorkState = {
    today: known.today,
    controls: known.controls,
    states: known.states,
    posture: known.posture,
    facts: known.facts,
    toReview: await toReview(tx, scope),
    imports: await waitingImports(tx, asked),
    unmapped: await unmapped(tx, asked, known),
    ...(await windowWork(tx, scope, { catalogue: deps.catalogue, now })),
    findings: await listFindings(tx, scope),
    audits: await listAudits(tx, scope),
    policies: await policiesAtWork(tx, { scope, catalogue: deps.catalogue, now }),
    isms: await recordStandings(tx, scope, known.today),
    typed,
  };
  return {
    state,
    tasks: openTasks(state),
    marks: await listMarks(tx, scope),
    closed: closedOf(typed, known.facts),
  };
}

function closedOf(typed: readonly TypedTask[], facts: readonly EvidenceFact[]): Everything['closed'] {
  return typed
    .flatMap((task) => {
      const closing = closingOf(task, facts);
      return closing ? [{ task, closing }] : [];
    })
    .toReversed();
}

async function toReview(tx: Tx, scope: OrgScope): Promise<WorkState['toReview']> {
  const rows = await listEvidence(tx, scope, { review: 'pending', limit: WAITING });
  return rows.map((row) => ({
    code: row.code,
    title: row.title,
    controls: row.controls,
    receivedAt: row.times.receivedAt,
  }));
}

async function waitingImports(tx: Tx, { scope, now }: Asked): Promise<WorkState['imports']> {
  const rows = await listImports(tx, scope, { limit: WAITING });
  return rows.flatMap((row) => {
    const state = stateAt(row, now);
    return state === 'pending' || state === 'interrupted'
      ? [{ id: row.id, filename: row.filename, results: row.summary.total, state, createdAt: row.createdAt }]
      : [];
  });
}

async function unmapped(tx: Tx, { scope, deps }: Asked, known: Knowledge): Promise<WorkState['unmapped']> {
  const tallies = (await tallyChecks(tx, scope)).filter(
    ({ check }) => controlsOfCheck(check, known.overrides, deps.catalogue).length === 0,
  );
  return [...Map.groupBy(tallies, ({ check }) => check.slice(0, check.indexOf(':')))].map(
    ([scanner, own]) => ({
      scanner,
      checks: own.length,
      results: own.reduce(
        (sum, { counts }) =>
          sum + counts.pass + counts.fail + counts.error + counts.not_applicable + counts.unknown,
        0,
      ),
    }),
  );
}
