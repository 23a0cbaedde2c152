// Each role does in the frameworks slice what the policy table says.
import { frameworksRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('frameworks', frameworksRoutes);
