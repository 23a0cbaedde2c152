// No organisation reaches the samples of another.
import { samplesRoutes } from '@assay/contract';
import { tenantSpec } from '../../../testing/specs.ts';

tenantSpec('samples', samplesRoutes);
