// One route as an OpenAPI operation: what it does, takes, answers and refuses, with examples.
import { z } from 'zod';
import type { ErrorCode } from '../kernel/errors.ts';
import { PROBLEMS } from '../kernel/problems.ts';
import type { Route } from '../kernel/route.ts';
import { exampleOf } from './examples.ts';
import { record, type Json, type Schemas } from './schemas.ts';

/** Refusals that a route may give beside its own. */
export function refusalsOf(route: Route): readonly ErrorCode[] {
  const scoped = route.permission !== 'public' && route.permission !== 'signed_in';
  const codes: readonly (ErrorCode | undefined)[] = [
    'request.invalid',
    route.permission === 'public' ? undefined : 'access.unauthenticated',
    scoped ? 'organisation.not_found' : undefined,
    scoped ? 'access.forbidden' : undefined,
    route.method === 'GET' ? undefined : 'access.csrf',
    route.body === undefined ? undefined : 'request.media_type',
    route.body === undefined ? undefined : 'request.too_large',
    route.ifMatch ? 'request.precondition_required' : undefined,
    route.ifMatch ? 'request.conflict' : undefined,
    route.method === 'POST' ? 'request.idempotency_mismatch' : undefined,
    route.method === 'POST' ? 'request.in_progress' : undefined,
    route.permission === 'public' ? undefined : 'request.rate_limited',
    'server.unavailable',
  ];
  const own = route.errors ?? [];
  return [...new Set([...own, ...codes.filter((code) => code !== undefined)])];
}

/** Whether the list can be had whole as NDJSON. */
export function isList(route: Route): boolean {
  return route.method === 'GET' && route.returns instanceof z.ZodObject && 'data' in route.returns.shape;
}

/** The operation of a route. */
export function operation(id: string, route: Route, schemas: Schemas): Json {
  return {
    operationId: id,
    summary: route.summary,
    description: description(route),
    tags: [route.tag],
    security: route.permission === 'public' ? [] : [{ session: [] }, { local: [] }],
    'x-permission': route.permission,
    parameters: [
      ...parameters('path', route.params, schemas),
      ...parameters('query', route.query, schemas),
      ...headers(route),
    ],
    ...(route.body
      ? { requestBody: { required: true, content: requestContent(route.body, id, schemas) } }
      : {}),
    responses: { [String(route.status ?? 200)]: success(route, schemas), ...failures(route) },
  };
}

function description(route: Route): string {
  const said = [
    route.about ?? `${route.summary}.`,
    route.permission === 'public'
      ? 'Needs no sign-in.'
      : route.permission === 'signed_in'
        ? 'Needs a session or the machine’s token.'
        : `Needs the permission \`${route.permission}\` in the organisation.`,
    route.method === 'POST' ? 'Send an `Idempotency-Key` to be able to repeat it safely.' : '',
    route.ifMatch
      ? 'Send the `ETag` that you read as `If-Match`; a record that changed meanwhile answers 412.'
      : '',
    isList(route) ? 'With `Accept: application/x-ndjson` the whole list comes, one record a line.' : '',
  ];
  return said.filter((part) => part !== '').join(' ');
}

/** Bodies whose schema says less than a reader needs. */
const BODIES: Readonly<Record<string, unknown>> = {
  'frameworks.add': {
    id: 'acme-baseline:2026',
    name: 'Acme baseline',
    edition: '2026',
    title: 'Acme baseline 2026',
    source: 'Acme',
    licence: 'internal',
    groups: [{ id: 'access', title: 'Access', kind: 'theme' }],
    requirements: [
      { id: 'AB-1', title: 'Everybody signs in with a second factor', group: 'access', kind: 'control' },
    ],
  },
  'isms.add': { kind: 'parties', parties: [{ name: 'Customers', needs: [] }] },
  'isms.replace': { kind: 'parties', parties: [{ name: 'Customers', needs: [] }] },
  'policies.create': { template: 'POL-04', variables: { company: 'Acme' } },
  'policies.change': { variables: { company: 'Acme' } },
};

