// No organisation reaches another through the monitoring slice.
import { monitoringRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('monitoring', monitoringRoutes);
