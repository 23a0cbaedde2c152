// Each role does in the evidence slice what the policy table says.
import { evidenceRoutes, importsRoutes, ledgerRoutes } from '@assay/contract';
import { roleSpec } from '../../testing/specs.ts';

roleSpec('evidence', { ...evidenceRoutes, ...importsRoutes, ...ledgerRoutes });
