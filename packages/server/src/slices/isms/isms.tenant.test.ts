// No organisation reaches another through the isms slice.
import { ismsRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('isms', ismsRoutes);
