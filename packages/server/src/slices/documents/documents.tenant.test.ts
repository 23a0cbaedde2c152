// No organisation reaches another through the documents slice.
import { documentsRoutes } from '@assay/contract';
import { tenantSpec } from '../../testing/specs.ts';

tenantSpec('documents', documentsRoutes);
