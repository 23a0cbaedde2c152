// Examples made from the schemas themselves, with values that a reader recognises; a test holds them against zod.
import { record, type Json } from './schemas.ts';

const SHA = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const DAY = '2026-06-01';
const INSTANT = '2026-06-01T09:00:00.000Z';
const REFERENCE = 'iso27001:2022/A.5.15';

/** Values by the name of a field. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  org: 'acme',
  slug: 'acme',
  name: 'Acme',
  title: 'Access review, June 2026',
  artefact: SHA,
  sha256: SHA,
  digest: SHA,
  filename: 'access-review-2026-06.pdf',
  media_type: 'application/pdf',
  size: 48_213,
  control: 'C-07',
  controls: ['C-07'],
  code: 'C-07',
  evidence: 'E-93',
  import: 'imp_01m844dzg0dkahf8swadqmpb6m',
  framework: 'iso27001:2022',
  frameworks: ['iso27001:2022', 'soc2:2017'],
  requirement: 'A.5.15',
  check: 'prowler:iam_root_mfa_enabled',
  letter: 'A',
  currency: 'EUR',
  window: 'W-2',
  exclusion: 'X-3',
  day: DAY,
  owner: 'Ada',
  checks: 3,
  to: 'soc2:2017/CC6.1',
  ref: REFERENCE,
  tsc: 'soc2:2017/CC6.1',
  iso: 'iso27001:2022/A.5.15',
  rationale: 'Reviews of access find rights that nobody needs any more.',
  because: 'Customers’ data is reached over the network.',
  why: 'There are no premises: everybody works remotely.',
  reason: 'The list lacks the accounts of contractors.',
  note: 'The export of July takes its place.',
  performed_at: DAY,
  time_zone: 'Europe/Berlin',
  subject: 'E-93',
  index: 41,
  from: DAY,
  until: '2026-12-01',
  on: DAY,
  version: '0.1.0',
  database: '18.4',
  by: 'Ada',
  source: 'person',
  cursor: 'NTA',
  next_cursor: 'NTA',
  limit: '50',
  request_id: 'req_01m844dzg0dkahf8swadqmpb6m',
  domain: 'access',
  objective: 'Only people who need a system can reach it.',
  activity: 'Every quarter each system’s owner goes through its accounts.',
  ask: 'The list of accounts with the decision on each.',
  good: 'The signed list with its date and the tickets of what was taken away.',
  bad: 'A screenshot of the accounts without a date.',
  email: 'ines@acme.example',
  issuer: 'https://login.acme.example',
  subject_token: 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2xvZ2luLmFjbWUuZXhhbXBsZSJ9.c2ln',
  path: '/login?token=…',
  secret: 'dGhlIGxldHRlcnMgdGhhdCBzdGFuZCBiZWhpbmQgIw',
};

/** The named schemas that references lead to, and whether to show what may stand there beside what must. */
export interface Showing {
  readonly named: Json;
  readonly whole: boolean;
}

/** An example of a schema; `name` is the field that it stands under. */
export function exampleOf(schema: Json, showing: Showing, name = ''): unknown {
  const ref = schema['$ref'];
  if (typeof ref === 'string')
    return exampleOf(record(showing.named[ref.slice(ref.lastIndexOf('/') + 1)]), showing, name);
  if ('const' in schema) return schema['const'];
  const values = list(schema['enum']);
  if (values.length > 0) return values[0];
  const choices = [...list(schema['anyOf']), ...list(schema['oneOf'])].map(record);
  const [richest] = choices.sort((a, b) => needed(b) - needed(a));
  if (richest) return exampleOf(richest, showing, name);
  const value = BY_NAME[name];
  switch (typeOf(schema)) {
    case 'object':
      return objectExample(schema, showing);
    case 'array':
      return arrayExample(schema, showing, name);
    case 'string':
      return textExample(schema, name);
    case 'integer':
    case 'number':
      return typeof value === 'number' ? value : Math.max(1, Number(schema['minimum'] ?? 1));
    case 'boolean':
      return schema['default'] === true;
    case 'null':
      return null;
    default:
      return {};
  }
}

function objectExample(schema: Json, showing: Showing): Json {
  const properties = Object.entries(record(schema['properties']));
  const required = list(schema['required']);
  const wanted = properties.filter(([name]) => showing.whole || required.includes(name));
  // A change where nothing is required shows its first field.
  const shown = wanted.length > 0 ? wanted : properties.slice(0, 1);
  return Object.fromEntries(shown.map(([name, inner]) => [name, exampleOf(record(inner), showing, name)]));
}

/** One item, or as many as a list that has its length must have. */
function arrayExample(schema: Json, showing: Showing, name: string): readonly unknown[] {
  const [items, known] = [record(schema['items']), list(BY_NAME[name])];
  if (known.length > 0 && items['type'] === 'string' && !('enum' in items)) return known;
  const one = exampleOf(items, showing, name.endsWith('s') ? name.slice(0, -1) : name);
  return Array.from({ length: Math.max(1, Number(schema['minItems'] ?? 1)) }, () => one);
}

function textExample(schema: Json, name: string): string {
  const value = BY_NAME[name];
  const text = typeof value === 'string' ? value : undefined;
  if (schema['format'] === 'date') return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) ? text : DAY;
  if (schema['format'] === 'date-time') return INSTANT;
  const pattern = schema['pattern'];
  const least = Number(schema['minLength'] ?? 0);
  if (
    text !== undefined &&
    text.length >= least &&
    (typeof pattern !== 'string' || new RegExp(pattern).test(text))
  )
    return text;
  if (typeof schema['default'] === 'string') return schema['default'];
  // Whatever its field is called, a requirement with its edition looks alike.
  if (typeof pattern === 'string' && new RegExp(pattern).test(REFERENCE)) return REFERENCE;
  return name.endsWith('id') ? 'evd_01m844dzg02mfxj5xsk7q7evxq' : 'text'.padEnd(least, '0');
}

/** The type, of those that are not null. */
function typeOf(schema: Json): unknown {
  const { type } = schema;
  return Array.isArray(type) ? list(type).find((each) => each !== 'null') : type;
}

function needed(schema: Json): number {
  return schema['type'] === 'null' ? -1 : list(schema['required']).length;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
