// No organisation reaches another through populations.
import { populationsRoutes } from '@assay/contract';
import { tenantSpec } from '../../../testing/specs.ts';

tenantSpec('populations', populationsRoutes);
