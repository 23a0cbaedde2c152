// No organisation reaches another through the access slice.
import { accessRoutes, membersRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('access', { ...accessRoutes, ...membersRoutes });
