// Each role does with losses what the policy table says.
import { lossesRoutes } from '@assay/contract';
import { roleSpec } from '../../../testing/specs.ts';

roleSpec('losses', lossesRoutes);
