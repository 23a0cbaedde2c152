// No organisation reaches another through what is said of losses.
import { lossesRoutes } from '@assay/contract';
import { tenantSpec } from '../../../testing/specs.ts';

tenantSpec('losses', lossesRoutes);
