// No organisation reaches another through the controls slice.
import { controlsRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('controls', controlsRoutes);
