// What can be written of each kind of record: one table of fields, which the form draws and the contract checks.
import { COMPETENCE_GROUNDS, DIRECTIONS, ISSUE_SIDES, OWNER_ROLES, type IsmsKind } from '@assay/core';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

interface Named {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}
/** `nothing`: an empty answer is kept as null, not as an empty text. */
export type Field = Named &
  (
    | { readonly as: 'line'; readonly nothing?: true }
    | { readonly as: 'text' }
    | { readonly as: 'day' }
    | { readonly as: 'number' }
    | { readonly as: 'tick' }
    | { readonly as: 'yesno' }
    | { readonly as: 'lines' }
    | { readonly as: 'choice'; readonly of: readonly string[] }
    | { readonly as: 'group'; readonly fields: readonly Field[]; readonly nothing?: true }
    | { readonly as: 'rows'; readonly one: string; readonly fields: readonly Field[] }
  );

const line = (name: string, label: string, hint?: string): Field => ({
  as: 'line',
  name,
  label,
  ...said(hint),
});
const text = (name: string, label: string, hint?: string): Field => ({
  as: 'text',
  name,
  label,
  ...said(hint),
});
const day = (name: string, label: string): Field => ({ as: 'day', name, label });
const person = (name: string, label: string): Field => ({ as: 'line', name, label, nothing: true });
const lines = (name: string, label: string): Field => ({ as: 'lines', name, label, hint: 'One a line.' });
const rows = (name: string, [label, one]: readonly [string, string], fields: readonly Field[]): Field => ({
  as: 'rows',
  name,
  label,
  one,
  fields,
});

const ACTIONS = rows(
  'actions',
  ['Actions', 'action'],
  [line('what', 'What'), person('owner', 'Owner'), day('due', 'Due'), day('done', 'Done')],
);

/** Fields of each kind in the order in which people fill them; inputs of a review have a form of their own. */
export const FIELDS: Readonly<Record<IsmsKind, readonly Field[]>> = {
  context: [
    rows(
      'issues',
      ['Issues', 'issue'],
      [
        { as: 'choice', name: 'side', label: 'Side', of: ISSUE_SIDES },
        line('issue', 'Issue'),
        text('effect', 'What it means for security'),
      ],
    ),
    {
      as: 'group',
      name: 'climate',
      label: 'Climate change (Amendment 1:2024)',
      fields: [
        { as: 'yesno', name: 'relevant', label: 'Is it a relevant issue?' },
        text('because', 'Why, or why not'),
      ],
    },
  ],
  parties: [
    rows(
      'parties',
      ['Interested parties', 'party'],
      [
        line('name', 'Who'),
        rows(
          'needs',
          ['Needs', 'need'],
          [
            line('need', 'What they ask'),
            { as: 'yesno', name: 'addressed', label: 'Does the ISMS address it?' },
            text('how', 'How, or why not'),
          ],
        ),
      ],
    ),
  ],
  scope: [
    text('statement', 'Statement', 'The sentence for the certificate or the description of the system.'),
    day('from', 'In force from, once approved'),
    lines('boundaries', 'Boundaries'),
    lines('sites', 'Sites'),
    lines('systems', 'Systems'),
    rows(
      'names',
      ['What evidence calls them', 'name'],
      [
        line('system', 'System', 'As it stands in the list.'),
        line('name', 'Name', 'As evidence, collectors and schedules write it.'),
      ],
    ),
    rows(
      'interfaces',
      ['Interfaces and dependencies', 'interface'],
      [line('with', 'With'), text('what', 'What')],
    ),
    rows('exclusions', ['Left out', 'exclusion'], [line('what', 'What'), text('because', 'Because')]),
  ],
  roles: [
    rows(
      'roles',
      ['Roles', 'role'],
      [
        { as: 'choice', name: 'role', label: 'Role', of: OWNER_ROLES },
        text('authority', 'What it may decide'),
        rows(
          'people',
          ['People', 'person'],
          [line('name', 'Name'), day('from', 'From'), day('until', 'First day without')],
        ),
      ],
    ),
  ],
  communication: [
    rows(
      'plan',
      ['What is told', 'row'],
      [
        line('what', 'What'),
        line('when', 'When'),
        line('with', 'With whom'),
        line('how', 'How'),
        line('who', 'Who tells'),
      ],
    ),
  ],
  objective: [
    line('title', 'Objective'),
    text('measure', 'Measure', 'What is counted, where the number comes from, who takes it.'),
    { as: 'choice', name: 'direction', label: 'The target is', of: DIRECTIONS },
    { as: 'number', name: 'target', label: 'Target' },
    line('unit', 'Unit'),
    text('plan', 'Plan', 'What will be done, with which means.'),
    person('owner', 'Owner'),
    day('due', 'By when'),
    { as: 'number', name: 'every_days', label: 'Measured every so many days' },
  ],
  competence: [
    line('person', 'Person'),
    line('need', 'Work that needs it'),
    { as: 'choice', name: 'ground', label: 'Ground', of: COMPETENCE_GROUNDS },
    text('proof', 'What shows it'),
    day('on', 'Day'),
    day('until', 'First day on which it no longer counts'),
    {
      as: 'group',
      name: 'effective',
      label: 'Whether a training helped (7.2 c)',
      nothing: true,
      fields: [line('said', 'What was seen of it in the work'), line('by', 'Who looked')],
    },
  ],
  feedback: [
    line('party', 'Who said it', 'A party of 4.2, or one of them by name.'),
    day('on', 'Day'),
    line('source', 'Where it was said', 'The ticket, the survey, the call.'),
    text('said', 'What was said'),
    {
      as: 'group',
      name: 'answer',
      label: 'What was answered or done',
      nothing: true,
      fields: [text('said', 'Answer or action'), line('by', 'Who answered'), day('on', 'Answered on')],
    },
  ],
  change: [
    line('title', 'Change'),
    text('purpose', 'Purpose'),
    text('consequences', 'What may follow'),
    text('resources', 'What it takes'),
    person('owner', 'Owner'),
    day('due', 'Due'),
    day('done', 'Done'),
  ],
  review: [
    day('on', 'Held on'),
    rows(
      'attendance',
      ['Attendance', 'person'],
      [
        line('name', 'Name'),
        line('role', 'Role'),
        { as: 'tick', name: 'top_management', label: 'Top management' },
      ],
    ),
    lines('decisions', 'Decisions'),
    ACTIONS,
    text('minutes', 'Minutes'),
  ],
};

