// Canonical JSON (RFC 8785): the same value always gives the same bytes.
import { err, ok, type Result } from '../../kernel/index.ts';
import { toUtf8 } from './bytes.ts';

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** What cannot be written canonically, and where it stands (JSON Pointer). */
export interface NotCanonical {
  readonly code: 'canonical.number' | 'canonical.text' | 'canonical.type';
  readonly pointer: string;
}

/** Canonical text of a JSON value; refuses numbers that are not finite and text without UTF-8. */
export function canonicalText(value: JsonValue): Result<string, NotCanonical> {
  return write(value, '');
}

/** Canonical bytes of a JSON value. */
export function canonicalBytes(value: JsonValue): Result<Uint8Array, NotCanonical> {
  const text = write(value, '');
  if (!text.ok) return text;
  const bytes = toUtf8(text.value);
  return bytes ? ok(bytes) : err({ code: 'canonical.text', pointer: '' });
}

function write(value: JsonValue | undefined, pointer: string): Result<string, NotCanonical> {
  if (value === null || typeof value === 'boolean') return ok(String(value));
  if (typeof value === 'number')
    return Number.isFinite(value) ? ok(JSON.stringify(value)) : err({ code: 'canonical.number', pointer });
  if (typeof value === 'string')
    return value.isWellFormed() ? ok(JSON.stringify(value)) : err({ code: 'canonical.text', pointer });
  if (isList(value)) return writeList(value, pointer);
  if (typeof value === 'object') return writeObject(value, pointer);
  return err({ code: 'canonical.type', pointer });
}

function writeList(list: readonly JsonValue[], pointer: string): Result<string, NotCanonical> {
  const parts: string[] = [];
  for (const [i, item] of list.entries()) {
    const part = write(item, `${pointer}/${i}`);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return ok(`[${parts.join(',')}]`);
}

/** Keys go in the order of their UTF-16 code units (RFC 8785 section 3.2.3), which is how text compares here. */
function writeObject(
  object: { readonly [key: string]: JsonValue },
  pointer: string,
): Result<string, NotCanonical> {
  const parts: string[] = [];
  for (const key of Object.keys(object).sort((a, b) => (a < b ? -1 : 1))) {
    const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!key.isWellFormed()) return err({ code: 'canonical.text', pointer: place });
    const part = write(object[key], place);
    if (!part.ok) return part;
    parts.push(`${JSON.stringify(key)}:${part.value}`);
  }
  return ok(`{${parts.join(',')}}`);
}

function isList(value: unknown): value is readonly JsonValue[] {
  return Array.isArray(value);
}
