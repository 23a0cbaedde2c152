// The register of obligations: laws, regulations and clauses of contracts that ask for controls.
import { OBLIGATION_KINDS } from '@assay/core';
import { z } from 'zod';
import { dateField, dateOut, orgParams } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

export const obligationCode = z
  .string()
  .regex(/^O-\d{1,6}$/i, 'expected an obligation such as O-3')
  .transform((text) => text.toUpperCase());
/** A person by name: who answers for something, or approves it. */
export const personField = z.string().trim().min(1).max(120);

const obligationOut = z
  .strictObject({
    id: z.string().describe('O-3'),
    kind: z.enum(OBLIGATION_KINDS),
    title: z.string(),
    clause: z.string().describe('article, section or clause that asks'),
    demand: z.string().describe('what it asks, in the words of the company'),
    owner: z.string().nullable(),
    ended_on: dateOut.nullable().describe('first day on which it no longer binds'),
    rows: z.array(z.string()).describe('rows of the statement that are in because of it'),
    revision: z.int(),
  })
  .meta({ id: 'Obligation' });
const obligationFields = {
  kind: z.enum(OBLIGATION_KINDS),
  title: z.string().trim().min(2).max(200),
  clause: z.string().trim().max(200),
  demand: z.string().trim().max(4000),
  owner: personField.nullable(),
};

const obligationParams = orgParams.extend({ obligation: obligationCode });

export const obligationsRoutes = {
  'obligations.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/obligations',
    tag: 'manage',
    summary: 'Laws, regulations and clauses of contracts that bind, those that ended too',
    permission: 'soa.read',
    params: orgParams,
    returns: z.strictObject({ data: z.array(obligationOut) }),
  }),
  'obligations.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/obligations/{obligation}',
    tag: 'manage',
    summary: 'One obligation',
    permission: 'soa.read',
    params: obligationParams,
    returns: obligationOut,
    errors: ['obligation.not_found'],
  }),
  'obligations.add': route({
    method: 'POST',
    path: '/v1/orgs/{org}/obligations',
    tag: 'manage',
    summary: 'Add an obligation to the register',
    permission: 'soa.change',
    params: orgParams,
    status: 201,
    body: z.strictObject({
      ...obligationFields,
      clause: obligationFields.clause.default(''),
      demand: obligationFields.demand.default(''),
      owner: obligationFields.owner.default(null),
    }),
    returns: obligationOut,
  }),
  'obligations.change': route({
    method: 'PATCH',
    path: '/v1/orgs/{org}/obligations/{obligation}',
    tag: 'manage',
    summary: 'Change an obligation, or say that it ended',
    permission: 'soa.change',
    params: obligationParams,
    ifMatch: true,
    body: z.strictObject({ ...obligationFields, ended_on: dateField.nullable() }).partial(),
    returns: obligationOut,
    errors: ['obligation.not_found', 'request.conflict'],
  }),
} as const;
