// Statements and registers that were kept as spreadsheets: read apart, shown as a dry run, committed whole, undone whole.
import {
  REGISTER_FIELDS,
  STATEMENT_FIELDS,
  TRANSITION_LINTS,
  TRANSITION_STATES,
  type TransitionLintCode,
} from '@assay/core';
import { z } from 'zod';
import { dateOut, instantOut, orgParams, shaField } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const count = z.int().min(0);
const lintCodes = Object.keys(TRANSITION_LINTS).filter(
  (code): code is TransitionLintCode => code in TRANSITION_LINTS,
);
const columnLetter = z
  .string()
  .regex(/^[A-Z]{1,3}$/i, 'expected a column such as C')
  .transform((text) => text.toUpperCase());

const KINDS = ['statement', 'register'] as const;
const FIELDS = ['id', ...new Set([...STATEMENT_FIELDS, ...REGISTER_FIELDS])] as const;

export const keptTable = z.strictObject({
  sheet: z.string().min(1).max(100).optional(),
  head_row: z.int().min(0).max(1_000_000).optional().describe('row of the headings, from 1; 0 for none'),
  columns: z
    .array(
      z.strictObject({
        column: columnLetter,
        field: z.enum(FIELDS).nullable().describe('null keeps the column as it is'),
      }),
    )
    .max(500)
    .default([])
    .describe('what a person says of columns; the others are recognised'),
});

const columnOut = z.strictObject({
  column: z.string(),
  heading: z.string(),
  field: z.string().nullable().describe('null where it is kept as it is'),
  examples: z.array(z.string()),
});

const changeOut = z.strictObject({ field: z.string(), before: z.string(), after: z.string() });

const rowOut = z
  .strictObject({
    sheet: z.string(),
    row: z.int(),
    ref: z.string().describe('reference of the file; empty where it has none'),
    subject: z.string().nullable().describe('row of the statement or risk; null for a risk that is new'),
    title: z.string(),
    outcome: z
      .enum(['new', 'changed', 'unchanged', 'silent', 'error'])
      .describe('silent: the file says nothing of it that could be taken'),
    changes: z.array(changeOut),
    notes: z.array(z.string()).describe('what was not taken, and why'),
    problems: z.array(z.string()),
  })
  .meta({ id: 'KeptRow' });

const draftCounts = z
  .strictObject({
    rows: count,
    one_to_one: count,
    merged: count,
    new: count,
    split: count,
    in: count,
    out: count,
    conflicting: count,
    unclear: count,
    status_conflicts: count,
  })
  .meta({ id: 'TransitionDraft' });

const keptOut = z
  .strictObject({
    id: z.string().describe('K-3'),
    kind: z.enum(['statement', 'register']),
    state: z.enum(['pending', 'committed', 'undone']).describe('pending is a dry run'),
    sentence: z.string(),
    filename: z.string(),
    sha256: z.string(),
    edition: z.enum(['2013', '2022']).nullable().describe('of a statement; one of 2013 is drafted into 2022'),
    draft: draftCounts.nullable().describe('of a statement of 2013'),
    found: count.describe('rows below the headings that hold anything'),
    mapped: count,
    left: count,
    counts: z
      .strictObject({ new: count, changed: count, unchanged: count, silent: count, error: count })
      .describe('a dry run counts against what stands now, a commit against what stood then'),
    by: z.string(),
    created_at: instantOut,
    committed_at: instantOut.nullable(),
    undone_at: instantOut.nullable(),
  })
  .meta({ id: 'KeptImport' });

const keptWhole = keptOut
  .extend({
    tables: z.array(z.strictObject({ sheet: z.string(), head_row: z.int(), columns: z.array(columnOut) })),
    sheets: z.array(z.string()).describe('all sheets of the file'),
    rows: z.array(rowOut),
    rows_left: z
      .array(z.strictObject({ sheet: z.string(), row: z.int(), reason: z.string(), text: z.string() }))
      .describe('the first of those that were left, with why'),
  })
  .meta({ id: 'KeptImportWhole' });

const parentOut = z.strictObject({
  id: z.string(),
  title: z.string(),
  split: z.boolean().describe('went into several controls of 2022'),
  applies: z.enum(['yes', 'no', 'unclear']).nullable().describe('null where the old statement says nothing'),
  status: z.string().nullable(),
});

