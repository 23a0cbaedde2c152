// Answers and figures as they are stored and as the ledger has them, and back.
import { answersField, figureValue, type FigureValueSaid, type SaidAnswers } from '@assay/contract';
import { parsePlainDate, type JsonValue, type PlainDate } from '@assay/core';
import { z } from 'zod';
import { plainJson } from '../../platform/plainJson.ts';

export type AdvisorDocument = Readonly<Record<string, JsonValue>>;

/** A figure that somebody knows better; value null: it was taken back. */
export interface SaidFigure {
  readonly value: FigureValueSaid | null;
  /** ISO 4217 of an amount; null: that of the answers. */
  readonly currency: string | null;
  readonly because: string;
  readonly on: string;
}

const figureSchema = z.object({
  value: figureValue.nullable(),
  currency: z.string().nullable(),
  because: z.string(),
  on: z.string(),
});

export function answersDocument(said: SaidAnswers): AdvisorDocument {
  return plainJson({ given: said });
}

export function answersIn(stored: unknown): SaidAnswers {
  return z.object({ given: answersField }).parse(stored).given;
}

export function figureDocument(said: SaidFigure): AdvisorDocument {
  return plainJson(said);
}

export function figureIn(stored: unknown): SaidFigure {
  return figureSchema.parse(stored);
}

export function dayOf(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (!day) throw new Error(`a stored figure holds a day that is none: ${text}`);
  return day;
}
