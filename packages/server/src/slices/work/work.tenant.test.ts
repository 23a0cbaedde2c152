// No organisation reaches another through the work slice.
import { workRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('work', workRoutes);
