// Use cases of kept tables: read as a dry run, mapped anew, committed whole, undone whole.
import { err, ok, type Result } from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import { holdLedger, record } from '../evidence/evidence.module.ts';
import { registerNow } from '../risks/risks.module.ts';
import { keptDocument } from './kept.history.ts';
import { dropKept, findKept, keepReading, noteCommit, noteUndo, type KeptRecord } from './kept.repository.ts';
import { countsOf, type Shown } from './shown.ts';
import { gridsOf, readingOf, type Wanted } from './reading.usecases.ts';
import { applyRegister, outcomeOfRegister, planOfRegister, revertRegister } from './register.usecases.ts';
import {
  applyStatement,
  draftOf,
  outcomeOf,
  planOfStatement,
  presentDraft,
  revertStatement,
} from './statement.usecases.ts';
import type { Effect, Outcome } from './stored.ts';
import type { Work } from './work.ts';

interface Context extends Omit<Work, 'tx' | 'catalogue'> {
  readonly deps: Deps;
}

/** Reads a stored file and keeps it as a dry run. */
export async function startKept(context: Context, wanted: Wanted): Promise<Result<Shown, Refusal>> {
  const sheets = await gridsOf(context, wanted);
  if (!sheets.ok) return sheets;
  const { deps, scope, now } = context;
  return deps.db.inOrganisation(scope.org, async (tx) => {
    const work = { tx, scope, catalogue: deps.catalogue, now };
    await holdLedger(tx, scope);
    const { method } = await registerNow(work);
    const reading = readingOf(sheets.value, wanted, { catalogue: deps.catalogue, method });
    if (!reading.ok) return reading;
    const { kind, filename, artefact, asked } = wanted;
    const id = await keepReading(tx, scope, { kind, filename, artefact, asked, reading: reading.value }, now);
    return showKept(work, id);
  });
}

/** Reads the file of a dry run again, as a person says that it is to be read. */
export async function mapKept(
  context: Context,
  id: string,
  asked: Wanted['asked'],
): Promise<Result<Shown, Refusal>> {
  const { deps, scope } = context;
  const held = await deps.db.inOrganisation(scope.org, async (tx) => {
    const found = await find({ tx, scope }, id);
    return found.ok ? asPending(found.value) : found;
  });
  return held.ok ? startKept(context, { ...held.value, asked }) : held;
}

export async function discardKept(work: Work, id: string): Promise<Result<true, Refusal>> {
  const found = await find(work, id, true);
  if (!found.ok) return found;
  const pending = asPending(found.value);
  if (!pending.ok) return pending;
  await dropKept(work.tx, work.scope, found.value.id);
  return ok(true);
}

/** Makes a dry run true, in one transaction with an entry for each row and one for the whole. */
export async function commitKept(
  work: Work,
  id: string,
  skipErrors: boolean,
): Promise<Result<Shown, Refusal>> {
  const { tx, scope, now } = work;
  // Held first: what is compared with what stands is what is written.
  await holdLedger(tx, scope);
  const found = await find(work, id, true);
  if (!found.ok) return found;
  const pending = asPending(found.value);
  if (!pending.ok) return pending;
  const record_ = pending.value;
  const planned = await planOf(work, record_);
  if (!planned.ok) return planned;
  const refusal = refuse(planned.value.outcome, skipErrors);
  if (refusal) return err(refusal);
  const done = await planned.value.apply();
  if (!done.ok) return done;
  const { effect, outcome } = done.value;
  await noteCommit(tx, scope, { id: record_.id, outcome, effect }, now);
  await record(tx, scope, {
    kind: 'kept.committed',
    subject: record_.id,
    at: now,
    artefact: record_.artefact,
    payload: { ...keptDocument(record_, outcome), by: scope.principal.name },
  });
  return showKept(work, record_.id);
}

