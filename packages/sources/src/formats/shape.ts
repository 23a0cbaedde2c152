// The outermost names of a JSON file's first bytes: what most tools can be told apart by, wherever the
// same words stand deeper down or inside texts.
import type { Head } from '../read/reader.ts';

export interface Shape {
  readonly root: 'object' | 'array' | 'other';
  /** Names of the root object, or of the first object of the root array; text and numbers with their value. */
  readonly keys: ReadonlyMap<string, string | undefined>;
}

const seen = new WeakMap<Head, Shape>();

/** The shape of a head; looked at once, asked by every reader. */
export function shapeOf(head: Head): Shape {
  const held = seen.get(head);
  if (held) return held;
  const made = look(head.text);
  seen.set(head, made);
  return made;
}

/** Whether all of these names stand outermost. */
export function hasKeys(head: Head, ...names: readonly string[]): boolean {
  const { keys } = shapeOf(head);
  return names.every((name) => keys.has(name));
}

/** A text, a bracket, a separator, a comment, or a bare word such as a number. */
const TOKEN = /"(?:[^"\\]|\\[^])*"|[{}[\]:,]|\/\/[^\n]*|[^\s"{}[\]:,/]+/g;

function look(text: string): Shape {
  const keys = new Map<string, string | undefined>();
  let root: Shape['root'] | undefined;
  let depth = 0;
  let name: string | undefined;
  let wantsValue = false;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token.startsWith('//')) continue;
    root ??= token === '{' ? 'object' : token === '[' ? 'array' : 'other';
    if (root === 'other') break;
    const own = root === 'object' ? 1 : 2;
    if (token === '{' || token === '[') {
      if (depth + 1 === own && token === '[' && root === 'array') break;
      depth += 1;
      wantsValue = false;
    } else if (token === '}' || token === ']') {
      depth -= 1;
      if (depth < own) break;
    } else if (depth === own && token === ':') {
      wantsValue = true;
      if (name !== undefined && keys.size < 200) keys.set(name, undefined);
    } else if (depth === own && token !== ',') {
      if (wantsValue && name !== undefined) keys.set(name, unquoted(token));
      name = wantsValue ? undefined : unquoted(token);
      wantsValue = false;
    }
  }
  return { root: root ?? 'other', keys };
}

function unquoted(token: string): string {
  return token.startsWith('"') ? token.slice(1, -1) : token;
}
