// Each role does in rooms what the policy table says; nobody enters one that they were not invited to.
import { deskRoutes, roomsRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('rooms', { ...roomsRoutes, ...deskRoutes });
