// What was read of a kept table, what it changed and what stood before, as they are stored.
import { keptTable } from '@assay/contract';
import { OPTIONS, parsePlainDate, REGISTER_FIELDS, STATEMENT_FIELDS, type PlainDate } from '@assay/core';
import { z } from 'zod';

export const storedAsked = keptTable;
export type Asked = z.output<typeof keptTable>;

const day = z.string().transform((text): PlainDate => {
  const date = parsePlainDate(text);
  if (!date) throw new Error(`a stored import holds a day that is none: ${text}`);
  return date;
});
const custom = z.array(z.object({ heading: z.string(), text: z.string() }));
const place = { sheet: z.string(), row: z.number() };
const statementField = z.enum(['id', ...STATEMENT_FIELDS]);
const [firstField = 'ref', ...otherFields] = REGISTER_FIELDS;
const registerField = z.enum([firstField, ...otherFields]);

const statementRow = z.object({
  ...place,
  id: z.string(),
  applies: z.enum(['yes', 'no', 'unclear']),
  status: z.enum(['implemented', 'partly', 'planned', 'not_started', 'unclear']),
  reasons: z.array(z.enum(['risk', 'law', 'contract', 'baseline'])),
  said: z.partialRecord(statementField, z.string()),
  custom,
});

const step = z.number().optional();
const registerRow = z.object({
  ...place,
  more: z.array(z.number()),
  title: z.string(),
  likelihood: step,
  impact: step,
  residual_likelihood: step,
  residual_impact: step,
  option: z.enum(OPTIONS).optional(),
  due: day.optional(),
  controls: z.array(z.string()),
  unclear: z.array(registerField),
  said: z.partialRecord(registerField, z.string()),
  custom,
});

function table<F extends z.ZodType>(field: F) {
  return z.object({
    sheet: z.string(),
    headRow: z.number(),
    columns: z.array(
      z.object({
        index: z.number(),
        heading: z.string(),
        field: field.nullable(),
        examples: z.array(z.string()),
      }),
    ),
  });
}

const common = {
  sheets: z.array(z.string()),
  /** The first of the rows that were left, and how many there were. */
  left: z.array(z.object({ ...place, reason: z.string(), text: z.string() })),
  leftCount: z.number(),
};

export const storedReading = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('statement'),
    edition: z.enum(['2013', '2022']),
    tables: z.array(table(statementField)),
    rows: z.array(statementRow),
    ...common,
  }),
  z.object({
    kind: z.literal('register'),
    tables: z.array(table(registerField)),
    rows: z.array(registerRow),
    ...common,
  }),
]);
export type Reading = z.output<typeof storedReading>;
export type StatementReadingStored = Extract<Reading, { kind: 'statement' }>;
export type RegisterReadingStored = Extract<Reading, { kind: 'register' }>;

/** What a row would change or has changed, whatever kind of table it is of. */
export const storedOutcome = z.array(
  z.object({
    ...place,
    ref: z.string(),
    subject: z.string().nullable(),
    title: z.string(),
    outcome: z.enum(['new', 'changed', 'unchanged', 'silent', 'error']),
    changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
    notes: z.array(z.string()),
    problems: z.array(z.string()),
  }),
);
export type Outcome = z.output<typeof storedOutcome>[number];

const reason = z.union([
  z.object({ kind: z.enum(['risk', 'law', 'contract']), ref: z.string() }),
  z.object({ kind: z.enum(['risk', 'law', 'contract', 'baseline']), text: z.string() }),
]);
const standing = z.discriminatedUnion('is', [
  z.object({ is: z.literal('in'), reasons: z.tuple([reason], reason) }),
  z.object({ is: z.literal('out'), justification: z.string() }),
  z.object({ is: z.literal('undecided') }),
  z.object({ is: z.literal('unreasoned'), because: z.string() }),
]);
const rowState = z.object({ standing, notes: z.record(z.string(), z.unknown()) });
export type RowState = z.output<typeof rowState>;

/** What was written, and what stood before; a risk that was new stood as nothing. */
export const storedEffect = z.object({
  rows: z.array(z.object({ row: z.string(), before: rowState, after: rowState })),
  risks: z.array(
    z.object({
      ref: z.string(),
      code: z.string(),
      revision: z.number(),
      before: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
});
export type Effect = z.output<typeof storedEffect>;
