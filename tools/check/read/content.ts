// The shapes of content/: frameworks, pairs of editions, controls with mappings, checks, the crosswalk's exceptions.
import { z } from 'zod';
import {
  CATEGORIES,
  CONTROL_KINDS,
  FREQUENCIES,
  OWNER_ROLES,
  PROPERTIES,
  RELATIONS,
  SEVERITIES,
  STRENGTHS,
} from '../../../packages/core/src/index.ts';

const text = z.string().trim().min(1);
const ref = z
  .string()
  .regex(/^[a-z0-9-]+:[\w.-]+\/[\w.-]+$/, 'names no edition: FRAMEWORK:EDITION/ID is due');
const edition = z.string().regex(/^[a-z0-9-]+:[\w.-]+$/, 'names no edition: NAME:EDITION is due');
const origin = { source: text, licence: text };
const words = z.array(text);

export const frameworkSchema = z.strictObject({
  id: edition,
  name: text,
  edition: text,
  title: text,
  ...origin,
  amendments: words.optional(),
  mandatory: z.array(z.enum(CATEGORIES)).optional(),
  pointsOfFocus: z.strictObject({ edition: text, note: text.min(40), reviewer: text }).optional(),
  groups: z
    .array(z.strictObject({ id: text, title: text, kind: text, category: z.enum(CATEGORIES).optional() }))
    .min(1),
  requirements: z
    .array(
      z.strictObject({
        id: text,
        title: text,
        group: text,
        kind: z.enum(['clause', 'control', 'criterion']),
        leaf: z.boolean().optional(),
        parent: text.optional(),
        category: z.enum(CATEGORIES).optional(),
        isNew: z.boolean().optional(),
        amendment: text.optional(),
        attributes: z
          .strictObject({
            type: words,
            properties: words,
            concepts: words,
            capabilities: words,
            domains: words,
          })
          .optional(),
        attributesReview: text.optional(),
        pointsOfFocus: z
          .array(
            z.strictObject({
              id: text,
              hint: text.max(120),
              category: z.enum(CATEGORIES).optional(),
            }),
          )
          .optional(),
      }),
    )
    .min(1),
});

export const pairsSchema = z.strictObject({
  id: text,
  from: edition,
  to: edition,
  ...origin,
  pairs: z
    .array(z.strictObject({ from: text, to: text, kind: z.enum(['one-to-one', 'merged', 'split']) }))
    .min(1),
  newIn2022: words,
});

export const controlsSchema = z.strictObject({
  domain: text,
  title: text,
  ...origin,
  controls: z
    .array(
      z.strictObject({
        id: z.string().regex(/^C-\d{2,3}$/, 'is no control id: C-07 is the shape'),
        name: text.max(50),
        objective: text,
        activity: text,
        ownerRole: z.enum(OWNER_ROLES),
        kind: z.enum(CONTROL_KINDS),
        frequency: z.enum(FREQUENCIES),
        freshnessDays: z.int().positive(),
        effortDays: z.number().positive(),
        evidence: z.strictObject({ ask: text, good: text, bad: text }),
        mappings: z.array(
          z.strictObject({
            to: ref,
            relation: z.enum(RELATIONS),
            strength: z.enum(STRENGTHS),
            rationale: text.min(12),
            source: text,
            reviewer: text,
          }),
        ),
      }),
    )
    .min(1)
    .max(16),
});

export const checksSchema = z.strictObject({
  scanner: text,
  title: text,
  ...origin,
  checks: z
    .array(
      z.strictObject({
        key: z.string().regex(/^\S+$/, 'is no key: one check, without blanks'),
        title: text,
        severity: z.enum(SEVERITIES),
        provider: text.optional(),
        service: text.optional(),
        controls: z.array(text).min(1),
      }),
    )
    .min(1),
});

export const leftOutSchema = z.strictObject({
  ...origin,
  pairs: z.array(z.strictObject({ tsc: text, iso: text, why: text.min(20) })),
});

export const notAnswerableSchema = z.strictObject({
  ...origin,
  requirements: z.array(z.strictObject({ to: ref, why: text.min(20) })),
});

export const glossarySchema = z.strictObject({
  ...origin,
  terms: z
    .array(
      z.strictObject({
        term: text.max(60),
        short: text.min(10).max(160),
        long: text.min(20).max(700),
        frameworks: z.array(z.enum(['iso27001', 'soc2', 'assay'])).min(1),
        synonyms: words,
        see: words,
      }),
    )
    .min(1),
});

export const scenariosSchema = z.strictObject({
  ...origin,
  reviewer: text,
  scenarios: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+-\d{2}$/),
        title: text.max(120),
        event: text.min(10).max(300),
        consequence: text.min(10).max(300),
        properties: z.array(z.enum(PROPERTIES)).min(1),
        category: text,
        controls: words.min(1),
      }),
    )
    .min(1),
});

/** A file that has its shape, with its text to find lines in. */
export interface Part<T> {
  readonly path: string;
  readonly text: string;
  readonly data: T;
}

export interface Content {
  readonly frameworks: readonly Part<z.infer<typeof frameworkSchema>>[];
  readonly pairs: readonly Part<z.infer<typeof pairsSchema>>[];
  readonly controls: readonly Part<z.infer<typeof controlsSchema>>[];
  readonly checks: readonly Part<z.infer<typeof checksSchema>>[];
  readonly leftOut: readonly Part<z.infer<typeof leftOutSchema>>[];
  readonly notAnswerable: readonly Part<z.infer<typeof notAnswerableSchema>>[];
  readonly glossary: readonly Part<z.infer<typeof glossarySchema>>[];
  readonly scenarios: readonly Part<z.infer<typeof scenariosSchema>>[];
}
