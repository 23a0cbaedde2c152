// A population's id as a person may write it.

/** `p3`, `P-3` and `3` are the same. */
export function codeOf(text: string): string {
  const digits = /^(?:p-?)?0*(\d{1,9})$/i.exec(text.trim())?.[1];
  return digits === undefined ? text : `P-${digits}`;
}
