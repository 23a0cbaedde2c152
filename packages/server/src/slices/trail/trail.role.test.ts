// Each role reads of the trail what the policy says.
import { trailRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('trail', trailRoutes);
