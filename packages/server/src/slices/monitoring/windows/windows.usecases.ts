// Use cases of saved windows: plan, open, close, move, drop. What the settings examine is not changed here.
import {
  daysBetween,
  err,
  ok,
  windowRemarks,
  type Instant,
  type Period,
  type PlainDate,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { record } from '../../evidence/evidence.module.ts';
import { CURRENT, noWindow } from './answers.readmodel.ts';
import {
  addWindow,
  listWindows,
  writeWindow,
  type WindowDraft,
  type WindowRecord,
} from './windows.repository.ts';

export interface Work {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly now: Instant;
}

/** What is to be different; the rest stays. */
export interface WindowChange {
  readonly name?: string | undefined;
  readonly kind?: WindowRecord['kind'] | undefined;
  readonly from?: PlainDate | undefined;
  readonly until?: PlainDate | undefined;
}

/** Longest window that is told: a report covers twelve months, rarely a few more. */
const LONGEST_DAYS = 460;

export async function createWindow(work: Work, draft: WindowDraft): Promise<Result<WindowRecord, Refusal>> {
  const refusal = refuseWindow(draft);
  if (refusal) return err(refusal);
  const made = await addWindow(work.tx, work.scope, draft, work.now);
  await tell(work, 'window.saved', made);
  return ok(made);
}

export async function changeWindow(
  work: Work,
  id: string,
  change: { readonly ifMatch: string | undefined; readonly to: WindowChange },
): Promise<Result<WindowRecord, Refusal>> {
  const held = await find(work, id);
  if (!held.ok) return held;
  if (change.ifMatch !== `"${held.value.revision}"`)
    return err({
      code: 'request.conflict',
      detail: 'The window was changed meanwhile; look at it again.',
      current: { ...held.value, period: { ...held.value.period } },
    });
  const { to } = change;
  const name = to.name ?? held.value.name;
  const kind = to.kind ?? held.value.kind;
  const period = { from: to.from ?? held.value.period.from, until: to.until ?? held.value.period.until };
  const refusal = refuseWindow({ name, kind, period });
  if (refusal) return err(refusal);
  const { seq } = held.value;
  const next = await writeWindow(
    work.tx,
    work.scope,
    { id: held.value.id, seq, name, kind, period },
    work.now,
  );
  await tell(work, 'window.changed', next);
  return ok(next);
}

/** Drops a plan; a window that ran, or was reported on, stays. */
export async function deleteWindow(work: Work, id: string): Promise<Result<true, Refusal>> {
  const held = await find(work, id);
  if (!held.ok) return held;
  if (held.value.kind !== 'plan')
    return err({
      code: 'window.fixed',
      detail: `${held.value.id} is no plan: a window that runs or was reported on is not dropped.`,
    });
  const { seq, name, kind, period } = held.value;
  const gone = { id: held.value.id, seq, name, kind, period, deleted: true };
  await tell(work, 'window.dropped', await writeWindow(work.tx, work.scope, gone, work.now));
  return ok(true);
}

/** Why a period cannot be a window; a plan may be too short, and is told so in its remarks. */
export function refusePeriod(period: Period): Refusal | undefined {
  const days = daysBetween(period.from, period.until);
  if (days < 1)
    return wrongPeriod(`It would run from ${period.from} until ${period.until}, which holds no day.`);
  return days > LONGEST_DAYS
    ? wrongPeriod(`It would run over ${days} days; a window has at most ${LONGEST_DAYS}.`)
    : undefined;
}

function refuseWindow({ kind, period }: WindowDraft): Refusal | undefined {
  const refusal = refusePeriod(period);
  if (refusal || kind !== 'open') return refusal;
  const short = windowRemarks(period, { previous: undefined }).some(({ severity }) => severity === 'error');
  return short
    ? wrongPeriod('A window that runs has at least three months; keep it as a plan, or make it longer.')
    : undefined;
}

function wrongPeriod(detail: string): Refusal {
  return { code: 'window.period', detail, errors: [{ pointer: '/body/until', message: 'gives no window' }] };
}

async function find({ tx, scope }: Work, id: string): Promise<Result<WindowRecord, Refusal>> {
  if (id.toLowerCase() === CURRENT)
    return err({
      code: 'window.fixed',
      detail: 'The current examination belongs to the settings of the organisation; change it there.',
    });
  const found = (await listWindows(tx, scope)).find((each) => each.id.toLowerCase() === id.toLowerCase());
  return found ? ok(found) : err(noWindow(id));
}

async function tell({ tx, scope, now }: Work, kind: string, window: WindowRecord): Promise<void> {
  await record(tx, scope, {
    kind,
    subject: window.id,
    at: now,
    payload: {
      id: window.id,
      revision: window.revision,
      name: window.name,
      kind: window.kind,
      from: window.period.from,
      until: window.period.until,
      deleted: kind === 'window.dropped',
      by: scope.principal.name,
    },
  });
}
