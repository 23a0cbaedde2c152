// Legal holds, and erasure by destroying the key of the bytes.
import { z } from 'zod';
import { evidenceOut, evidenceParams } from './evidence.ts';
import { shaField } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const reasonField = z.string().trim().min(3).max(2000);

export const erasureRoutes = {
  'evidence.hold': route({
    method: 'POST',
    path: '/v1/orgs/{org}/evidence/{evidence}/hold',
    tag: 'manage',
    summary: 'Set or lift a legal hold: while it stands, nobody erases the bytes',
    permission: 'evidence.erase',
    params: evidenceParams,
    body: z.strictObject({ hold: z.boolean(), reason: reasonField }),
    returns: evidenceOut,
    errors: ['evidence.not_found', 'evidence.erased'],
  }),
  'evidence.erase': route({
    method: 'POST',
    path: '/v1/orgs/{org}/evidence/{evidence}/erase',
    tag: 'manage',
    summary:
      'Destroy the key of the bytes of every revision for good; with dry_run the answer only says what goes',
    about:
      'What was read out of the bytes goes with them. The record stays and says that it is erased, why and on which basis; it counts for nothing. Every other record over the same bytes is erased with it. The ledger keeps its entries and every proof.',
    permission: 'evidence.erase',
    stepUp: true,
    params: evidenceParams,
    query: z.strictObject({ dry_run: z.stringbool().default(false) }),
    body: z.strictObject({
      reason: reasonField,
      basis: z.string().trim().min(3).max(200).describe('legal basis, for example GDPR Art. 17(1)(b)'),
    }),
    returns: z.strictObject({
      evidence: evidenceOut,
      goes: z.strictObject({
        artefacts: z.array(shaField),
        evidence: z.array(z.string()).describe('records that are erased'),
        rows: z.int().describe('rows that were read out of the bytes'),
      }),
    }),
    errors: ['evidence.not_found', 'evidence.held', 'evidence.erased', 'evidence.bytes_needed'],
  }),
} as const;