/** Puts back all that an import changed; refused as a whole where something of it was changed since. */
export async function undoKept(work: Work, id: string): Promise<Result<Shown, Refusal>> {
  const { tx, scope, now } = work;
  await holdLedger(tx, scope);
  const found = await find(work, id, true);
  if (!found.ok) return found;
  const { state, effect } = found.value;
  if (state !== 'committed' || !effect)
    return err({
      code: 'kept.not_committed',
      detail: `${found.value.id} is ${state === 'undone' ? 'undone already' : 'a dry run that never counted'}.`,
    });
  const done = await (found.value.kind === 'statement' ? revertStatement : revertRegister)(work, effect);
  if (!done.ok) return done;
  await noteUndo(tx, scope, found.value.id, now);
  await record(tx, scope, {
    kind: 'kept.undone',
    subject: found.value.id,
    at: now,
    payload: { id: found.value.id, by: scope.principal.name },
  });
  return showKept(work, found.value.id);
}

/** A record with its rows: as they were committed, or as they would be now. */
export async function showKept(work: Work, id: string): Promise<Result<Shown, Refusal>> {
  const found = await find(work, id);
  if (!found.ok) return found;
  return shownOf(work, found.value);
}

/** What was committed is shown as it was then; only what waits is compared with what stands now. */
export async function shownOf(work: Work, held: KeptRecord): Promise<Result<Shown, Refusal>> {
  if (held.outcome) {
    const draft = held.reading.kind === 'statement' ? draftOf(held.reading, work) : undefined;
    return ok({ record: held, outcome: held.outcome, draft: draft ? presentDraft(draft) : null });
  }
  const planned = await planOf(work, held);
  if (!planned.ok) return planned;
  const { outcome, draft } = planned.value;
  return ok({ record: held, outcome, draft });
}

interface Planned {
  readonly outcome: readonly Outcome[];
  readonly draft: Shown['draft'];
  readonly apply: () => Promise<
    Result<{ readonly effect: Effect; readonly outcome: readonly Outcome[] }, Refusal>
  >;
}

async function planOf(work: Work, { reading, filename }: KeptRecord): Promise<Result<Planned, Refusal>> {
  if (reading.kind === 'register') {
    const plan = await planOfRegister(work, reading, filename);
    const outcome = outcomeOfRegister(plan);
    return ok({
      outcome,
      draft: null,
      apply: async () => {
        const { effect, codes } = await applyRegister(work, plan);
        const named = outcome.map((row) => ({ ...row, subject: codes.get(row.row) ?? row.subject }));
        return ok({ effect, outcome: named });
      },
    });
  }
  const plan = await planOfStatement(work, reading);
  if (!plan.ok) return plan;
  const outcome = outcomeOf(plan.value);
  return ok({
    outcome,
    draft: plan.value.draft ? presentDraft(plan.value.draft) : null,
    apply: async () => {
      const effect = await applyStatement(work, plan.value);
      return effect.ok ? ok({ effect: effect.value, outcome }) : effect;
    },
  });
}

const ERRORS_SHOWN = 100;

function refuse(outcome: readonly Outcome[], skipErrors: boolean): Refusal | undefined {
  const counts = countsOf(outcome);
  const wrong = outcome.filter((row) => row.outcome === 'error');
  if (wrong.length > 0 && !skipErrors)
    return {
      code: 'kept.has_errors',
      detail: `${wrong.length} of ${outcome.length} rows cannot stand; the first: ${wrong[0]?.problems[0] ?? ''} Nothing was changed.`,
      errors: wrong.slice(0, ERRORS_SHOWN).map(({ sheet, row, problems }) => ({
        pointer: `/${sheet}/${row}`,
        message: problems.join(' '),
      })),
    };
  if (counts.new + counts.changed === 0)
    return {
      code: 'kept.nothing_to_change',
      detail: `Nothing of its ${outcome.length} rows is other than what stands.`,
    };
  return undefined;
}

async function find(
  { tx, scope }: Pick<Work, 'tx' | 'scope'>,
  id: string,
  lock = false,
): Promise<Result<KeptRecord, Refusal>> {
  const found = await findKept(tx, scope, id, lock);
  return found ? ok(found) : err({ code: 'kept.not_found', detail: `There is no import ${id}.` });
}

function asPending(held: KeptRecord): Result<KeptRecord, Refusal> {
  return held.state === 'pending'
    ? ok(held)
    : err({ code: 'kept.not_pending', detail: `${held.id} was ${held.state} already.` });
}
