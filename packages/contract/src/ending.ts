// The end of an organisation: asked for by an owner who types its name, told to all owners, taken back until its day.
import { ENDING_DELAY } from '@assay/core';
import { z } from 'zod';
import { dateOut, instantOut, orgParams } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const { least, usual, most } = ENDING_DELAY;

export const endingOut = z
  .strictObject({
    asked: z
      .strictObject({
        by: z.string(),
        at: instantOut,
        ends_on: dateOut.describe(
          'on this day everything is erased, or later where the server was not up on enough days',
        ),
        delay_days: z.int(),
      })
      .nullable()
      .describe('null where nobody asked for it, or it was taken back'),
  })
  .meta({ id: 'Ending' });

export const endingRoutes = {
  'ending.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/ending',
    tag: 'manage',
    summary: 'Whether the organisation is to end, and when',
    permission: 'organisation.read',
    params: orgParams,
    returns: endingOut,
  }),
  'ending.ask': route({
    method: 'POST',
    path: '/v1/orgs/{org}/ending',
    tag: 'manage',
    summary: 'Ask that the organisation ends, with everything in it',
    about:
      'Every owner is told by letter, and any of them takes it back until that day. Export everything first: afterwards rows, files and keys are gone, and the short name rests for 90 days.',
    permission: 'organisation.delete',
    stepUp: true,
    params: orgParams,
    status: 201,
    body: z.strictObject({
      name: z.string().max(120).describe('the name of the organisation, as its settings say it'),
      days: z.int().min(least).max(most).default(usual).describe('until it ends'),
    }),
    returns: endingOut,
    errors: ['organisation.name_differs', 'organisation.ending', 'organisation.demo'],
  }),
  'ending.take_back': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/ending',
    tag: 'manage',
    summary: 'Take back that the organisation ends',
    permission: 'organisation.delete',
    params: orgParams,
    returns: endingOut,
    errors: ['organisation.not_ending'],
  }),
} as const;
