// No organisation holds or erases what is another’s.
import { erasureRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('erasure', erasureRoutes);
