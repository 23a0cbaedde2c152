// No organisation reaches another through its keys.
import { keysRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('keys', keysRoutes);
