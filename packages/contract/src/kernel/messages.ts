// What a schema says when it refuses, in words for a person. Set once, for every schema of the house.
import { z } from 'zod';

type Issue = Parameters<NonNullable<z.core.$ZodConfig['customError']>>[0];

const NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
};

/** The sentence for one issue; undefined leaves it to the library. */
function sentence(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is needed'
        : `expected ${NAMES[issue.expected] ?? issue.expected}, received ${received(issue.input)}`;
    case 'too_small':
      return issue.minimum === 1 && issue.origin === 'string'
        ? 'must not be empty'
        : `expected at least ${counted(Number(issue.minimum), issue.origin)}`;
    case 'too_big':
      return `expected at most ${counted(Number(issue.maximum), issue.origin)}`;
    case 'invalid_value':
      return `expected one of ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return 'there is no such key';
    case 'invalid_union':
      return issue.discriminator === undefined || !('options' in issue) || !Array.isArray(issue.options)
        ? undefined
        : `expected one of ${issue.options.map(String).join(', ')}`;
    default:
      return undefined;
  }
}

function counted(count: number, origin: string): string {
  if (origin === 'string') return `${count} character${count === 1 ? '' : 's'}`;
  if (origin === 'array' || origin === 'set') return `${count} item${count === 1 ? '' : 's'}`;
  return String(count);
}

function received(input: unknown): string {
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'number' && Number.isNaN(input)) return 'something that is no number';
  return NAMES[typeof input] ?? typeof input;
}

z.config({ customError: sentence });
