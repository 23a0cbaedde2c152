// Each role does with windows, schedules and exclusions what the policy table says.
import { schedulesRoutes, windowsRoutes } from '@assay/contract';
import { roleSpec } from '../../../testing/specs.ts';

roleSpec('windows', { ...windowsRoutes, ...schedulesRoutes });
