// What is said of the plan as it is stored and as the ledger has it, and in core's words.
import { planSettingsField, variantField, type SaidPlanSettings, type SaidVariant } from '@assay/contract';
import type { JsonValue, PlanSettings } from '@assay/core';
import { z } from 'zod';
import { plainJson } from '../../platform/plainJson.ts';

export type PlanDocument = Readonly<Record<string, JsonValue>>;

export const NOTHING_SAID: SaidPlanSettings = planSettingsField.parse({});

/** What was parsed and is plain data, as a document. */
export function planDocument(
  said: SaidPlanSettings | (SaidVariant & { readonly dropped: boolean }),
): PlanDocument {
  return plainJson(said);
}

export function settingsOf(stored: unknown): SaidPlanSettings {
  return planSettingsField.parse(stored);
}

const storedVariant = variantField.extend({ dropped: z.boolean() });
export type StoredVariant = z.output<typeof storedVariant>;

export function variantOf(stored: unknown): StoredVariant {
  return storedVariant.parse(stored);
}

/** Settings as core reads them. */
export function coreSettings(said: SaidPlanSettings): PlanSettings {
  return {
    option: said.option ?? undefined,
    start: said.start ?? undefined,
    capacity: said.capacity,
    holidays: said.holidays,
    leads: said.lead_days,
    fixed: said.fixed,
    notBefore: said.not_before,
    done: said.done,
  };
}

/** The plan's settings with those that a variant has of its own. */
export function variantSettings(said: SaidPlanSettings, own: SaidVariant['settings']): SaidPlanSettings {
  return planSettingsField.parse({ ...said, ...own });
}
