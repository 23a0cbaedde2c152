// Documents: the whole organisation in open formats, at any time.
import { orgParams } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

export const documentsRoutes = {
  'export.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/export',
    tag: 'manage',
    summary: 'Everything as one ZIP: rows, CSV and XLSX, files, hashes and the ledger',
    errors: ['ledger.inconsistent'],
    permission: 'documents.export',
    params: orgParams,
    returns: 'bytes',
  }),
} as const;
