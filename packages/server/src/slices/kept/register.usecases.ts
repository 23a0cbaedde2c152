// A kept register against the one that stands: what it would change, the change itself, and taking it back.
import {
  dateOfInstant,
  err,
  ISO_EDITION,
  ok,
  planRegister,
  splitRef,
  type RegisterField,
  type RegisterPlanRow,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { controlCodes } from '../controls/controls.module.ts';
import { standingStatement } from '../soa/soa.module.ts';
import {
  bringRisk,
  registerNow,
  riskDocument,
  riskOf,
  takeBackRisk,
  type RiskRecord,
} from '../risks/risks.module.ts';
import { broughtReferences, headingsOf } from './references.ts';
import { changedSince } from './statement.usecases.ts';
import type { Effect, Outcome, RegisterReadingStored } from './stored.ts';
import type { Work } from './work.ts';

export interface RegisterPlan {
  readonly rows: readonly RegisterPlanRow[];
  readonly records: ReadonlyMap<string, RiskRecord>;
}

/** What an import of the register would change now. */
export async function planOfRegister(
  work: Work,
  reading: RegisterReadingStored,
  filename: string,
): Promise<RegisterPlan> {
  const { method, revision, records } = await registerNow(work);
  const byCode = new Map(records.map((record) => [record.risk.code, record]));
  const known = await broughtReferences(work, new Set(byCode.keys()), headingsOf(reading));
  const columns = reading.tables[0]?.columns ?? [];
  const rows = planRegister({
    rows: reading.rows,
    risks: records.map(({ risk }) => risk),
    known,
    around: {
      method,
      revision,
      by: work.scope.principal.name,
      today: dateOfInstant(work.now),
      filename,
      headings: new Map<RegisterField, string>(
        columns.flatMap(({ field, heading }) => (field === null ? [] : [[field, heading]])),
      ),
      controls: await controlsBehind(work),
    },
  });
  return { rows, records: byCode };
}

export function outcomeOfRegister({ rows }: RegisterPlan): readonly Outcome[] {
  return rows.map(({ sheet, row, ref, code, title, outcome, changes, notes, problems }) => ({
    sheet,
    row,
    ref,
    subject: code ?? null,
    title,
    outcome,
    changes: [...changes],
    notes: [...notes],
    problems: [...problems],
  }));
}

/** Writes all risks that are new or other, in the transaction of the commit; says which codes the new ones got. */
export async function applyRegister(
  work: Work,
  plan: RegisterPlan,
): Promise<{ readonly effect: Effect; readonly codes: ReadonlyMap<number, string> }> {
  const risks: Effect['risks'] = [];
  const codes = new Map<number, string>();
  for (const { ref, code, row, next } of plan.rows) {
    if (!next) continue;
    const held = code === undefined ? undefined : plan.records.get(code);
    const written = await bringRisk(work, held, next);
    codes.set(row, written.risk.code);
    risks.push({
      ref,
      code: written.risk.code,
      revision: written.revision,
      before: held ? { ...riskDocument(held.risk) } : null,
    });
  }
  return { effect: { rows: [], risks }, codes };
}

/** Takes back every risk that still stands as the import wrote it, and that nothing later rests on. */
export async function revertRegister(work: Work, effect: Effect): Promise<Result<true, Refusal>> {
  const { records } = await registerNow(work);
  const revisions = new Map(records.map(({ risk, revision }) => [risk.code, revision]));
  const changed = effect.risks.filter(({ code, revision }) => revisions.get(code) !== revision);
  if (changed.length > 0) return err(changedSince(changed.map(({ code }) => code)));
  const made = new Set(effect.risks.filter(({ before }) => before === null).map(({ code }) => code));
  const standing = await standingStatement(work);
  const cited = standing.ok
    ? standing.value.lines.find(({ reasons }) => reasons.some(({ ref }) => ref !== null && made.has(ref)))
    : undefined;
  if (cited)
    return err({
      code: 'kept.changed_since',
      detail: `${cited.id} of the statement is in because of ${cited.reasons.flatMap(({ ref }) => (ref !== null && made.has(ref) ? [ref] : [])).join(', ')}; nothing was undone.`,
    });
  for (const { code, before } of effect.risks)
    await takeBackRisk(work, code, before === null ? undefined : riskOf(code, before));
  return ok(true);
}

/** Controls by what a register calls them: their own code, or the control of Annex A that they answer, of either edition. */
async function controlsBehind(work: Work): Promise<(named: string) => readonly string[] | undefined> {
  const own = await controlCodes(work.tx, work.scope);
  const standing = await standingStatement(work);
  const answering = new Map(
    standing.ok
      ? standing.value.full.map(({ id, controls }) => [
          id,
          controls.filter(({ adopted }) => adopted).map(({ code }) => code),
        ])
      : [],
  );
  const pairs = work.catalogue.editions.find(({ to }) => to === ISO_EDITION)?.pairs ?? [];
  const later = (id: string): readonly string[] =>
    pairs.filter(({ from }) => splitRef(from)?.id === id).map(({ to }) => splitRef(to)?.id ?? '');
  return (named) => {
    if (!named.startsWith('A.')) return own.has(named) ? [named] : undefined;
    const ids = answering.has(named) ? [named] : later(named);
    return [...new Set(ids.flatMap((id) => answering.get(id) ?? []))];
  };
}
