// What was changed and not recorded yet, and what asks for its effect. Pure.
import { answersField } from '@assay/contract';
import { err, ok, type Result } from '@assay/core';
import type { Advice, Fault, Field, Situation, Trial } from '../advice.ts';

type Existing = Situation['existing'];

export interface Edits {
  readonly values: Partial<Omit<Situation, 'existing' | 'today'>>;
  /** Parts of what exists that a person says; the rest stays counted. */
  readonly existing: Partial<Existing>;
  /** Answers that are taken back: they are counted or assumed again. */
  readonly without: readonly Field[];
}

export const NO_EDITS: Edits = { values: {}, existing: {}, without: [] };

export type Given = Advice['answers']['given'];
type Said = NonNullable<Trial['answers']>;

/** The situation as it is typed. */
export function edited(situation: Situation, { values, existing }: Edits): Situation {
  return { ...situation, ...values, existing: { ...situation.existing, ...existing } };
}

export function withValues(edits: Edits, values: Edits['values']): Edits {
  const fields: readonly string[] = Object.keys(values);
  return {
    ...edits,
    values: { ...edits.values, ...values },
    without: edits.without.filter((field) => !fields.includes(field)),
  };
}

export function withExisting(edits: Edits, part: Partial<Existing>): Edits {
  return {
    ...edits,
    existing: { ...edits.existing, ...part },
    without: edits.without.filter((field) => field !== 'existing'),
  };
}

/** An answer taken back. */
export function withoutField(edits: Edits, field: Field): Edits {
  const values = Object.fromEntries(Object.entries(edits.values).filter(([name]) => name !== field));
  return {
    values,
    existing: field === 'existing' ? {} : edits.existing,
    without: [...edits.without.filter((each) => each !== field), field],
  };
}

export function countOf({ values, existing, without }: Edits): number {
  return Object.keys(values).length + (Object.keys(existing).length > 0 ? 1 : 0) + without.length;
}

/** What asks for the effect; undefined where nothing is changed; faults where what was typed has no meaning yet. */
export function trialOf(edits: Edits, given: Given): Result<Trial | undefined, readonly Fault[]> {
  if (edits === NO_EDITS) return ok(undefined);
  const read = answersField.safeParse(said(edits, given));
  if (!read.success) return err(faultsIn(read.error.issues));
  return ok({ answers: read.data, without: [...edits.without], figures: {} });
}

/** All answers as they would be recorded; deals and clauses of days that have passed are left behind. */
export function answersToKeep(edits: Edits, given: Given, passed: readonly string[]): Said {
  const kept = Object.entries(given).filter(([field]) => !edits.without.some((each) => each === field));
  const all = { ...Object.fromEntries(kept), ...said(edits, given) };
  return answersField.parse(
    Object.fromEntries(Object.entries(all).map(([field, value]) => [field, ahead(value, passed)])),
  );
}

function said({ values, existing }: Edits, given: Given): Readonly<Record<string, unknown>> {
  const { deals, budget, runway_months, ...rest } = values;
  const held = given['existing'];
  return {
    ...rest,
    ...(deals === undefined
      ? {}
      : {
          deals: deals.map(({ period_days, ...deal }) =>
            period_days === null ? deal : { ...deal, period_days },
          ),
        }),
    ...(typeof budget === 'number' ? { budget } : {}),
    ...(typeof runway_months === 'number' ? { runway_months } : {}),
    ...(Object.keys(existing).length === 0
      ? {}
      : { existing: { ...(typeof held === 'object' && !Array.isArray(held) ? held : {}), ...existing } }),
  };
}

function ahead(value: unknown, passed: readonly string[]): unknown {
  if (!Array.isArray(value)) return value;
  return value.filter((each: unknown) => !(hasName(each) && passed.includes(each.name)));
}

function hasName(value: unknown): value is { readonly name: string } {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}

function faultsIn(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): readonly Fault[] {
  return issues.map(({ path, message }) => ({
    pointer: `/${path.map(String).join('/')}`,
    message: /expected (a )?number/.test(message) ? 'A number is needed here.' : message,
  }));
}
