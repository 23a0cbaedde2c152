// No organisation reaches another through the soa slice.
import { obligationsRoutes, soaRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('soa', { ...soaRoutes, ...obligationsRoutes });
