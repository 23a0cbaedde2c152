// The controls that a cell of a register names: ids of Annex A, and codes such as C-07.
import type { GridCell } from '../../tables/index.ts';

const ANNEX = /(?<![\p{L}\p{N}.])(?:A[\s.]?)?(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)(?![\p{N}]|\.\d|\s?%)/giu;
const CODE = /(?<![\p{L}\p{N}-])[A-Z]{1,5}-\d{1,4}(?![\p{L}\p{N}])/gu;

/**
 * The ids that are known to the catalogue, as `A.5.1`, and codes as they stand, in their order.
 * @returns undefined for a number that may have lost a zero: 5.1 may have been 5.10
 */
export function controlsIn(
  cell: GridCell | undefined,
  catalogue: ReadonlySet<string>,
): readonly string[] | undefined {
  const text = cell?.text ?? '';
  if (cell?.number === true && catalogue.has(`A.${text}0`)) return undefined;
  const found = [...text.matchAll(ANNEX)]
    .map((each) => ({ at: each.index, id: idOf(each[1] ?? '') }))
    .filter(({ id }) => catalogue.has(id));
  const codes = [...text.matchAll(CODE)].map((each) => ({ at: each.index, id: each[0] }));
  return [...new Set([...found, ...codes].toSorted((a, b) => a.at - b.at).map(({ id }) => id))];
}

function idOf(numbers: string): string {
  return `A.${numbers.split('.').map(Number).join('.')}`;
}