/** A record of a kind before anybody wrote anything. */
export function blankRecord(kind: IsmsKind, today: string): JsonObject {
  const fields = Object.fromEntries(FIELDS[kind].map((field) => [field.name, blankOf(field)]));
  return { kind, ...fields, ...ALSO[kind], ...firstDay(kind, today) };
}

/** Kinds that have a day from the beginning begin with today. */
function firstDay(kind: IsmsKind, today: string): JsonObject {
  if (kind === 'scope') return { from: today };
  return kind === 'feedback' ? { on: today } : {};
}

/** What a kind has beside the fields of its form. */
const ALSO: Readonly<Partial<Record<IsmsKind, JsonObject>>> = {
  scope: { framework: 'iso27001:2022' },
  objective: { measurements: [], every_days: 30 },
  feedback: { withdrawn: null },
  review: { inputs: [], closed: null },
};

/** The empty answer to a field. */
export function blankOf(field: Field): Json {
  switch (field.as) {
    case 'line':
      return field.nothing ? null : '';
    case 'text':
      return '';
    case 'day':
    case 'yesno':
      return null;
    case 'number':
      return 0;
    case 'tick':
      return false;
    case 'lines':
    case 'rows':
      return [];
    case 'choice':
      return field.of[0] ?? '';
    case 'group':
      return field.nothing
        ? null
        : Object.fromEntries(field.fields.map((each) => [each.name, blankOf(each)]));
    default:
      return field satisfies never;
  }
}

/** A record as it is sent: what is blank in a list is left out, what is blank and may be unknown is null. */
export function cleaned(fields: readonly Field[], value: JsonObject): JsonObject {
  const known = Object.fromEntries(
    fields.map((field) => [field.name, cleanedOf(field, value[field.name] ?? null)]),
  );
  return { ...value, ...known };
}

function cleanedOf(field: Field, value: Json): Json {
  switch (field.as) {
    case 'line':
      return field.nothing && value === '' ? null : value;
    case 'day':
      return value === '' ? null : value;
    case 'lines':
      return isList(value) ? value.filter((each) => typeof each === 'string' && each.trim() !== '') : [];
    case 'rows':
      return isList(value) ? value.flatMap((row) => (isObject(row) ? [cleaned(field.fields, row)] : [])) : [];
    case 'group':
      return isObject(value) ? cleanedGroup(field, cleaned(field.fields, value)) : value;
    default:
      return value;
  }
}

/** A group of which everything is blank says nothing, where it may be unsaid. */
function cleanedGroup(field: Extract<Field, { as: 'group' }>, value: JsonObject): Json {
  const blank = field.fields.every(({ name }) => (value[name] ?? '') === '');
  return field.nothing && blank ? null : value;
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function said(hint: string | undefined): { readonly hint?: string } {
  return hint === undefined ? {} : { hint };
}
