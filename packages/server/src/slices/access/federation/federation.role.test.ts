// Each role does with sign-in and directory what the policy table says.
import { federationRoutes, scimRoutes } from '@assay/contract';
import { roleSpec } from '../../../testing/specs.ts';

roleSpec('federation', { ...federationRoutes, ...scimRoutes });
