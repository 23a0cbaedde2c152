// Sections of pages that are written from the tables of the code, with links and marks in their cells as they are.

/** A heading and a table. */
export function pageSection(
  title: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [`## ${title}`, '', line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
