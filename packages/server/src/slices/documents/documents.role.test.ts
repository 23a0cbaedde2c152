// Each role does in the documents slice what the policy table says.
import { documentsRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('documents', documentsRoutes);
