// No organisation reaches another by its way of signing in or by its directory.
import { federationRoutes, scimRoutes } from '@assay/contract';
import { tenantSpec } from '../../../testing/specs.ts';

tenantSpec('federation', { ...federationRoutes, ...scimRoutes });
