// Each role does in the access slice what the policy table says.
import { accessRoutes, membersRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('access', { ...accessRoutes, ...membersRoutes });
