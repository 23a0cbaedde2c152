// Nobody does more in the isms slice than their role.
import { ismsRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('isms', ismsRoutes);
