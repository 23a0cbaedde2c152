// OpenAPI 3.1, generated from the same schemas that validate.
import { z } from 'zod';
import { problemSchema } from './kernel/problem.ts';
import type { Route } from './kernel/route.ts';
import { routes } from './routes.ts';

type Json = Readonly<Record<string, unknown>>;

const TAGS = [
  { name: 'access', description: 'Sessions and health' },
  { name: 'manage', description: 'Run the programme' },
  { name: 'build', description: 'Push evidence from scanners and CI' },
  { name: 'audit', description: 'Read and verify' },
];

/** The whole document. Deterministic: the same table gives the same bytes. */
export function openApiDocument(): Json {
  const table: Readonly<Record<string, Route>> = routes;
  const paths: Record<string, Record<string, Json>> = {};
  for (const [id, route] of Object.entries(table)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(id, route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Assay',
      version: '1',
      summary: 'One control environment, evidenced once, answered twice.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: TAGS,
    paths,
    components: {
      schemas: { Problem: outSchema(problemSchema) },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'assay_session' },
        local: { type: 'http', scheme: 'bearer' },
      },
    },
    security: [{ session: [] }, { local: [] }],
  };
}

function operation(id: string, route: Route): Json {
  return {
    operationId: id,
    summary: route.summary,
    tags: [route.tag],
    ...(route.permission === 'public' ? { security: [] } : {}),
    'x-permission': route.permission,
    parameters: [...parameters('path', route.params), ...parameters('query', route.query), ...headers(route)],
    ...(route.body ? { requestBody: { required: true, content: requestContent(route.body) } } : {}),
    responses: { [String(route.status ?? 200)]: success(route), ...failures(route) },
  };
}

function requestContent(body: z.ZodType | 'bytes'): Json {
  if (body === 'bytes')
    return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  return { 'application/json': { schema: inSchema(body) } };
}

function success(route: Route): Json {
  if (route.returns === 'empty') return { description: 'Done' };
  if (route.returns === 'bytes')
    return {
      description: 'The bytes',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    };
  if (route.returns === 'ndjson')
    return {
      description: 'One JSON value a line',
      content: { 'application/x-ndjson': { schema: { type: 'string' } } },
    };
  return { description: 'The answer', content: { 'application/json': { schema: outSchema(route.returns) } } };
}

function failures(route: Route): Json {
  const codes = route.errors ?? [];
  const description = codes.length === 0 ? 'A problem' : `A problem: ${codes.join(', ')}`;
  return {
    default: {
      description,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
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
    });
  if (route.ifMatch)
    list.push({
      name: 'If-Match',
      in: 'header',
      required: true,
      schema: { type: 'string' },
      description: 'ETag of the record as it was read',
    });
  return list;
}

function parameters(where: 'path' | 'query', schema: z.ZodObject | undefined): readonly Json[] {
  if (!schema) return [];
  const whole = inSchema(schema);
  const properties: unknown = whole['properties'];
  const required: unknown = whole['required'];
  if (typeof properties !== 'object' || properties === null) return [];
  return Object.entries(properties).map(([name, property]: [string, unknown]) => ({
    name,
    in: where,
    required: where === 'path' || (Array.isArray(required) && required.includes(name)),
    schema: property,
  }));
}

function inSchema(schema: z.ZodType): Json {
  return clean(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }));
}

function outSchema(schema: z.ZodType): Json {
  return clean(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', reused: 'inline' }));
}

function clean(schema: object): Json {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'));
}
