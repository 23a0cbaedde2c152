// The OpenAPI document holds against the specification, and its examples against the schemas that validate.
import { Validator } from '@seriousme/openapi-schema-validator';
import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { PROBLEMS } from './kernel/problems.ts';
import { ERROR_CODES } from './kernel/errors.ts';
import type { Route } from './kernel/route.ts';
import { openApiDocument } from './openapi.ts';
import { problemSchema } from './kernel/problem.ts';
import { routes } from './routes.ts';
import './index.ts';

const table: readonly (readonly [string, Route])[] = Object.entries(routes);
const content = z.record(
  z.string(),
  z.object({
    example: z.unknown().optional(),
    examples: z.record(z.string(), z.object({ value: z.unknown() })).optional(),
  }),
);
const operationSchema = z.object({
  summary: z.string().min(5),
  description: z.string().min(20),
  security: z.array(z.unknown()),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string().min(3), content: content.optional() })),
});
const document = openApiDocument();
const { paths } = z
  .object({ paths: z.record(z.string(), z.record(z.string(), operationSchema)) })
  .parse(document);

const operationOf = (route: Route) => paths[route.path]?.[route.method.toLowerCase()];

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1, by the official schema, and each reference leads somewhere', async () => {
    const copy: unknown = JSON.parse(JSON.stringify(document));
    const validator = new Validator();
    const result = await validator.validate(z.record(z.string(), z.unknown()).parse(copy));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    const text = JSON.stringify(document);
    const named = Object.keys(
      z.object({ components: z.object({ schemas: z.record(z.string(), z.unknown()) }) }).parse(document)
        .components.schemas,
    );
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(references.length).toBeGreaterThan(50);
    for (const reference of references)
      expect(named).toContain(reference.replace('#/components/schemas/', ''));
    expect(text).not.toContain('$defs');
  });

  it.each(table)('%s is told whole: description, security, refusals with examples', (_, route) => {
    const found = operationOf(route);
    expect(found).toBeDefined();
    const refusals = Object.entries(found?.responses ?? {}).filter(
      ([status]) => status >= '400' && status < '600',
    );
    expect(refusals.length).toBeGreaterThan(1);
    for (const [status, told] of refusals)
      for (const { value } of Object.values(told.content?.['application/problem+json']?.examples ?? {}))
        expect(problemSchema.parse(value).status).toBe(Number(status));
  });

  it.each(table.filter(([, route]) => route.body !== undefined && route.body !== 'bytes'))(
    '%s shows a request that its own schema accepts',
    (_, route) => {
      const example = operationOf(route)?.requestBody?.content['application/json']?.example;
      const parsed = route.body instanceof z.ZodType ? route.body.safeParse(example) : undefined;
      expect(parsed?.error?.issues).toBeUndefined();
      expect(parsed?.success).toBe(true);
    },
  );

  it.each(table.filter(([, route]) => route.returns instanceof z.ZodType))(
    '%s shows an answer that its own schema accepts',
    (_, route) => {
      const told = operationOf(route)?.responses[String(route.status ?? 200)];
      const example = told?.content?.['application/json']?.example;
      const parsed = route.returns instanceof z.ZodType ? route.returns.safeParse(example) : undefined;
      expect(parsed?.error?.issues).toBeUndefined();
    },
  );

  it('every problem has a cause and a remedy of its own', () => {
    const remedies = ERROR_CODES.map((code) => `${PROBLEMS[code].cause} ${PROBLEMS[code].remedy}`);
    expect(new Set(remedies).size).toBe(ERROR_CODES.length);
  });
});
