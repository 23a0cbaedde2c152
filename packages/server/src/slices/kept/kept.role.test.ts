// Each role does in the kept slice what the policy table says.
import { keptRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('kept', keptRoutes);
