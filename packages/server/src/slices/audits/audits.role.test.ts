// Each role does in the audits slice what the policy table says.
import { auditsRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('audits', auditsRoutes);
