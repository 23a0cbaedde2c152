// What was said of a risk, in the ledger; and what it takes to say it.
import type { Instant } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { record } from '../evidence/evidence.module.ts';
import type { RISK_KINDS } from './risks.history.ts';
import type { RiskRecord } from './risks.repository.ts';
import { riskDocument } from './stored.ts';

export interface Work {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly now: Instant;
}

export type Kind = (typeof RISK_KINDS)[number];

export async function tell({ tx, scope, now }: Work, kind: Kind, written: RiskRecord): Promise<void> {
  const { risk, revision } = written;
  await record(tx, scope, {
    kind,
    subject: risk.code,
    at: now,
    payload: { ...riskDocument(risk), code: risk.code, revision, by: scope.principal.name },
  });
}
