// No organisation reaches another through the policies slice.
import { policiesRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('policies', policiesRoutes);
