// CSV that a spreadsheet opens without running it: cells that look like formulas are quoted as text.
// OWASP "CSV injection": = + - @, tab and carriage return at the start of a cell, full-width forms too.

const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A table as CSV (RFC 4180) with a header line. */
export function csvText(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** The text, or with a quotation mark before it where a spreadsheet would run it. */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A number is no formula, even below 0. */
function cell(text: string | number): string {
  if (typeof text === 'number') return String(text);
  const safe = harmless(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
