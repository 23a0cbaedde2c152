// Each role does with the plan what the policy table says.
import { planRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('plan', planRoutes);
