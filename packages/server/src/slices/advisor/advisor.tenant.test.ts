// No organisation reaches another through the advice.
import { advisorRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('advisor', advisorRoutes);
