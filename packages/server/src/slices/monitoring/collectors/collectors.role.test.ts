// Each role does with collectors what the policy table says.
import { collectorsRoutes } from '@assay/contract';
import { roleSpec } from '../../../testing/specs.ts';

roleSpec('collectors', collectorsRoutes);
