// Ids of Annex A as people write them: 5.1, A.5.1, A 5.1, A5.1, A.5.01 (2022) and A.5.1.1 (2013).
import { textAt, type GridCell } from '../../tables/index.ts';

export type AnnexEdition = '2022' | '2013';

/** An id that a cell begins with; `rest` is what stands behind it, often the title. */
export interface WrittenId {
  readonly id: string;
  readonly edition: AnnexEdition;
  readonly rest: string;
}

/** `ids` has more than one member where a spreadsheet kept 5.10 as the number 5.1, which may be either. */
export interface IdCell {
  readonly ids: readonly string[];
  readonly edition: AnnexEdition;
  readonly rest: string;
}

const WRITTEN =
  /^(?:iso(?:\s*\/\s*iec)?\s*2700[12](?::\d{4})?\s*[,:–-]?\s*)?(?:annex\s+|control\s+|anhang\s+)?(?:a[\s._-]*)?(\d{1,2})\.(\d{1,2})(?:\.(\d{1,2}))?\.?(?=$|\s(?!%)|[:;,(–-])/iu;

/**
 * Reads the id that a text begins with, as `A.5.1` or `A.5.1.1`; which ids there are is for the catalogue to say.
 * @returns undefined for a text that begins with none, or that holds several: a range is not one control
 */
export function readControlId(text: string): WrittenId | undefined {
  const said = text.trim();
  const found = WRITTEN.exec(said);
  if (found === null) return undefined;
  const [whole, theme, second, third] = found;
  const rest = said.slice(whole.length).replace(/^[\s:;,–-]+/u, '');
  if (ANOTHER.test(rest)) return undefined;
  const numbers = [theme, second, third].filter((each) => each !== undefined).map(Number);
  return { id: `A.${numbers.join('.')}`, edition: numbers.length === 3 ? '2013' : '2022', rest };
}

/** Reads one cell of a table; only ids that the catalogue has are given. */
export function idAt(
  cells: readonly GridCell[] | undefined,
  column: number,
  catalogue: ReadonlySet<string>,
): IdCell | undefined {
  const text = textAt(cells, column);
  const { number } = cells?.[column] ?? {};
  // A decimal comma makes an id of a number, and of nothing else.
  const written = readControlId(number === true ? text.replace(',', '.') : text);
  if (written === undefined) return undefined;
  const { id, edition, rest } = written;
  const ids = [id, ...(number === true && /^\d+[.,]\d$/u.test(text) ? [`${id}0`] : [])].filter((each) =>
    catalogue.has(each),
  );
  return ids.length === 0 ? undefined : { ids, edition, rest };
}

const ANOTHER = /(?:^|[\s(])(?:a[\s.]*)?\d{1,2}\.\d{1,2}(?=$|[\s).,;])(?!\s*%)/iu;
