// Approving a statement freezes it whole; versions are read as they were frozen, and compared field by field.
import { soaFrozen } from '@assay/contract';
import { blockingLints, canonicalText, err, ok, SOA_LINTS, type Result } from '@assay/core';
import type { z } from 'zod';
import type { Refusal } from '../../app/refusal.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import { nextNumber } from '../access/access.module.ts';
import { holdLedger, record } from '../evidence/evidence.module.ts';
import { presentFrozen } from './soa.presenter.ts';
import { statement, type Statement, type Work } from './soa.readmodel.ts';
import { insertVersion, listVersions, type SoaVersion } from './versions.repository.ts';

export type Frozen = z.infer<typeof soaFrozen>;

export interface Approval {
  readonly approver: string;
  readonly role: string;
  readonly note: string;
}

/** Most broken rules that a refusal names; `assay soa lint` shows all. */
const NAMED = 100;

/** Approves the statement as it stands; refused with every broken rule that an approval waits for. */
export async function approve(work: Work, by: Approval): Promise<Result<SoaVersion, Refusal>> {
  const { tx, scope, now } = work;
  // Held first: nobody writes between what is read here and what is frozen.
  await holdLedger(tx, scope);
  const found = await statement(work);
  if (!found.ok) return found;
  const refusal = refuse(found.value);
  if (refusal) return err(refusal);
  const text = canonicalText(presentFrozen(found.value));
  if (!text.ok) throw new Error(`a statement cannot be written canonically at ${text.error.pointer}`);
  const seq = await nextNumber(tx, scope, 'soa');
  const frozen = text.value;
  const said = {
    id: `SOA-${seq}`,
    framework: found.value.framework,
    rows: found.value.lines.length,
    digest: sha256Hex(frozen),
    approver: by.approver,
    role: by.role,
    note: by.note,
  };
  const entry = await record(tx, scope, {
    kind: 'soa.approved',
    subject: said.id,
    at: now,
    payload: { ...said, by: scope.principal.name },
  });
  const version = { ...said, seq, frozen, recordedBy: scope.principal.name, approvedAt: now, entry };
  await insertVersion(tx, scope, version);
  return ok(version);
}

function refuse({ lints }: Statement): Refusal | undefined {
  const blocking = blockingLints(lints);
  const [first] = blocking;
  if (!first) return undefined;
  return {
    code: 'soa.blocked',
    detail: `${blocking.length} broken ${blocking.length === 1 ? 'rule holds' : 'rules hold'} it back; the first: ${first.detail} ${SOA_LINTS[first.code].remedy}`,
    errors: blocking.slice(0, NAMED).map(({ code, row, detail }) => ({
      pointer: `/rows/${row}`,
      message: `${code}: ${detail} ${SOA_LINTS[code].remedy}`,
    })),
  };
}

/** A version by its id, or the newest. */
export async function findVersion(work: Work, id: string | undefined): Promise<Result<SoaVersion, Refusal>> {
  const all = await listVersions(work.tx, work.scope);
  const found = id === undefined ? all[0] : all.find((each) => each.id === id);
  if (found) return ok(found);
  return err({
    code: 'soa.version_not_found',
    detail: id === undefined ? 'No version was approved yet.' : `There is no version ${id}.`,
  });
}

/** What a version froze. */
export function frozenOf(version: SoaVersion): Frozen {
  return soaFrozen.parse(JSON.parse(version.frozen));
}
