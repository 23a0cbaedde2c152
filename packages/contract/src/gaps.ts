// Gaps of both frameworks in one list, and what an auditor would not find.
import { EXAMINATIONS, MISSING, OWNER_ROLES, REQUIREMENT_STATES } from '@assay/core';
import { z } from 'zod';
import { dateOut, orgParams } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const actionOut = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    target: z.string().describe('control, requirement or framework to act on'),
    title: z.string(),
    reason: z.string(),
    closes: z.array(z.string()).describe('requirements that it closes alone'),
    helps: z.array(z.string()).describe('requirements that wait for another action, too'),
    effort_days: z.number().describe('estimate'),
    owner_role: z.enum(OWNER_ROLES),
    owner: z.string().nullable(),
    due: dateOut.nullable().describe('earliest day by which somebody planned it'),
  })
  .meta({ id: 'GapAction' });

const gapOut = z
  .strictObject({
    requirement: z.string(),
    id: z.string(),
    title: z.string(),
    view: z.enum(['iso', 'soc2']),
    missing: z.enum(MISSING),
    state: z.enum(REQUIREMENT_STATES),
    why: z.string(),
    controls: z.array(z.string()),
  })
  .meta({ id: 'Gap' });

const documentedOut = z
  .strictObject({
    clause: z.string(),
    requirement: z.string(),
    what: z.string(),
    kind: z.enum(['document', 'record', 'both']),
    state: z.enum(['there', 'stale', 'in_review', 'missing']),
    sentence: z.string(),
    evidence: z.array(z.string()),
    documents: z.array(z.string()).describe('policies in force that are it'),
    controls: z.array(z.string()),
  })
  .meta({ id: 'DocumentedInformation' });

export const gapsRoutes = {
  'gaps.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/gaps',
    tag: 'manage',
    summary: 'What both frameworks lack, and the actions that close it',
    permission: 'controls.read',
    params: orgParams,
    query: z.strictObject({ framework: z.enum(['both', 'iso', 'soc2']).default('both') }),
    returns: z.strictObject({
      sentence: z.string(),
      actions: z.array(actionOut).describe('most worthwhile first'),
      gaps: z.array(gapOut),
    }),
  }),
  'readiness.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/readiness',
    tag: 'audit',
    summary: 'What an auditor would not find at stage 1, stage 2, Type I and Type II; never one percentage',
    permission: 'controls.read',
    params: orgParams,
    returns: z.strictObject({
      data: z.array(
        z.strictObject({
          examination: z.enum(EXAMINATIONS),
          title: z.string(),
          sentence: z.string(),
          not_found: z.array(
            z.strictObject({
              what: z.enum(['document', 'decision', 'control', 'evidence', 'operation', 'period']),
              about: z.string(),
              why: z.string(),
              requirement: z.string().nullable(),
            }),
          ),
        }),
      ),
      documented: z.array(documentedOut).describe('documented information of ISO/IEC 27001 by clause'),
    }),
  }),
} as const;
