// The records of the management system as JSON: one schema for each kind, the same for what is sent, kept and told.
import { COMPETENCE_GROUNDS, DIRECTIONS, ISSUE_SIDES, OWNER_ROLES, REVIEW_INPUT_NAMES } from '@assay/core';
import { z } from 'zod';
import { dateField, dateOut } from './kernel/fields.ts';

const line = z.string().trim().min(1).max(400);
const text = z.string().trim().max(10_000);
const person = z.string().trim().min(2).max(120);
const rows = <T extends z.ZodType>(row: T) => z.array(row).max(500);

function companyKinds<D extends z.ZodType>(day: D) {
  const held = z.strictObject({ name: person, from: day, until: day.nullable() });
  return [
    z.strictObject({
      kind: z.literal('context'),
      issues: rows(z.strictObject({ side: z.enum(ISSUE_SIDES), issue: line, effect: text })),
      climate: z.strictObject({ relevant: z.boolean().nullable(), because: text }),
    }),
    z.strictObject({
      kind: z.literal('parties'),
      parties: rows(
        z.strictObject({
          name: line,
          needs: rows(z.strictObject({ need: line, addressed: z.boolean().nullable(), how: text })),
        }),
      ),
    }),
    z.strictObject({
      kind: z.literal('scope'),
      framework: z.string().max(80),
      statement: text,
      boundaries: rows(line),
      sites: rows(line),
      systems: rows(line),
      names: rows(z.strictObject({ system: line, name: line }))
        .optional()
        .describe('what evidence, collectors and schedules call a system, beside its own name'),
      interfaces: rows(z.strictObject({ with: line, what: text })),
      exclusions: rows(z.strictObject({ what: line, because: text })),
      from: day.describe('first day on which it is in force, once approved'),
    }),
    z.strictObject({
      kind: z.literal('roles'),
      roles: rows(z.strictObject({ role: z.enum(OWNER_ROLES), authority: text, people: rows(held) })),
    }),
    z.strictObject({
      kind: z.literal('communication'),
      plan: rows(z.strictObject({ what: line, when: text, with: text, how: text, who: text })),
    }),
  ] as const;
}

function workKinds<D extends z.ZodType>(day: D) {
  return [
    z.strictObject({
      kind: z.literal('objective'),
      title: line,
      measure: text.describe('what is measured, and how'),
      unit: z.string().max(40),
      target: z.number(),
      direction: z.enum(DIRECTIONS),
      due: day.nullable(),
      plan: text,
      owner: person.nullable(),
      every_days: z.int().min(1).max(3650).describe('how often it is measured'),
      measurements: rows(z.strictObject({ on: day, value: z.number(), by: person })),
    }),
    z.strictObject({
      kind: z.literal('competence'),
      person,
      need: line,
      ground: z.enum(COMPETENCE_GROUNDS),
      proof: text,
      on: day.nullable(),
      until: day.nullable().describe('first day on which the proof no longer counts'),
      effective: z
        .strictObject({ by: person, said: line })
        .nullable()
        .describe('for training: whether it helped, and who says so (7.2 c); null: nobody has looked'),
    }),
    z.strictObject({
      kind: z.literal('change'),
      title: line,
      purpose: text,
      consequences: text,
      resources: text,
      owner: person.nullable(),
      due: day.nullable(),
      done: day.nullable(),
    }),
  ] as const;
}

function reviewKind<D extends z.ZodType, C extends z.ZodType>(day: D, closed: C) {
  const action = z.strictObject({
    what: line,
    owner: person.nullable(),
    due: day.nullable(),
    done: day.nullable(),
  });
  const fact = z.strictObject({
    source: line,
    value: line.nullable().describe('null: not known'),
  });
  return z.strictObject({
    kind: z.literal('review'),
    on: day,
    inputs: z
      .array(z.strictObject({ input: z.enum(REVIEW_INPUT_NAMES), text, facts: rows(fact) }))
      .max(REVIEW_INPUT_NAMES.length),
    attendance: rows(z.strictObject({ name: person, role: line, top_management: z.boolean() })),
    decisions: rows(line),
    actions: rows(action),
    minutes: text,
    closed,
  });
}

function feedbackKind<D extends z.ZodType, W extends z.ZodType>(day: D, withdrawn: W) {
  return z.strictObject({
    kind: z.literal('feedback'),
    party: line.describe('who said it: a party of 4.2, or one of them by name'),
    on: day,
    said: text.min(1),
    source: text.describe('where it was said: a ticket, a survey, a call'),
    answer: z
      .strictObject({ said: text.min(1), by: person, on: day })
      .nullable()
      .describe('what was answered or done; null: nothing yet'),
    withdrawn,
  });
}

function withdrawal<D extends z.ZodType>(day: D) {
  return z.strictObject({ because: line, by: person, on: day }).nullable();
}

function closing<D extends z.ZodType>(day: D) {
  return z.strictObject({ on: day, by: person }).nullable();
}

/** A record as it is kept: read back, it is one of core. */
export const ismsRecord = z.discriminatedUnion('kind', [
  ...companyKinds(dateField),
  ...workKinds(dateField),
  feedbackKind(dateField, withdrawal(dateField)),
  reviewKind(dateField, closing(dateField)),
]);

/** A record as it is sent: a review is closed, and what a party said is withdrawn, by a route of its own. */
export const ismsBody = z.discriminatedUnion('kind', [
  ...companyKinds(dateField),
  ...workKinds(dateField),
  feedbackKind(dateField, z.null().default(null)),
  reviewKind(dateField, z.null().default(null)),
]);

export const ismsRecordOut = z.discriminatedUnion('kind', [
  ...companyKinds(dateOut),
  ...workKinds(dateOut),
  feedbackKind(dateOut, withdrawal(dateOut)),
  reviewKind(dateOut, closing(dateOut)),
]);
