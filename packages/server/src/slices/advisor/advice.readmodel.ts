// The advice of an organisation: read in one transaction, computed behind it, kept for as long as nothing changes.
import { adviceSaid, ceilingSaid, type FigureValueSaid } from '@assay/contract';
import {
  adviseWhole,
  err,
  ok,
  type AdviceFault,
  type AdviceOption,
  type Result,
  variantOf,
  type WholeAdvice,
} from '@assay/core';
import { z } from 'zod';
import type { Refusal } from '../../app/refusal.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import type { AdvisorRecord } from './advisor.repository.ts';
import { answersIn } from './advisor.stored.ts';
import { figureRecords, overridesOf } from './figures.ts';
import { refusedSituation, type Known } from './situation.readmodel.ts';

/** Advice that was asked last, by a hash of what it is made from. */
const kept = new Map<string, Result<WholeAdvice, readonly AdviceFault[]>>();
const KEPT = 40;

type Tried = Readonly<Record<string, FigureValueSaid | null>>;

export function adviceOf(known: Known, tried?: Tried): Result<WholeAdvice, Refusal> {
  const { described } = known;
  const overrides = overridesOf(known.records, tried);
  const key = sha256Hex(JSON.stringify({ described, overrides }));
  const made = kept.get(key) ?? adviseWhole(described, overrides);
  kept.set(key, made);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return made.ok ? made : err(refusedSituation(made.error));
}

export function presentAdvice(known: Known, tried?: Tried): Result<ReturnType<typeof adviceSaid>, Refusal> {
  const made = adviceOf(known, tried);
  if (!made.ok) return made;
  return ok(
    adviceSaid(made.value, {
      passed: known.passed,
      records: figureRecords(known.records),
      answers: presentAnswers(known.answers),
    }),
  );
}

/** How a way fits under a ceiling, or under the budget that was answered. */
export function presentCeiling(
  known: Known,
  asked: { readonly option?: AdviceOption | undefined; readonly ceiling?: number | undefined },
): Result<ReturnType<typeof ceilingSaid>, Refusal> {
  const made = adviceOf(known);
  if (!made.ok) return made;
  return ok(ceilingSaid(variantOf(made.value, asked), known.described.situation.currency));
}

export function presentAnswers(record: AdvisorRecord | undefined) {
  return {
    given: record ? plain(answersIn(record.document)) : {},
    revision: record?.revision ?? 0,
    changed_by: record?.by ?? null,
    changed_at: record?.since ?? null,
  };
}

const json = z.record(z.string(), z.json());

function plain(value: object): ReturnType<typeof adviceSaid>['answers']['given'] {
  return json.parse(JSON.parse(JSON.stringify(value)));
}
