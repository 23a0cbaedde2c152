// Records that are documented information by themselves: a scope in force is the document of 4.3, a closed review the
// record of 9.3.3; no evidence has to be uploaded of what is kept here.
import { auditState, type NamedAudit } from '../audits/index.ts';
import { isNonconformity, type NamedFinding } from '../findings/index.ts';
import type { RecordStanding } from '../isms/index.ts';
import type { PlainDate } from '../kernel/index.ts';
import type { DocumentedFound } from './documented.ts';

/** What is kept, as it stands on a day. */
export interface KeptRecords {
  readonly today: PlainDate;
  readonly isms: readonly RecordStanding[];
  readonly audits: readonly NamedAudit[];
  readonly findings: readonly NamedFinding[];
  /** Approved versions of the statement of applicability, the newest first. */
  readonly statements: readonly string[];
}

/** Pieces that are kept here are there, whatever evidence there is of them. */
export function withRecords(
  found: readonly DocumentedFound[],
  kept: KeptRecords,
): readonly DocumentedFound[] {
  const ids = recordsByClause(kept);
  return found.map((each) => {
    const own = ids.get(each.item.clause) ?? [];
    return own.length === 0 ? each : { ...each, state: 'there', documents: [...own, ...each.documents] };
  });
}

function recordsByClause(kept: KeptRecords): ReadonlyMap<string, readonly string[]> {
  const { isms, today, audits, findings, statements } = kept;
  const held = isms.filter(({ inForce }) => inForce !== null);
  const ids = (of: readonly { readonly id: string }[]): readonly string[] => of.map(({ id }) => id);
  return new Map([
    [
      '4.3',
      ids(held.filter(({ record }) => record.kind === 'scope' && record.framework.startsWith('iso27001'))),
    ],
    ['6.1.3 d', statements.slice(0, 1)],
    ['6.2', ids(held.filter(({ record }) => record.kind === 'objective'))],
    [
      '7.2',
      ids(
        isms.filter(
          ({ record }) =>
            record.kind === 'competence' &&
            record.on !== null &&
            record.proof.trim() !== '' &&
            (record.until === null || record.until > today),
        ),
      ),
    ],
    ['9.2.2', ids(audits.filter(({ audit }) => auditState(audit) === 'reported'))],
    ['9.3.3', ids(isms.filter(({ record }) => record.kind === 'review' && record.closed !== null))],
    [
      '10.2 f-g',
      ids(
        findings.filter(
          ({ finding }) =>
            isNonconformity(finding.kind) && finding.action !== null && finding.action.done !== null,
        ),
      ),
    ],
  ]);
}
