// What a copy of the plan says otherwise, as a person would say it.

/** `capacity` of two roles as "Capacity: security lead 18, platform engineer 9." */
export function otherwiseSentence(field: string, value: unknown): string {
  const name = wordsOf(field);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${valueWords(value)}.`;
}

/** A value of an answer or a setting: lists and records are told by their parts, two levels deep at most. */
function valueWords(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' || typeof value === 'number') return wordsOf(String(value));
  const parts = Array.isArray(value) ? value.map(partWords) : recordWords(value);
  return parts.length === 0 ? 'none' : parts.join(', ');
}

/** One of a list: by its name where it has one, else by its values in order. */
function partWords(part: unknown): string {
  if (typeof part !== 'object' || part === null) return valueWords(part);
  if ('name' in part) return String(part.name);
  return Object.values(part).map(plainWords).join(' ');
}

function recordWords(record: object): readonly string[] {
  return Object.entries(record).map(([key, value]) => `${wordsOf(key)} ${plainWords(value)}`);
}

function plainWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return valueWords(value);
  return Object.values(value).map(String).join(' to ');
}

function wordsOf(text: string): string {
  return text.replaceAll('_', ' ');
}
