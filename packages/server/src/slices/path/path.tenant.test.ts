// No organisation reaches another through the path slice.
import { pathRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('path', pathRoutes);
