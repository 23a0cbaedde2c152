// Columns as spreadsheets name them: A, B … Z, AA.

/** Place of a column from 0; undefined for a text that names none. */
export function columnIndex(letters: string): number | undefined {
  if (!/^[a-z]{1,3}$/iu.test(letters)) return undefined;
  return (
    Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  );
}

/** A column's letters, from its place. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}
