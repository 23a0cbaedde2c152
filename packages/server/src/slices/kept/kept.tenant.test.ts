// Nobody reaches another organisation's kept tables.
import { keptRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('kept', keptRoutes);
