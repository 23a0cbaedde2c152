// Each role does with samples what the policy table says.
import { sampleProfilesRoutes, samplesRoutes } from '@assay/contract';
import { roleSpec } from '../../../testing/specs.ts';

roleSpec('samples', { ...sampleProfilesRoutes, ...samplesRoutes });
