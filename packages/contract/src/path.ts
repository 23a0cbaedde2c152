// The guided path: twelve steps to stage 1 and to the first window, each as far as the data are.
import { PATH_KEYS, PATH_STATES } from '@assay/core';
import { z } from 'zod';
import { orgParams } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const stepOut = z
  .strictObject({
    key: z.enum(PATH_KEYS),
    title: z.string(),
    state: z.enum(PATH_STATES).describe('from the state of the data; nothing is done by visiting it'),
    done: z.int(),
    of: z.int(),
    sentence: z.string(),
    why: z.string(),
    asked: z.array(z.string()).describe('clauses and criteria that ask for it'),
    days: z
      .strictObject({ least: z.number(), most: z.number() })
      .describe('person-days for a company of some forty people, an estimate'),
    example: z.string().describe('what the demo company did'),
    place: z.string().describe('where it is done, below the organisation'),
    auditor_asks: z.array(z.string()),
    save: z.string().describe('where a small firm may save'),
    spend: z.string().describe('and where not'),
    unreviewed: z.literal(true).describe('advice that nobody has reviewed'),
  })
  .meta({ id: 'PathStep' });

export const pathRoutes = {
  'path.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/path',
    tag: 'manage',
    summary: 'The guided path from nothing to stage 1 and to the first window, as far as the data are',
    permission: 'controls.read',
    params: orgParams,
    returns: z.strictObject({ sentence: z.string(), data: z.array(stepOut) }),
  }),
} as const;
