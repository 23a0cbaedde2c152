// No organisation reaches another through windows, schedules and exclusions.
import { schedulesRoutes, windowsRoutes } from '@assay/contract';
import { tenantSpec } from '../../../testing/specs.ts';

tenantSpec('windows', { ...windowsRoutes, ...schedulesRoutes });
