// No organisation reads another’s trail.
import { trailRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('trail', trailRoutes);
