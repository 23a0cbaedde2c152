// Rows of a population and recipes of samples, as they stand in files.
import { recipeField } from '@assay/contract';
import type { JsonValue, Recipe } from '@assay/core';
import { CommandEnd, EXIT } from '../exit.ts';
import { textOf } from '../offline/kept.ts';

/** Rows of a file: a JSON array, or one JSON value a line. */
export function rowsIn(path: string): readonly JsonValue[] {
  const text = textOf(path).replace(/^\uFEFF/, '');
  if (text.trimStart().startsWith('[')) {
    const value = jsonIn(text, path);
    return isList(value) ? value : [];
  }
  return text
    .split('\n')
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, at }) => jsonIn(line, `${path}, line ${at + 1}`));
}

/** A recipe, and the rows where it brings them along. */
export function recipeIn(path: string): {
  readonly recipe: Recipe;
  readonly rows: readonly JsonValue[] | undefined;
} {
  const value = jsonIn(textOf(path), path);
  const parsed = recipeField.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new CommandEnd(
      EXIT.error,
      `${path} is no recipe of a sample, at /${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'not valid'}.`,
    );
  }
  const rows = typeof value === 'object' && value !== null && 'rows' in value ? value.rows : undefined;
  return { recipe: parsed.data, rows: rows !== undefined && isJson(rows) && isList(rows) ? rows : undefined };
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function jsonIn(text: string, where: string): JsonValue {
  try {
    const value: unknown = JSON.parse(text);
    if (isJson(value)) return value;
  } catch (cause) {
    throw new CommandEnd(EXIT.error, `${where} is not JSON: ${cause instanceof Error ? cause.message : ''}`);
  }
  throw new CommandEnd(EXIT.error, `${where} is not JSON.`);
}

function isJson(value: unknown): value is JsonValue {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  return typeof value === 'object' && Object.values(value).every(isJson);
}
