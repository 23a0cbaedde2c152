// Each role does in the soa slice what the policy table says.
import { obligationsRoutes, soaRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('soa', { ...soaRoutes, ...obligationsRoutes });
