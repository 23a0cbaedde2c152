// Looks a foreign word up in a table of ours; a file may say `constructor`, which every object has.

/** The entry for exactly this word; undefined when the table does not list it. */
export function meaningOf<T>(table: Readonly<Record<string, T>>, word: string | undefined): T | undefined {
  return word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
}
