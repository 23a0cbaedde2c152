// No organisation reaches another through the gaps slice.
import { gapsRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('gaps', gapsRoutes);
