// No organisation reaches another through the risks slice.
import { risksRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('risks', risksRoutes);
