// What is said of losses as it is stored and as the ledger has it, and back in core's words.
import {
  parsePlainDate,
  type EstimatedModel,
  type JsonValue,
  type LossEstimate,
  type Tolerance,
} from '@assay/core';
import { lossModelOf, lossModelSaid } from '@assay/contract';
import { z } from 'zod';

const day = z.string().transform((text) => {
  const date = parsePlainDate(text);
  if (!date) throw new Error(`a stored estimate holds a day that is none: ${text}`);
  return date;
});
const half = z
  .object({
    frequency: z.union([
      z.object({ kind: z.literal('bernoulli'), probability: z.number() }),
      z.object({ kind: z.literal('poisson'), per_year: z.number() }),
    ]),
    loss: z.union([
      z.object({ kind: z.literal('pert'), min: z.number(), mode: z.number(), max: z.number() }),
      z.object({ kind: z.literal('lognormal'), low: z.number(), high: z.number() }),
    ]),
    justification: z.string(),
    on: day,
    by: z.string(),
  })
  .nullable();
const estimateSchema = z.object({ inherent: half, residual: half });
const point = z.object({ loss: z.number(), share: z.number() });
const toleranceSchema = z.object({
  currency: z.string(),
  line: z.object({ often: point, rare: point }).nullable(),
  justification: z.string(),
});
const costSchema = z.object({ cost: z.number().nullable(), note: z.string() });

export type LossDocument = Readonly<Record<string, JsonValue>>;

export interface SaidTolerance {
  /** ISO 4217; all amounts are in it. */
  readonly currency: string;
  readonly line: Tolerance | undefined;
  readonly justification: string;
}

export interface SaidCost {
  readonly cost: number | undefined;
  readonly note: string;
}

export const NO_TOLERANCE: SaidTolerance = { currency: 'EUR', line: undefined, justification: '' };

export function estimateDocument({ inherent, residual }: LossEstimate): LossDocument {
  return { inherent: halfDocument(inherent), residual: halfDocument(residual) };
}

export function estimateOf(stored: unknown): LossEstimate {
  const { inherent, residual } = estimateSchema.parse(stored);
  return { inherent: halfOf(inherent), residual: halfOf(residual) };
}

export function toleranceDocument({ currency, line, justification }: SaidTolerance): LossDocument {
  return {
    currency,
    line: line ? { often: { ...line.often }, rare: { ...line.rare } } : null,
    justification,
  };
}

export function toleranceOf(stored: unknown): SaidTolerance {
  const { line, ...rest } = toleranceSchema.parse(stored);
  return { ...rest, line: line ?? undefined };
}

export function costDocument({ cost, note }: SaidCost): LossDocument {
  return { cost: cost ?? null, note };
}

export function costOf(stored: unknown): SaidCost {
  const { cost, note } = costSchema.parse(stored);
  return { cost: cost ?? undefined, note };
}

function halfDocument(model: EstimatedModel | undefined): JsonValue {
  if (!model) return null;
  const { frequency, loss } = lossModelSaid(model);
  const { justification, on, by } = model;
  return { frequency: { ...frequency }, loss: { ...loss }, justification, on, by };
}

function halfOf(stored: z.output<typeof half>): EstimatedModel | undefined {
  return stored ? { ...stored, ...lossModelOf(stored) } : undefined;
}
