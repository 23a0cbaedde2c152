// Ids of Annex A as people write them: 5.1, A.5.1, A 5.1, A5.1 (2022) and A.5.1.1 (2013).

export type AnnexEdition = '2022' | '2013';

// ISO/IEC 27001:2022 Annex A: how many controls each of its four themes has, 93 together.
const CONTROLS_2022: ReadonlyMap<number, number> = new Map([
  [5, 37],
  [6, 8],
  [7, 14],
  [8, 34],
]);
const WRITTEN = /^(?:annex\s+)?(?:a[\s.]*)?(\d{1,2})\.(\d{1,2})(?:\.(\d{1,2}))?\.?(?=$|\s(?!%)|[:–-])/iu;

/**
 * Reads the id that a text begins with, as `A.5.1` or `A.5.1.1`.
 * @returns undefined if no control of either edition can be meant. Whether the 2013 edition has that very control is
 *   for the catalogue to say; here its chapters (5 to 18) are checked.
 */
export function readControlId(
  text: string,
): { readonly id: string; readonly edition: AnnexEdition } | undefined {
  const found = WRITTEN.exec(text.trim());
  if (found === null) return undefined;
  const [theme, second, third] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)];
  if (found[3] !== undefined) {
    const known = theme >= 5 && theme <= 18 && second >= 1 && third >= 1;
    return known ? { id: `A.${theme}.${second}.${third}`, edition: '2013' } : undefined;
  }
  const known = second >= 1 && second <= (CONTROLS_2022.get(theme) ?? 0);
  return known ? { id: `A.${theme}.${second}`, edition: '2022' } : undefined;
}
