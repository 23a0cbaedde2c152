// The format of content files: frameworks and controls as data, the same for ours and for a company's own.
import {
  PROPERTIES,
  CATEGORIES,
  CONTROL_KINDS,
  FREQUENCIES,
  OWNER_ROLES,
  RELATIONS,
  SEVERITIES,
  STRENGTHS,
  SUCCESSIONS,
} from '@assay/core';
import { z } from 'zod';

const attributes = z.record(z.string(), z.array(z.string()));

/** A framework catalogue. Unknown keys are refused, so that a misspelt key never passes in silence. */
export const frameworkFile = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*:[a-z0-9.-]+$/, 'an id with its edition, such as acme-baseline:2026')
      .max(80),
    name: z.string().min(1).max(120),
    edition: z.string().min(1).max(40),
    title: z.string().min(1).max(160),
    amendments: z.array(z.string()).default([]),
    mandatory: z.array(z.enum(CATEGORIES)).default([]),
    source: z.string().min(1),
    licence: z.string().min(1),
    pointsOfFocus: z
      .strictObject({ edition: z.string().min(1), note: z.string().min(1), reviewer: z.string().min(1) })
      .optional(),
    groups: z
      .array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          kind: z.string(),
          category: z.enum(CATEGORIES).optional(),
        }),
      )
      .min(1),
    requirements: z
      .array(
        z.strictObject({
          id: z.string().min(1).max(40),
          title: z.string().min(1).max(300),
          group: z.string(),
          kind: z.enum(['clause', 'control', 'criterion']),
          leaf: z.boolean().default(true),
          parent: z.string().optional(),
          category: z.enum(CATEGORIES).optional(),
          isNew: z.boolean().optional(),
          amendment: z.string().optional(),
          attributes: attributes.optional(),
          attributesReview: z.string().optional(),
          pointsOfFocus: z
            .array(
              z.strictObject({
                id: z.string().min(3).max(40),
                hint: z.string().min(3).max(160),
                category: z.enum(CATEGORIES).exactOptional(),
              }),
            )
            .optional(),
        }),
      )
      .min(1)
      .max(5000),
  })
  .superRefine((file, context) => {
    const edition = file.edition.toLowerCase().replace(/[^a-z0-9.-]+/g, '-');
    if (!file.id.endsWith(`:${edition}`))
      context.addIssue({
        code: 'custom',
        path: ['id'],
        message: `the id names another edition than ${file.edition}: it ends with :${edition}`,
      });
    const groups = new Set(file.groups.map((group) => group.id));
    const seen = new Set<string>();
    for (const [i, requirement] of file.requirements.entries()) {
      if (seen.has(requirement.id))
        context.addIssue({
          code: 'custom',
          path: ['requirements', i, 'id'],
          message: `${requirement.id} stands twice`,
        });
      seen.add(requirement.id);
      if (!groups.has(requirement.group))
        context.addIssue({
          code: 'custom',
          path: ['requirements', i, 'group'],
          message: `group ${requirement.group} is not declared`,
        });
    }
  });

/** The format of a framework file as JSON Schema, for editors and for those who write such files by program. */
export function frameworkFileJsonSchema(): object {
  return {
    ...z.toJSONSchema(frameworkFile, { io: 'input', target: 'draft-2020-12' }),
    title: 'Assay framework file',
    description: 'A framework or standard as a versioned catalogue. See docs/reference/framework-file.md.',
  };
}

/** What became of the requirements of an older edition. */
export const editionPairsFile = z.strictObject({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  source: z.string().min(1),
  licence: z.string().min(1),
  pairs: z.array(z.strictObject({ from: z.string(), to: z.string(), kind: z.enum(SUCCESSIONS) })),
  newIn2022: z.array(z.string()),
});

/** The words of the field, in our own sentences: a short form for a hover, a long one for a page. */
export const glossaryFile = z.strictObject({
  source: z.string().min(1),
  licence: z.string().min(1),
  terms: z.array(
    z.strictObject({
      term: z.string().min(1).max(60),
      short: z.string().min(10).max(160),
      long: z.string().min(20).max(700),
      frameworks: z.array(z.enum(['iso27001', 'soc2', 'assay'])).min(1),
      synonyms: z.array(z.string()).default([]),
      see: z.array(z.string()).default([]),
    }),
  ),
});

/** What could happen to a software company, to begin a register with; a person has to judge each. */
export const scenarioFile = z.strictObject({
  source: z.string().min(1),
  licence: z.string().min(1),
  reviewer: z.string().min(1),
  scenarios: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z]+-\d{2}$/),
      title: z.string().min(3).max(120),
      event: z.string().min(10).max(300),
      consequence: z.string().min(10).max(300),
      properties: z.array(z.enum(PROPERTIES)).min(1),
      category: z.string().min(1),
      controls: z.array(z.string()).min(1),
    }),
  ),
});

/** One domain of the common control set. */
export const controlFile = z.strictObject({
  domain: z.string(),
  title: z.string(),
  source: z.string().min(1),
  licence: z.string().min(1),
  controls: z.array(
    z.strictObject({
      id: z.string().regex(/^C-\d{2,4}$/),
      name: z.string().max(60),
      objective: z.string(),
      activity: z.string(),
      ownerRole: z.enum(OWNER_ROLES),
      kind: z.enum(CONTROL_KINDS),
      frequency: z.enum(FREQUENCIES),
      freshnessDays: z.int().min(1),
      effortDays: z.number().min(0),
      evidence: z.strictObject({ ask: z.string(), good: z.string(), bad: z.string() }),
      mappings: z.array(
        z.strictObject({
          to: z.string(),
          relation: z.enum(RELATIONS),
          strength: z.enum(STRENGTHS),
          rationale: z.string(),
          source: z.string(),
          reviewer: z.string(),
        }),
      ),
    }),
  ),
});

/** Checks of one scanner and the controls that they speak for. */
export const checkFile = z.strictObject({
  scanner: z.string(),
  title: z.string(),
  source: z.string().min(1),
  licence: z.string().min(1),
  checks: z.array(
    z.strictObject({
      key: z.string(),
      title: z.string(),
      provider: z.string().exactOptional(),
      service: z.string().exactOptional(),
      severity: z.enum(SEVERITIES).exactOptional(),
      controls: z.array(z.string()),
    }),
  ),
});

export type FrameworkFile = z.infer<typeof frameworkFile>;
export type EditionPairsFile = z.infer<typeof editionPairsFile>;
export type GlossaryFile = z.infer<typeof glossaryFile>;
export type ScenarioFile = z.infer<typeof scenarioFile>;
export type ControlFile = z.infer<typeof controlFile>;
export type CheckFile = z.infer<typeof checkFile>;