function requestContent(body: z.ZodType | 'bytes', id: string, schemas: Schemas): Json {
  if (body === 'bytes')
    return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  const schema = schemas.input(body);
  const example = BODIES[id] ?? exampleOf(schema, { named: schemas.named(), whole: false });
  return { 'application/json': { schema, example } };
}

const RATE = {
  RateLimit: {
    description: 'What is left in this minute',
    schema: { type: 'string' },
    example: '"minute";r=5999;t=60',
  },
  'RateLimit-Policy': {
    description: 'Requests in a minute',
    schema: { type: 'string' },
    example: '"minute";q=6000;w=60',
  },
};

function success(route: Route, schemas: Schemas): Json {
  const tagged = route.ifMatch
    ? {
        ETag: {
          description: 'Version of the record, for If-Match',
          schema: { type: 'string' },
          example: '"3"',
        },
      }
    : {};
  const told = { headers: { ...(route.permission === 'public' ? {} : RATE), ...tagged } };
  if (route.returns === 'empty') return { description: 'Done; there is nothing to answer', ...told };
  if (route.returns === 'bytes')
    return {
      description: 'The bytes, as an attachment',
      ...told,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    };
  if (route.returns === 'ndjson')
    return {
      description: 'One JSON value a line',
      ...told,
      content: { 'application/x-ndjson': { schema: { type: 'string' } } },
    };
  const schema = schemas.output(route.returns);
  const example = exampleOf(schema, { named: schemas.named(), whole: true });
  return {
    description: 'The answer',
    ...told,
    content: {
      'application/json': { schema, example },
      ...(isList(route) ? { 'application/x-ndjson': { schema: { type: 'string' } } } : {}),
    },
  };
}

function failures(route: Route): Json {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of refusalsOf(route)) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const schema = { $ref: '#/components/schemas/Problem' };
  const told = [...byStatus].map(([status, codes]): [string, Json] => [
    String(status),
    {
      description: codes.map((code) => `${code}: ${PROBLEMS[code].title}`).join('; '),
      content: {
        'application/problem+json': {
          schema,
          examples: Object.fromEntries(codes.map((code) => [code, { value: problemExample(code) }])),
        },
      },
    },
  ]);
  const other = { description: 'Any other problem', content: { 'application/problem+json': { schema } } };
  return { ...Object.fromEntries(told), default: other };
}

function problemExample(code: ErrorCode): Json {
  const { status, title, remedy } = PROBLEMS[code];
  return {
    type: `/problems/${code}`,
    title,
    status,
    code,
    detail: remedy,
    request_id: 'req_01m844dzg0dkahf8swadqmpb6m',
    ...(code === 'request.invalid'
      ? { errors: [{ pointer: '/query/surprise', message: 'there is no such key' }] }
      : {}),
  };
}

function headers(route: Route): readonly Json[] {
  const list: Json[] = [];
  if (route.method === 'POST')
    list.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema: { type: 'string', maxLength: 200 },
      description: 'The same key and body give the same answer for 24 hours',
      example: '5f2b8c7e-3f0a-4a54-9d3e-1c7d8e2b6a90',
    });
  if (route.ifMatch)
    list.push({
      name: 'If-Match',
      in: 'header',
      required: true,
      schema: { type: 'string' },
      description: 'ETag of the record as it was read',
      example: '"3"',
    });
  return list;
}

function parameters(
  where: 'path' | 'query',
  schema: z.ZodObject | undefined,
  schemas: Schemas,
): readonly Json[] {
  if (!schema) return [];
  const whole = schemas.input(schema);
  const required: unknown = whole['required'];
  return Object.entries(record(whole['properties'])).map(([name, property]) => {
    const { description: about, ...rest } = record(property);
    return {
      name,
      in: where,
      required: where === 'path' || (Array.isArray(required) && required.includes(name)),
      ...(about === undefined ? {} : { description: about }),
      schema: rest,
      ...(where === 'path' ? { example: exampleOf(rest, { named: {}, whole: false }, name) } : {}),
    };
  });
}
