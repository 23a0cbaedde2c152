// Columns that are kept under their headings, beside the fields of a record: a heading may be called as a field is.

/** The columns as fields of their own; none takes the place of a field that is called the same. */
export function keptFields(custom: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(custom).map(([heading, text]) => [`column ${heading}`, text]);
}
