// A risk and a method as they are stored and as the ledger has them, and back in core's words.
import {
  ASSESSED,
  OPTIONS,
  parsePlainDate,
  PROPERTIES,
  REVIEW_OUTCOMES,
  type PlainDate,
  type Risk,
  type RiskMethod,
} from '@assay/core';
import { z } from 'zod';

const day = z.string().transform((text): PlainDate => {
  const date = parsePlainDate(text);
  if (!date) throw new Error(`a stored risk holds a day that is none: ${text}`);
  return date;
});

const riskSchema = z.object({
  title: z.string(),
  scenario: z.discriminatedUnion('view', [
    z.object({ view: z.literal('event'), event: z.string(), consequence: z.string() }),
    z.object({ view: z.literal('asset'), asset: z.string(), threat: z.string(), vulnerability: z.string() }),
  ]),
  properties: z.array(z.enum(PROPERTIES)),
  category: z.string(),
  owner: z.string().nullable(),
  custom: z.record(z.string(), z.string()),
  assessments: z.array(
    z.object({
      of: z.enum(ASSESSED),
      likelihood: z.number(),
      impact: z.number(),
      level: z.number(),
      justification: z.string(),
      on: day,
      method: z.number(),
      by: z.string(),
    }),
  ),
  treatment: z
    .object({
      option: z.enum(OPTIONS),
      plan: z.string(),
      controls: z.array(z.string()),
      owner: z.string().nullable(),
      due: day.nullable(),
      decided_on: day,
      by: z.string(),
    })
    .nullable(),
  acceptances: z.array(
    z.object({
      level: z.number(),
      acceptable: z.number(),
      method: z.number(),
      by: z.string(),
      role: z.string(),
      reason: z.string(),
      conditions: z.string(),
      on: day,
      until: day,
      recorded_by: z.string(),
    }),
  ),
  reviews: z.array(
    z.object({ outcome: z.enum(REVIEW_OUTCOMES), note: z.string(), on: day, next: day, by: z.string() }),
  ),
  closed: z.object({ because: z.string(), on: day, by: z.string() }).nullable(),
});

/** The record as one document; days as text, nothing undefined. */
export function riskDocument(risk: Risk) {
  const { treatment } = risk;
  return {
    title: risk.title,
    scenario: { ...risk.scenario },
    properties: [...risk.properties],
    category: risk.category,
    owner: risk.owner ?? null,
    custom: { ...risk.custom },
    assessments: risk.assessments.map((each) => ({ ...each })),
    treatment: treatment
      ? {
          option: treatment.option,
          plan: treatment.plan,
          controls: [...treatment.controls],
          owner: treatment.owner ?? null,
          due: treatment.due ?? null,
          decided_on: treatment.decidedOn,
          by: treatment.by,
        }
      : null,
    acceptances: risk.acceptances.map(({ recordedBy, ...each }) => ({ ...each, recorded_by: recordedBy })),
    reviews: risk.reviews.map((each) => ({ ...each })),
    closed: risk.closed ? { ...risk.closed } : null,
  };
}

export function riskOf(code: string, stored: unknown): Risk {
  const { owner, treatment, acceptances, closed, ...rest } = riskSchema.parse(stored);
  return {
    ...rest,
    code,
    owner: owner ?? undefined,
    treatment: treatment
      ? {
          option: treatment.option,
          plan: treatment.plan,
          controls: treatment.controls,
          owner: treatment.owner ?? undefined,
          due: treatment.due ?? undefined,
          decidedOn: treatment.decided_on,
          by: treatment.by,
        }
      : undefined,
    acceptances: acceptances.map(({ recorded_by: recordedBy, ...each }) => ({ ...each, recordedBy })),
    closed: closed ?? undefined,
  };
}

const step = z.object({ name: z.string(), meaning: z.string() });
const methodSchema = z.object({
  likelihood: z.array(step),
  impact: z.array(step),
  levels: z.array(step),
  combination: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('grid'), levels: z.array(z.array(z.number())) }),
    z.object({ kind: z.literal('product'), up_to: z.array(z.number()) }),
  ]),
  acceptable: z.number(),
  authority: z.array(z.object({ role: z.string(), up_to: z.number() })),
  appetite: z.string(),
});

export interface StoredMethod {
  readonly method: RiskMethod;
  /** How much risk the company seeks or shuns, in its own words. */
  readonly appetite: string;
}

export function methodDocument({ method, appetite }: StoredMethod) {
  const { combination } = method;
  return {
    likelihood: method.likelihood.map((each) => ({ ...each })),
    impact: method.impact.map((each) => ({ ...each })),
    levels: method.levels.map((each) => ({ ...each })),
    combination:
      combination.kind === 'grid'
        ? { kind: combination.kind, levels: combination.levels.map((row) => [...row]) }
        : { kind: combination.kind, up_to: [...combination.upTo] },
    acceptable: method.acceptable,
    authority: method.authority.map(({ role, upTo }) => ({ role, up_to: upTo })),
    appetite,
  };
}

export function methodOf(stored: unknown): StoredMethod {
  const { combination, authority, appetite, ...rest } = methodSchema.parse(stored);
  return {
    method: {
      ...rest,
      combination:
        combination.kind === 'grid' ? combination : { kind: combination.kind, upTo: combination.up_to },
      authority: authority.map(({ role, up_to: upTo }) => ({ role, upTo })),
    },
    appetite,
  };
}
