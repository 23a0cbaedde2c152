// Each role does in the risks slice what the policy table says.
import { risksRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('risks', risksRoutes);
