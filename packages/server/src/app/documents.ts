// Everything that can be printed; each slice says what its documents hold.
import { advisorDocuments } from '../slices/advisor/advisor.module.ts';
import { auditsDocuments } from '../slices/audits/audits.module.ts';
import { controlsDocuments } from '../slices/controls/controls.module.ts';
import { findingsDocuments } from '../slices/findings/findings.module.ts';
import { gapsDocuments } from '../slices/gaps/gaps.module.ts';
import { ismsDocuments } from '../slices/isms/isms.module.ts';
import { policiesDocuments } from '../slices/policies/policies.module.ts';
import { lossesDocuments, risksDocuments } from '../slices/risks/risks.module.ts';
import { soaDocuments } from '../slices/soa/soa.module.ts';
import type { DocumentKind } from '../slices/documents/documents.module.ts';

export const documents: readonly DocumentKind[] = [
  ...controlsDocuments,
  ...auditsDocuments,
  ...findingsDocuments,
  ...gapsDocuments,
  ...ismsDocuments,
  ...policiesDocuments,
  ...lossesDocuments,
  ...risksDocuments,
  ...soaDocuments,
  ...advisorDocuments,
];
