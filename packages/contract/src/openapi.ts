// OpenAPI 3.1, generated from the same schemas that validate.
import { problemSchema } from './kernel/problem.ts';
import type { Route } from './kernel/route.ts';
import { operation } from './openapi/operation.ts';
import { Schemas, type Json } from './openapi/schemas.ts';
import { routes } from './routes.ts';

const TAGS = [
  { name: 'access', description: 'Sessions and health' },
  { name: 'manage', description: 'Run the programme' },
  { name: 'build', description: 'Push evidence from scanners and CI' },
  { name: 'audit', description: 'Read and verify' },
];

const DESCRIPTION = `Requests and answers are JSON. Unknown query parameters and body keys are refused.
Lists are pages: \`limit\` and the opaque \`cursor\` of \`next_cursor\`. Times are UTC (RFC 3339), days are days of the
organisation's time zone, periods are half open. Refusals are RFC 9457 problems whose \`type\` resolves to a page.`;

/** The whole document. Deterministic: the same table gives the same bytes. */
export function openApiDocument(): Json {
  const table: Readonly<Record<string, Route>> = routes;
  const schemas = new Schemas();
  schemas.output(problemSchema);
  const paths: Record<string, Record<string, Json>> = {};
  for (const [id, route] of Object.entries(table))
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(id, route, schemas) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Assay',
      version: '1',
      summary: 'One control environment, evidenced once, answered twice.',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: TAGS,
    paths,
    components: {
      schemas: schemas.named(),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'assay_session',
          description: 'Cookie of a signed-in page; writes also carry `Assay-Csrf`',
        },
        local: { type: 'http', scheme: 'bearer', description: 'Token of the server’s machine (ASSAY_TOKEN)' },
      },
    },
    security: [{ session: [] }, { local: [] }],
  };
}
