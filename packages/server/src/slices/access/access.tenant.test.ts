// No organisation reaches another through the access slice.
import { accessRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('access', accessRoutes);
