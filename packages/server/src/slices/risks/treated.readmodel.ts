// Risks as other slices need them: how high, what is done about them, by which controls, and whether somebody took them.
import {
  riskStanding,
  risksTreated,
  type Instant,
  type PlainDate,
  type RiskStanding,
  type RiskTreated,
} from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { findMethod, findMethods, listRisks } from './risks.repository.ts';

/** Every risk that is not closed, as it stands on a day. */
export async function treatedRisks(
  tx: Tx,
  scope: OrgScope,
  today: PlainDate,
): Promise<readonly RiskTreated[]> {
  const methods = await findMethods(tx, scope);
  const records = await listRisks(tx, scope);
  return risksTreated(
    records.map(({ risk }) => risk),
    { ...methods, today },
  );
}

/** Every risk with its standing on a day, closed ones among them; as it was known at an instant. */
export async function riskStandings(
  tx: Tx,
  scope: OrgScope,
  { today, at }: { readonly today: PlainDate; readonly at?: Instant | undefined },
): Promise<readonly { readonly code: string; readonly owned: boolean; readonly standing: RiskStanding }[]> {
  const methods = await findMethods(tx, scope, at);
  return (await listRisks(tx, scope, { at })).map(({ risk }) => ({
    code: risk.code,
    owned: risk.owner !== undefined,
    standing: riskStanding(risk, { ...methods, today }),
  }));
}

/** Version of the method that is in use; 0 for the one that comes along. */
export async function methodVersion(tx: Tx, scope: OrgScope): Promise<number> {
  return (await findMethod(tx, scope)).revision;
}
