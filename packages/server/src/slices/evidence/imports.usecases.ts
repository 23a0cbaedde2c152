// Use cases of imports that were read: commit one whole, undo it whole. How they are read stands in reading/.
import {
  dateOfInstant,
  err,
  ok,
  parseInstant,
  parsePlainDate,
  type PlainDate,
  type Result,
} from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import {
  addDays,
  applyToLatest,
  checkOverrides,
  controlsOfCheck,
  tallyChecks,
  withdrawDays,
  withdrawFromLatest,
} from '../monitoring/monitoring.module.ts';
import { findEvidence } from './evidence.repository.ts';
import { addEvidence, setWithdrawn, type Work } from './evidence.usecases.ts';
import {
  findImport,
  moveImport,
  sameImport,
  type ImportRecord,
  type ImportState,
  type ImportSummary,
} from './imports.repository.ts';
import { importDocument } from './imports.document.ts';
import { record } from './ledger/record.ts';
import { stateAt } from './reading/state.ts';

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
    return err({ code: 'import.not_pending', detail: `This import is ${whatItIs(stateAt(held, now))}.` });
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
  await addDays(tx, scope, { importId: held.id, run: held.run });
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
      detail: `This import is ${whatItIs(stateAt(held, now))}; there is nothing to undo.`,
    });
  await moveImport(tx, scope, held.id, { state: 'undone', at: now });
  await withdrawFromLatest(tx, scope, { importId: held.id, run: held.run });
  await withdrawDays(tx, scope, { importId: held.id, run: held.run });
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
    freshnessDays: options.freshnessDays ?? null,
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

function whatItIs(state: ImportState): string {
  const words: Partial<Readonly<Record<ImportState, string>>> = {
    pending: 'a dry run',
    reading: 'still being read',
    interrupted: 'interrupted; read it again',
  };
  return words[state] ?? `${state} already`;
}
