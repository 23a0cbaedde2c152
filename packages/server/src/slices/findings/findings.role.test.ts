// Each role does in the findings slice what the policy table says.
import { findingsRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('findings', findingsRoutes);
