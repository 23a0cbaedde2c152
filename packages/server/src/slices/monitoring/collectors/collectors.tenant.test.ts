// No organisation reaches another through the collectors.
import { collectorsRoutes } from '@assay/contract';
import { tenantSpec } from '../../../testing/specs.ts';

tenantSpec('collectors', collectorsRoutes);
