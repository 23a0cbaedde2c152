// Each role does with the advice what the policy table says.
import { advisorRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('advisor', advisorRoutes);
