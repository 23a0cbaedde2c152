// Documents: the whole organisation in open formats at any time, and what is printed for people who read paper.
import { z } from 'zod';
import { orgParams } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

export const PRINTED_FORMATS = ['pdf', 'docx', 'md', 'json'] as const;
export type PrintedFormat = (typeof PRINTED_FORMATS)[number];

const documentKindOut = z
  .strictObject({
    name: z.string(),
    title: z.string(),
    about: z.string().describe('what the document answers, in a sentence'),
    of: z
      .array(z.strictObject({ id: z.string(), title: z.string() }))
      .describe('the things of which there is one each; empty where there is only one'),
  })
  .meta({ id: 'DocumentKind' });

export const documentsRoutes = {
  'export.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/export',
    tag: 'manage',
    summary: 'Everything as one ZIP: rows, CSV and XLSX, files, hashes and the ledger',
    errors: ['ledger.inconsistent'],
    permission: 'documents.export',
    stepUp: true,
    params: orgParams,
    returns: 'bytes',
  }),
  'documents.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/documents',
    tag: 'audit',
    summary: 'What can be printed',
    permission: 'documents.export',
    params: orgParams,
    returns: z.strictObject({ data: z.array(documentKindOut) }),
  }),
  'documents.print': route({
    method: 'GET',
    path: '/v1/orgs/{org}/documents/{document}',
    tag: 'audit',
    summary: 'One document, made now from the data: PDF, Word, Markdown or its content as JSON',
    permission: 'documents.export',
    params: orgParams.extend({ document: z.string().max(60) }),
    query: z.strictObject({
      of: z.string().max(120).optional().describe('of which thing, where there are several'),
      format: z.enum(PRINTED_FORMATS).default('pdf'),
    }),
    returns: 'bytes',
    errors: ['document.not_found', 'document.of_unknown'],
  }),
} as const;
