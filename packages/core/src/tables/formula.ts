// Texts that a spreadsheet would run when it is given them back (OWASP, CSV injection).

/** A formula, or a command behind a sign; "- none" and "+49 40" are neither. */
const FORMULA = /^\s*(?:=|[+@-]\s*\p{L}[\p{L}\p{N}_.]*\s*[(|!])/u;

export function isFormula(text: string): boolean {
  return FORMULA.test(text);
}
