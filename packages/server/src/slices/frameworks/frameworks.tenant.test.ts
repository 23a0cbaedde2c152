// No organisation reaches another through the frameworks slice.
import { frameworksRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('frameworks', frameworksRoutes);
