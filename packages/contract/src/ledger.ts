// The ledger: signed checkpoints, inclusion and consistency proofs, verification of everything stored.
import { BUNDLE_FORMAT } from '@assay/core';
import { z } from 'zod';
import { instantOut, orgParams, page, pageQuery } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

export const checkpointOut = z
  .strictObject({
    checkpoint: z.string().describe('C2SP signed checkpoint'),
    public_key: z.string().describe('C2SP verifier key'),
    size: z.int(),
    root: z.string(),
    at: instantOut,
  })
  .meta({ id: 'Checkpoint' });
export const entryOut = z
  .strictObject({
    index: z.int(),
    kind: z.string(),
    subject: z.string(),
    at: instantOut,
    by: z.string().nullable().describe('who did it, where the record names a person'),
    leaf: z.string().describe('canonical JSON that was hashed'),
  })
  .meta({ id: 'LedgerEntry' });
const hashOut = z.string().describe('SHA-256, lower-case hexadecimal');
/** What a bundle file holds; its meaning and its rules stand in vectors/ledger/README.md. */
export const bundleOut = z
  .strictObject({
    format: z.literal(BUNDLE_FORMAT),
    public_key: z.string().describe('C2SP verifier key of the ledger'),
    checkpoint: z.string().describe('C2SP signed checkpoint that the entries are proved against'),
    entries: z.array(
      z.strictObject({
        index: z.int(),
        leaf: z.string().describe('canonical JSON that was hashed'),
        salt: z.string().nullable().describe('32 bytes, hexadecimal'),
        payload: z.string().nullable().describe('canonical JSON of what was recorded'),
        artefact: hashOut.nullable(),
        proof: z.array(hashOut),
      }),
    ),
    consistency: z
      .strictObject({ from: z.int(), proof: z.array(hashOut) })
      .nullable()
      .describe('that the ledger of the size asked for grew into this one'),
  })
  .meta({ id: 'ProofBundle' });
export const consistencyOut = z.strictObject({ from: z.int(), to: z.int(), proof: z.array(z.string()) });
export const verificationOut = z
  .strictObject({
    ok: z.boolean(),
    at: instantOut,
    entries: z.int(),
    artefacts: z.int(),
    bytes: z.number(),
    rebuilt: z.boolean(),
    checkpoint: z.string(),
    faults: z.array(
      z.strictObject({
        item: z
          .string()
          .describe('exactly what is wrong: evidence, artefact, entry, tile, checkpoint, derived state'),
        fault: z.string(),
      }),
    ),
  })
  .meta({ id: 'Verification' });

export const ledgerRoutes = {
  'ledger.checkpoint': route({
    method: 'GET',
    path: '/v1/orgs/{org}/ledger/checkpoint',
    tag: 'audit',
    summary: 'The signed head of the ledger; keep a copy',
    permission: 'ledger.read',
    params: orgParams,
    returns: checkpointOut,
    errors: ['ledger.inconsistent'],
  }),
  'ledger.entries': route({
    method: 'GET',
    path: '/v1/orgs/{org}/ledger/entries',
    tag: 'audit',
    summary: 'Entries, newest first',
    permission: 'ledger.read',
    params: orgParams,
    query: z.strictObject({ ...pageQuery, subject: z.string().max(60).optional() }),
    returns: page(entryOut),
  }),
  'ledger.prove': route({
    method: 'GET',
    path: '/v1/orgs/{org}/ledger/proof',
    tag: 'audit',
    summary: 'A bundle that proves, offline, that an entry or a record stands in the ledger',
    permission: 'ledger.read',
    params: orgParams,
    query: z.strictObject({
      subject: z.string().max(60).optional().describe('E-2031 or an id'),
      index: z.coerce.number().int().min(0).optional(),
      since: z.coerce.number().int().min(0).optional().describe('size of a checkpoint that was kept'),
    }),
    returns: bundleOut,
    errors: ['ledger.entry_not_found', 'ledger.size_unknown', 'ledger.inconsistent'],
  }),
  'ledger.consistency': route({
    method: 'GET',
    path: '/v1/orgs/{org}/ledger/consistency',
    tag: 'audit',
    summary: 'Proof that the tree only grew between two sizes',
    permission: 'ledger.read',
    params: orgParams,
    query: z.strictObject({ from: z.coerce.number().int().min(0), to: z.coerce.number().int().min(0) }),
    returns: consistencyOut,
    errors: ['ledger.size_unknown'],
  }),
  'ledger.verify': route({
    method: 'POST',
    path: '/v1/orgs/{org}/ledger/verify',
    tag: 'audit',
    summary: 'Hash everything again; with rebuild, derive everything again and compare',
    permission: 'ledger.read',
    effect: 'none',
    params: orgParams,
    body: z.strictObject({
      rebuild: z.boolean().default(false),
      held_checkpoint: z.string().max(4000).optional(),
    }),
    returns: verificationOut,
  }),
} as const;
