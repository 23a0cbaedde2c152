// No organisation reaches another through rooms.
import { deskRoutes, roomsRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('rooms', { ...roomsRoutes, ...deskRoutes });
