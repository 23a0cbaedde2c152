// A policy template as it stands in content/policies: front matter in lines, then the text in Markdown.
import { OWNER_ROLES, type OwnerRole } from '../controls/index.ts';
import { err, ok, type Result } from '../kernel/index.ts';

/** What a company fills in; `{{name}}` in the text. */
export interface TemplateVariable {
  readonly name: string;
  readonly meaning: string;
  readonly example: string;
}

export interface PolicyTemplate {
  /** `POL-01`; stable, and the code of the policy that is made from it. */
  readonly code: string;
  readonly title: string;
  readonly owner: OwnerRole;
  /** Months after publishing until the policy is looked at again. */
  readonly reviewMonths: number;
  /** The named person who has read the template, or `unreviewed`. */
  readonly reviewer: string;
  /** Requirements with edition, `iso27001:2022/5.2`. */
  readonly answers: readonly string[];
  readonly controls: readonly string[];
  readonly variables: readonly TemplateVariable[];
  readonly body: string;
}

export interface TemplateFault {
  readonly line: number;
  readonly detail: string;
}

const FRONT = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;
const FIELD = /^([a-z_]+):(?: (.*))?$/;
const VARIABLE = /^ {2}([a-z][a-z0-9_]*): ([^|]+) \| ([^|]+)$/;
const FIELDS = [
  'code',
  'title',
  'owner',
  'review_months',
  'reviewer',
  'answers',
  'controls',
  'variables',
] as const;

/** Reads a template; every fault with its line in the file, counted from 1. */
export function parseTemplate(text: string): Result<PolicyTemplate, readonly TemplateFault[]> {
  const [, front, body] = FRONT.exec(text.replaceAll('\r\n', '\n')) ?? [];
  if (front === undefined || body === undefined)
    return err([{ line: 1, detail: 'there is no front matter between two lines of ---' }]);
  const read = frontOf(front.split('\n'));
  const { faults, variables } = read;
  for (const name of FIELDS)
    if (!read.fields.has(name)) faults.push({ line: 1, detail: `the field ${name} is missing` });
  const field = (name: (typeof FIELDS)[number]): string => read.fields.get(name)?.value ?? '';
  const refuse = (name: (typeof FIELDS)[number], detail: string): void => {
    const found = read.fields.get(name);
    if (found) faults.push({ line: found.line, detail });
  };
  if (!/^POL-\d{2,}$/.test(field('code'))) refuse('code', 'a code is POL- and a number');
  if (field('title') === '') refuse('title', 'a policy has a title');
  if (field('reviewer') === '') refuse('reviewer', 'name the reviewer, or say unreviewed');
  const owner = OWNER_ROLES.find((role) => role === field('owner'));
  if (owner === undefined) refuse('owner', `an owner is one of ${OWNER_ROLES.join(', ')}`);
  const reviewMonths = Number(field('review_months'));
  if (!Number.isInteger(reviewMonths) || reviewMonths < 1 || reviewMonths > 36)
    refuse('review_months', 'review_months is a whole number from 1 to 36');
  if (faults.length > 0 || owner === undefined) return err(faults);
  return ok({
    code: field('code'),
    title: field('title'),
    owner,
    reviewMonths,
    reviewer: field('reviewer'),
    answers: listOf(field('answers')),
    controls: listOf(field('controls')),
    variables,
    body: `${body.trim()}\n`,
  });
}

interface Front {
  readonly fields: Map<string, { readonly value: string; readonly line: number }>;
  readonly variables: TemplateVariable[];
  readonly faults: TemplateFault[];
}

/** Indented lines are variables; the line of `---` is the first of the file. */
function frontOf(lines: readonly string[]): Front {
  const front: Front = { fields: new Map(), variables: [], faults: [] };
  for (const [index, text] of lines.entries()) {
    const line = index + 2;
    const fault = text.startsWith(' ') ? takeVariable(front, text) : takeField(front, text, line);
    if (fault !== undefined) front.faults.push({ line, detail: fault });
  }
  return front;
}

function takeVariable(front: Front, text: string): string | undefined {
  const [, name, meaning, example] = VARIABLE.exec(text) ?? [];
  if (name === undefined || meaning === undefined || example === undefined)
    return 'a variable is written `  name: meaning | example`';
  if (front.variables.some((each) => each.name === name)) return `the variable ${name} stands twice`;
  front.variables.push({ name, meaning: meaning.trim(), example: example.trim() });
  return undefined;
}

function takeField(front: Front, text: string, line: number): string | undefined {
  const [, name, value = ''] = FIELD.exec(text) ?? [];
  if (name === undefined || !FIELDS.some((each) => each === name))
    return `“${text}” is no field of a template`;
  if (front.fields.has(name)) return `the field ${name} stands twice`;
  front.fields.set(name, { value: value.trim(), line });
  return undefined;
}

function listOf(value: string): readonly string[] {
  return value
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
