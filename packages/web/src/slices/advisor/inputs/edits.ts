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

/** The situation as it is typed: a ceiling that was taken back is gone at once, not when the answer has come. */
export function edited(situation: Situation, { values, existing, without }: Edits): Situation {
  return {
    ...situation,
    ...(without.includes('budget') ? { budget: null } : {}),
    ...(without.includes('runway_months') ? { runway_months: null } : {}),
    ...values,
    existing: { ...situation.existing, ...existing },
  };
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

/** An answer taken back; what nobody has recorded is only no longer changed. */
export function withoutField(edits: Edits, field: Field, given: Given): Edits {
  const kept = asRecorded(edits, field);
  return Object.hasOwn(given, field) ? { ...kept, without: [...kept.without, field] } : kept;
}

/** A field as it was recorded, whether it was changed or left out. */
export function asRecorded({ values, existing, without }: Edits, field: Field): Edits {
  const next: Edits = {
    values: Object.fromEntries(Object.entries(values).filter(([name]) => name !== field)),
    existing: field === 'existing' ? {} : existing,
    without: without.filter((each) => each !== field),
  };
  return countOf(next) === 0 ? NO_EDITS : next;
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

/**
 * All answers as they would be recorded. Deals and clauses whose day has passed are in no list that is shown, so they
 * stay behind those that are: nobody has taken them back.
 */
export function answersToKeep(edits: Edits, given: Given, passed: readonly string[]): Said {
  const kept = Object.entries(given).filter(([field]) => !edits.without.some((each) => each === field));
  const held = answersField.parse(Object.fromEntries(kept));
  const { deals, clauses, ...rest } = answersField.parse(said(edits, given));
  return {
    ...held,
    ...rest,
    ...(deals ? { deals: [...deals, ...unseen(held.deals ?? [], deals, passed)] } : {}),
    ...(clauses ? { clauses: [...clauses, ...unseen(held.clauses ?? [], clauses, passed)] } : {}),
  };
}

interface Named {
  readonly name: string;
}

/** What has passed and has no namesake among what is shown. */
function unseen<T extends Named>(
  held: readonly T[],
  shown: readonly Named[],
  passed: readonly string[],
): readonly T[] {
  return held.filter(({ name }) => passed.includes(name) && !shown.some((each) => each.name === name));
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

function faultsIn(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): readonly Fault[] {
  return issues.map(({ path, message }) => ({
    pointer: `/${path.map(String).join('/')}`,
    message: /expected (a )?number/.test(message) ? 'A number is needed here.' : message,
  }));
}
