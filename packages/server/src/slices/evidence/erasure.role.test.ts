// Each role holds and erases only where the policy says.
import { erasureRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('erasure', erasureRoutes);
