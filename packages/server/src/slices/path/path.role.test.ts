// Each role does in the path slice what the policy table says.
import { pathRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('path', pathRoutes);
