// No organisation reaches another through the findings slice.
import { findingsRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('findings', findingsRoutes);
