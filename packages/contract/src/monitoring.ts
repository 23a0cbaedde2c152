// Monitoring: checks of scanners, what they found, and which controls they speak for.
import { OBSERVATION_STATUSES, SEVERITIES } from '@assay/core';
import { z } from 'zod';
import { observationOut, sightingOut } from './imports.ts';
import { controlCodeField, instantOut, orgParams, page, pageQuery } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

export const checkOut = z
  .strictObject({
    key: z.string(),
    title: z.string(),
    scanner: z.string(),
    provider: z.string().nullable(),
    service: z.string().nullable(),
    severity: z.enum(SEVERITIES).nullable(),
    controls: z.array(z.string()),
    in_catalogue: z.boolean().describe('false: seen in an import, not known to the catalogue'),
    latest: z.strictObject({
      pass: z.int(),
      fail: z.int(),
      error: z.int(),
      not_applicable: z.int(),
      unknown: z.int(),
    }),
    last_seen: instantOut.nullable(),
  })
  .meta({ id: 'Check' });

export const monitoringRoutes = {
  'checks.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/checks',
    tag: 'manage',
    summary: 'Checks with their latest results',
    permission: 'monitoring.read',
    params: orgParams,
    query: z.strictObject({
      ...pageQuery,
      seen: z.stringbool().optional(),
      unmapped: z.stringbool().optional(),
      scanner: z.string().max(60).optional(),
      control: controlCodeField.optional(),
      q: z.string().max(200).optional(),
    }),
    returns: page(checkOut),
  }),
  'checks.map': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/checks/{check}/controls',
    tag: 'manage',
    summary: 'Say which controls a check speaks for',
    permission: 'monitoring.change',
    params: orgParams.extend({ check: z.string().max(300) }),
    body: z.strictObject({ controls: z.array(controlCodeField).max(20) }),
    returns: checkOut,
    errors: ['check.not_found', 'control.not_found'],
  }),
  'observations.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/observations',
    tag: 'audit',
    summary: 'Latest observation per check, subject and system',
    permission: 'monitoring.read',
    params: orgParams,
    query: z.strictObject({
      ...pageQuery,
      check: z.string().max(300).optional(),
      control: controlCodeField.optional(),
      status: z.enum(OBSERVATION_STATUSES).optional(),
      import: z.string().max(40).optional(),
    }),
    returns: page(observationOut),
  }),
  'observations.history': route({
    method: 'GET',
    path: '/v1/orgs/{org}/checks/{check}/history',
    tag: 'audit',
    summary: 'Every word of a check that was committed, newest first',
    permission: 'monitoring.read',
    params: orgParams.extend({ check: z.string().max(300) }),
    query: z.strictObject({ ...pageQuery, subject: z.string().max(2000).optional() }),
    returns: page(sightingOut),
  }),
  'observations.export': route({
    method: 'GET',
    path: '/v1/orgs/{org}/observations.ndjson',
    tag: 'audit',
    summary: 'All latest observations as NDJSON',
    permission: 'monitoring.read',
    params: orgParams,
    returns: 'ndjson',
  }),
} as const;
