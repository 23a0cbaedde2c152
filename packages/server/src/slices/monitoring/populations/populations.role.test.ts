// Each role does with populations what the policy table says.
import { populationsRoutes } from '@assay/contract';
import { roleSpec } from '../../../testing/specs.ts';

roleSpec('populations', populationsRoutes);
