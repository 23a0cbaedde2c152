// No organisation reaches another through the plan.
import { planRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('plan', planRoutes);