const transitionOut = z
  .strictObject({
    sentence: z.string(),
    import: z.string().nullable().describe('the statement of 2013 that was brought, K-3'),
    filename: z.string().nullable(),
    deadline: dateOut.describe('last day on which a certificate of 2013 could be valid'),
    deadline_sentence: z.string(),
    draft: draftCounts,
    progress: z.strictObject({
      rows: count,
      new: count,
      conflict: count,
      unclear: count,
      carried: count,
      decided: count,
    }),
    rows: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        theme: z.string(),
        origin: z.enum(['one_to_one', 'merged', 'new']),
        parents: z.array(parentOut),
        conflicts: z.array(
          z.strictObject({
            field: z.enum(['applies', 'status', 'owner']),
            said: z.array(z.strictObject({ id: z.string(), value: z.string() })),
          }),
        ),
        decision: z.enum(['in', 'out', 'undecided']),
        justification: z.string(),
        state: z.enum(TRANSITION_STATES),
      }),
    ),
    pitfalls: z.array(
      z.strictObject({
        code: z.enum(lintCodes),
        about: z.array(z.string()),
        detail: z.string(),
        remedy: z.string(),
      }),
    ),
    clauses: z.array(
      z.strictObject({
        clause: z.string(),
        kind: z.enum(['new', 'changed', 'split', 'moved']),
        what: z.string(),
        show: z.string(),
      }),
    ),
  })
  .meta({ id: 'Transition' });

const READING = ['artefact.not_found', 'kept.no_table', 'kept.unreadable', 'kept.too_many_rows'] as const;
const PATH = '/v1/orgs/{org}/kept-imports';
const params = orgParams.extend({ kept: z.string().max(20) });

export const keptRoutes = {
  'kept.start': route({
    method: 'POST',
    path: PATH,
    tag: 'manage',
    summary: 'Have a stored statement or register read, to show what it would change (dry run)',
    about:
      'A file that is brought again while its dry run waits is that dry run. A statement of 2013 is drafted into the edition of 2022. Nothing counts before the commit.',
    permission: 'soa.change',
    effect: 'none',
    params: orgParams,
    status: 201,
    body: z.strictObject({
      kind: z.enum(KINDS),
      artefact: shaField,
      filename: z.string().min(1).max(255),
      table: keptTable.default({ columns: [] }),
    }),
    returns: keptWhole,
    errors: [...READING, 'soa.no_framework'],
  }),
  'kept.list': route({
    method: 'GET',
    path: PATH,
    tag: 'manage',
    summary: 'Statements and registers that were brought, newest first',
    permission: 'soa.read',
    params: orgParams,
    query: z.strictObject({ kind: z.enum(KINDS).optional() }),
    returns: z.strictObject({ data: z.array(keptOut) }),
  }),
  'kept.read': route({
    method: 'GET',
    path: `${PATH}/{kept}`,
    tag: 'manage',
    summary: 'One of them, with its table, its columns and what each row changes',
    permission: 'soa.read',
    params,
    returns: keptWhole,
    errors: ['kept.not_found'],
  }),
  'kept.map': route({
    method: 'PUT',
    path: `${PATH}/{kept}/table`,
    tag: 'manage',
    summary: 'Correct which sheet and columns are meant; the file is read again in its place',
    permission: 'soa.change',
    effect: 'none',
    params,
    body: keptTable,
    returns: keptWhole,
    errors: ['kept.not_found', 'kept.not_pending', ...READING, 'soa.no_framework'],
  }),
  'kept.discard': route({
    method: 'DELETE',
    path: `${PATH}/{kept}`,
    tag: 'manage',
    summary: 'Throw a dry run away; the bytes stay stored',
    permission: 'soa.change',
    effect: 'none',
    params,
    returns: 'empty',
    status: 204,
    errors: ['kept.not_found', 'kept.not_pending'],
  }),
  'kept.commit': route({
    method: 'POST',
    path: `${PATH}/{kept}/commit`,
    tag: 'manage',
    summary: 'Make a dry run true, whole or not at all',
    permission: 'soa.change',
    params,
    body: z.strictObject({
      skip_errors: z
        .boolean()
        .default(false)
        .describe('leave out the rows with an error; else they hold all of them back'),
    }),
    returns: keptWhole,
    errors: [
      'kept.not_found',
      'kept.not_pending',
      'kept.has_errors',
      'kept.nothing_to_change',
      'soa.no_framework',
    ],
  }),
  'kept.undo': route({
    method: 'POST',
    path: `${PATH}/{kept}/undo`,
    tag: 'manage',
    summary: 'Undo a whole import; refused where something of it was changed since',
    permission: 'soa.change',
    params,
    returns: keptWhole,
    errors: ['kept.not_found', 'kept.not_committed', 'kept.changed_since', 'soa.no_framework'],
  }),
  'soa.transition': route({
    method: 'GET',
    path: '/v1/orgs/{org}/soa/transition',
    tag: 'manage',
    summary: 'From 2013 to 2022: what came from where, what is still to decide, what goes wrong',
    permission: 'soa.read',
    params: orgParams,
    query: z.strictObject({
      certificate: z.string().max(200).optional().describe('what a certificate says of its standard'),
    }),
    returns: transitionOut,
    errors: ['soa.no_framework'],
  }),
} as const;
