// The register as a file: a workbook with its assessments and its method, or the register alone as CSV.
import { dateOfInstant, type Instant } from '@assay/core';
import { attachmentOf } from '../../app/attachment.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import { findOrganisation, type OrgScope } from '../access/access.module.ts';
import { csvOf, workbookOf } from '../documents/documents.module.ts';
import { registerOn } from './register.readmodel.ts';
import { assessmentsSheet, registerAbout, registerSheet } from './register.sheet.ts';
import { presentMethod, presentRisk } from './risks.presenter.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function exportRegister(
  { tx, scope, now }: { readonly tx: Tx; readonly scope: OrgScope; readonly now: Instant },
  query: { readonly as: 'xlsx' | 'csv'; readonly at?: Instant | undefined },
): Promise<Response> {
  const { records, around } = await registerOn(tx, scope, { now, at: query.at });
  const risks = records.map((record) => presentRisk(record, around));
  const register = registerSheet(risks);
  const filename = `${scope.slug}-risks-${dateOfInstant(query.at ?? now)}.${query.as}`;
  if (query.as === 'csv') return attachmentOf(csvOf(register), { filename, mediaType: 'text/csv' });
  const organisation = (await findOrganisation(tx, scope))?.settings.name ?? scope.slug;
  const about = registerAbout({ organisation, at: query.at ?? now, method: presentMethod(around.method) });
  const book = await workbookOf([register, assessmentsSheet(risks), about]);
  if (!book) throw new Error('a register outgrew a workbook, though its fields are bounded');
  return attachmentOf(book, { filename, mediaType: XLSX });
}
