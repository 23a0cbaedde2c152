// Risks that a kept register brings: written whole, and taken back whole.
import type { Risk } from '@assay/core';
import { record } from '../evidence/evidence.module.ts';
import {
  addRisk,
  endRisk,
  findMethods,
  findRisk,
  listRisks,
  writeRisk,
  type RiskRecord,
} from './risks.repository.ts';
import { tell, type Work } from './told.ts';

/** The method with those before it, by which older assessments are read, and every risk as they stand. */
export async function registerNow({ tx, scope }: Pick<Work, 'tx' | 'scope'>) {
  const methods = await findMethods(tx, scope);
  return { ...methods, records: await listRisks(tx, scope) };
}

/** Writes a risk as a register has it: a new one, or the next version of the one that it is about. */
export async function bringRisk(work: Work, held: RiskRecord | undefined, risk: Risk): Promise<RiskRecord> {
  const { tx, scope, now } = work;
  const written = held
    ? await writeRisk(tx, scope, { held, risk }, now)
    : await addRisk(tx, scope, risk, now);
  await tell(work, held ? 'risk.changed' : 'risk.added', written);
  return written;
}

/** Takes back what was brought: the risk as it was before, or, where there was none, no risk; its versions stay known. */
export async function takeBackRisk(work: Work, code: string, before: Risk | undefined): Promise<void> {
  const { tx, scope, now } = work;
  const held = await findRisk(tx, scope, code, { lock: true });
  if (!held) return;
  if (before) {
    await bringRisk(work, held, before);
    return;
  }
  await endRisk(tx, scope, held, now);
  await record(tx, scope, {
    kind: 'risk.taken_back',
    subject: code,
    at: now,
    payload: { code, by: scope.principal.name },
  });
}
