// No organisation reaches another through the evidence slice: records, imports, ledger.
import { evidenceRoutes, importsRoutes, ledgerRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('evidence', { ...evidenceRoutes, ...importsRoutes, ...ledgerRoutes });
