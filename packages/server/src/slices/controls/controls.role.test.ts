// Each role does in the controls slice what the policy table says.
import { controlsRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('controls', controlsRoutes);
