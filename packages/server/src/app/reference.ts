// The OpenAPI document in the order and words of a reference page.
import { refusalsOf, routes, type ErrorCode, type Route, type Tag } from '@assay/contract';
import { z } from 'zod';

export interface Sample {
  readonly example: string;
  readonly schema: string;
}

export interface Operation {
  readonly id: string;
  readonly tag: Tag;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly permission: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly where: string;
    readonly required: boolean;
    readonly about: string;
  }[];
  readonly curl: string;
  readonly body: Sample | undefined;
  readonly answer: Sample | undefined;
  readonly refusals: readonly ErrorCode[];
}

export const TAGS: readonly { readonly tag: Tag; readonly title: string }[] = [
  { tag: 'build', title: 'Push evidence from scanners and CI' },
  { tag: 'manage', title: 'Run the programme' },
  { tag: 'audit', title: 'Read and verify' },
  { tag: 'access', title: 'Sessions and health' },
];

const content = z.record(z.string(), z.object({ schema: z.unknown(), example: z.unknown().optional() }));
const operationSchema = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.string(),
      required: z.boolean(),
      description: z.string().optional(),
      schema: z.looseObject({ enum: z.array(z.unknown()).optional(), default: z.unknown().optional() }),
      example: z.unknown().optional(),
    }),
  ),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content: content.optional() })),
});
const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), operationSchema)) });

/** Every operation, in the order of the route table. */
export function allOperations(document: unknown): readonly Operation[] {
  const { paths } = documentSchema.parse(document);
  const table: Readonly<Record<string, Route>> = routes;
  return Object.entries(table).flatMap(([id, route]) => {
    const found = paths[route.path]?.[route.method.toLowerCase()];
    return found ? [operationOf(id, route, found)] : [];
  });
}

function operationOf(id: string, route: Route, found: z.infer<typeof operationSchema>): Operation {
  return {
    id,
    tag: route.tag,
    method: route.method,
    path: route.path,
    summary: found.summary,
    description: found.description,
    permission: route.permission,
    parameters: found.parameters.map((each) => ({
      name: each.name,
      where: each.in,
      required: each.required,
      about: aboutOf(each),
    })),
    curl: curlOf(route, found),
    body: sampleOf(found.requestBody?.content['application/json']),
    answer: sampleOf(found.responses[String(route.status ?? 200)]?.content?.['application/json']),
    refusals: refusalsOf(route),
  };
}

function aboutOf(parameter: z.infer<typeof operationSchema>['parameters'][number]): string {
  const { description, schema } = parameter;
  const said = [
    description ?? '',
    schema.enum === undefined ? '' : `one of ${schema.enum.map(String).join(', ')}`,
    schema.default === undefined ? '' : `default ${JSON.stringify(schema.default)}`,
  ];
  return said.filter((part) => part !== '').join('; ');
}

function curlOf(route: Route, found: z.infer<typeof operationSchema>): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const example = found.parameters.find((each) => each.name === name)?.example;
    return encodeURIComponent(typeof example === 'string' ? example : name);
  });
  const needed = found.parameters.filter((each) => each.in === 'query' && each.required);
  const query = needed
    .map((each) => `${each.name}=${each.name === 'filename' ? 'report.pdf' : '…'}`)
    .join('&');
  const body = found.requestBody?.content['application/json']?.example;
  const lines = [
    `curl${route.method === 'GET' ? '' : ` -X ${route.method}`} "http://127.0.0.1:7373${path}${query === '' ? '' : `?${query}`}"`,
    ...(route.permission === 'public' ? [] : ['-H "Authorization: Bearer $ASSAY_TOKEN"']),
    ...(route.ifMatch ? [`-H 'If-Match: "3"'`] : []),
    ...(body === undefined ? [] : ['-H "Content-Type: application/json"', `-d '${JSON.stringify(body)}'`]),
    ...(route.body === 'bytes' ? ['--data-binary @report.pdf'] : []),
  ];
  return lines.join(' \\\n  ');
}

function sampleOf(
  of: { readonly schema: unknown; readonly example?: unknown } | undefined,
): Sample | undefined {
  if (!of) return undefined;
  return { example: JSON.stringify(of.example, null, 2), schema: JSON.stringify(of.schema, null, 2) };
}
