// Each role does in the monitoring slice what the policy table says.
import { monitoringRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('monitoring', monitoringRoutes);
