// Each role does in the gaps slice what the policy table says.
import { gapsRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('gaps', gapsRoutes);
