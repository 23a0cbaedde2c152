// Each role does in the policies slice what the policy table says.
import { policiesRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('policies', policiesRoutes);
