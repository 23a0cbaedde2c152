// No organisation reaches the samples of another.
import { sampleProfilesRoutes, samplesRoutes } from '@assay/contract';
import { tenantSpec } from '../../../testing/specs.ts';

tenantSpec('samples', { ...sampleProfilesRoutes, ...samplesRoutes });
