// No organisation reaches another through the audits slice.
import { auditsRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('audits', auditsRoutes);
