// Keys: what wraps the organisation's artefacts and secrets, and how far it is being changed.
import { z } from 'zod';
import { orgParams } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const keysOut = z
  .strictObject({
    version: z.int().describe('number of the key that wraps now'),
    items: z.int().describe('artefacts that have a key of their own'),
    current: z.int().describe('those whose key is wrapped by the present one'),
    turning: z.boolean().describe('keys before the present one still unwrap, and will be destroyed'),
    unsealed: z.int().describe('files of an older Assay that are not sealed yet'),
    damaged: z.int().describe('those of them whose bytes are not what they were; assay verify names them'),
    root: z.strictObject({
      kind: z.string().describe('where the root key is: file, environment or pkcs11'),
      id: z.string().describe('says which root key it is and nothing about it'),
      realms: z.int().describe('organisations, and one for what belongs to people'),
      current: z.int().describe('those whose keys the present root key wraps'),
    }),
  })
  .meta({ id: 'Keys' });

export const keysRoutes = {
  'keys.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/keys',
    tag: 'manage',
    summary: 'Which key wraps what, and how far a rotation is',
    permission: 'keys.change',
    params: orgParams,
    returns: keysOut,
  }),
  'keys.rotate': route({
    method: 'POST',
    path: '/v1/orgs/{org}/keys/rotate',
    tag: 'manage',
    summary:
      'Make the organisation a new key and wrap everything by it; the key before is destroyed at the end',
    about: 'Answers at once; the work goes on, also after a restart. A rotation that is under way goes on.',
    permission: 'keys.change',
    stepUp: true,
    params: orgParams,
    returns: keysOut,
  }),
  'root_key.rotate': route({
    method: 'POST',
    path: '/v1/root-key/rotate',
    tag: 'manage',
    summary:
      'Wrap the keys of all organisations by a new root key; for the command line of the server’s machine',
    permission: 'signed_in',
    returns: keysOut.shape.root,
    errors: ['keys.root_by_configuration'],
  }),
} as const;
