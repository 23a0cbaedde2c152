// Says for which controls a check speaks; the organisation's word outranks the catalogue.
import { err, ok, type CheckKey, type ControlCode, type Instant, type Result } from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { controlCodes } from '../controls/controls.module.ts';
import { record } from '../evidence/evidence.module.ts';
import type { Catalogue } from '../frameworks/frameworks.module.ts';
import { mapCheck, tallyChecks } from './monitoring.repository.ts';

export interface Work {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

export async function mapCheckTo(
  work: Work,
  key: CheckKey,
  controls: readonly ControlCode[],
): Promise<Result<true, Refusal>> {
  const seen = (await tallyChecks(work.tx, work.scope)).some((each) => each.check === key);
  if (!seen && !work.catalogue.checks.has(key))
    return err({
      code: 'check.not_found',
      detail: `Neither the catalogue nor an import knows the check ${key}.`,
    });
  const known = await controlCodes(work.tx, work.scope);
  const missing = controls.find((code) => !known.has(code));
  if (missing !== undefined)
    return err({ code: 'control.not_found', detail: `There is no control ${missing} in the set.` });
  await mapCheck(work.tx, work.scope, { check: key, controls, now: work.now });
  await record(work.tx, work.scope, {
    kind: 'check.mapped',
    subject: key,
    at: work.now,
    payload: { check: key, controls: [...controls], by: work.scope.principal.name },
  });
  return ok(true);
}
