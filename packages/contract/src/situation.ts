// The situation of a company as files, browsers and programs give it: the same fields for a file of `assay advise` and the API.
import {
  CREDENTIAL_NEEDS,
  CREDENTIALS,
  DATA_KINDS,
  OWNER_ROLES,
  REGIONS,
  SEGMENTS,
  type Answers,
  type Existing,
  type OwnerRole,
  type Situation,
} from '@assay/core';
import { z } from 'zod';
import { dateField, dateOut } from './kernel/fields.ts';
import { figureValue } from './planFields.ts';

// What a value may be is judged by core, which says one fault at its field; here stands only its form.
const number = z.number().min(-1e12).max(1e12);
const name = z.string().trim().min(1).max(120);
const currency = z.string().max(20).describe('ISO 4217');
const need = z.enum(CREDENTIAL_NEEDS);
const capacityField = z
  .partialRecord(z.enum(OWNER_ROLES), number)
  .describe('person-days a month that each role can give; a role that is left out gives none');

const existingField = z.strictObject({
  remaining: z
    .array(
      z.strictObject({
        role: z.enum(OWNER_ROLES),
        serves: z.enum(['iso', 'soc2', 'shared']).describe('shared: work that answers both'),
        days: number.describe('person-days, most likely'),
      }),
    )
    .max(100)
    .optional()
    .describe('work still to do; counted from the gaps where it is left out'),
  evidence_days: number.optional().describe('days that key controls have run with accepted evidence'),
  held: z.array(z.enum(CREDENTIALS)).max(3).optional().describe('in hand and valid today'),
  others: z.array(name).max(20).optional().describe('other certificates, such as ISO 9001'),
});

const fields = {
  currency: currency.describe('ISO 4217; every figure of the answer is in it'),
  rates: z
    .record(z.string().max(20), number)
    .describe('what one unit of another currency is worth in it; entered, never fetched'),
  buyers: z
    .array(
      z.strictObject({
        region: z.enum(REGIONS),
        segment: z.enum(SEGMENTS),
        percent: number.describe('of the value of the pipeline; all shares sum to 100'),
      }),
    )
    .max(60),
  asked: z
    .array(z.strictObject({ need, count: number }))
    .max(20)
    .describe('questionnaires and requests of the last year that asked for it by name'),
  deals: z
    .array(
      z.strictObject({
        name,
        amount: number.describe('yearly value, whole units of its currency'),
        currency,
        due: dateField,
        needs: need,
        period_days: number
          .optional()
          .describe('days of operation that the buyer wants to see in a current Type II'),
      }),
    )
    .max(200),
  clauses: z
    .array(z.strictObject({ name, kind: z.enum(['contract', 'tender']), needs: need, due: dateField }))
    .max(200)
    .describe('contracts and tenders that name one: later than its day is a breach or a lost bid'),
  public_proof: z
    .enum(['needed', 'useful', 'not_needed'])
    .describe('a proof that may be shown to everybody: only a certificate is one'),
  data: z.array(z.enum(DATA_KINDS)).max(DATA_KINDS.length).describe('what is held for customers'),
  people: number,
  sites: number,
  systems: number,
  existing: existingField,
  budget: number.describe('for the first year'),
  capacity: capacityField,
  runway_months: number.describe('months that the money lasts'),
  wants_both: z.boolean(),
};

/** What was answered; every field may be left out, and then it is counted from the records or assumed. */
export const answersField = z
  .strictObject(fields)
  .partial()
  .meta({ id: 'AdviceAnswers', description: 'Every field may be left out.' });
export type SaidAnswers = z.output<typeof answersField>;

/** A company in a file: its answers, figures that somebody knows better, and the day that counts as today. */
export const companyFile = z.strictObject({
  ...answersField.shape,
  today: dateField.optional().describe('so that the answer is the same tomorrow'),
  figures: z
    .record(
      z.string().max(80),
      z.strictObject({
        value: figureValue,
        currency: z.string().max(20).optional().describe('of an amount; that of the answers by default'),
        because: z.string().trim().min(3).max(1000),
      }),
    )
    .default({}),
});

/** A situation in an answer: every field has a value. */
export const situationOut = z
  .strictObject({
    ...fields,
    today: dateOut,
    deals: z.array(
      z.strictObject({
        name: z.string(),
        amount: z.number(),
        currency: z.string(),
        due: dateOut,
        needs: need,
        period_days: z.number().nullable(),
      }),
    ),
    clauses: z.array(
      z.strictObject({
        name: z.string(),
        kind: z.enum(['contract', 'tender']),
        needs: need,
        due: dateOut,
      }),
    ),
    existing: existingField.required(),
    budget: z.number().nullable().describe('null: no ceiling was named'),
    runway_months: z.number().nullable().describe('null: not a question'),
  })
  .meta({ id: 'Situation' });

/** Answers in the words of core, over what the records count of what exists already. */
export function answersOf(said: SaidAnswers, counted?: Existing): Answers {
  const { public_proof, wants_both, runway_months, existing, deals, ...rest } = said;
  return {
    ...rest,
    ...(public_proof === undefined ? {} : { publicProof: public_proof }),
    ...(wants_both === undefined ? {} : { wantsBoth: wants_both }),
    ...(runway_months === undefined ? {} : { runwayMonths: runway_months }),
    ...(deals === undefined
      ? {}
      : { deals: deals.map(({ period_days, ...deal }) => ({ ...deal, periodDays: period_days })) }),
    ...(existing === undefined ? {} : { existing: existingOf(existing, counted) }),
  };
}

const NOTHING: Existing = { remaining: [], evidenceDays: 0, held: [], others: [] };

function existingOf(said: z.output<typeof existingField>, counted: Existing = NOTHING): Existing {
  return {
    remaining: said.remaining ?? counted.remaining,
    evidenceDays: said.evidence_days ?? counted.evidenceDays,
    held: said.held ?? counted.held,
    others: said.others ?? counted.others,
  };
}

/** A situation in the words of the API. */
export function situationSaid(situation: Situation): z.output<typeof situationOut> {
  const { publicProof, wantsBoth, runwayMonths, existing, deals, clauses, ...rest } = situation;
  const capacity: Partial<Record<OwnerRole, number>> = { ...rest.capacity };
  return {
    ...rest,
    capacity,
    rates: { ...rest.rates },
    buyers: rest.buyers.map((each) => ({ ...each })),
    asked: rest.asked.map((each) => ({ ...each })),
    data: [...rest.data],
    deals: deals.map(({ periodDays, ...deal }) => ({ ...deal, period_days: periodDays ?? null })),
    clauses: clauses.map((each) => ({ ...each })),
    public_proof: publicProof,
    wants_both: wantsBoth,
    runway_months: runwayMonths ?? null,
    budget: rest.budget ?? null,
    existing: {
      remaining: existing.remaining.map((each) => ({ ...each })),
      evidence_days: existing.evidenceDays,
      held: [...existing.held],
      others: [...existing.others],
    },
  };
}

/** Fields of core in the words of the API: `publicProof` is `public_proof`. */
export function snakeField(text: string): string {
  return text.replace(/[a-z][A-Z]/g, (two) => `${two.charAt(0)}_${two.charAt(1).toLowerCase()}`);
}
