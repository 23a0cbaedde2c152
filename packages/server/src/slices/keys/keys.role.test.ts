// Each role does with keys what the policy says.
import { keysRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('keys', keysRoutes);
