// Each role does in the work slice what the policy table says.
import { workRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('work', workRoutes);
