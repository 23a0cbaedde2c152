// Problems of statements and registers that are brought as spreadsheets: a part of the one table in problems.ts.

export const KEPT_PROBLEMS = {
  'kept.not_found': {
    status: 404,
    title: 'No such import',
    cause: 'No statement or register was brought under this id.',
    remedy: '`GET /v1/orgs/{org}/kept-imports` lists them.',
  },
  'kept.no_table': {
    status: 422,
    title: 'No table was recognised',
    cause:
      'No sheet holds ids of Annex A beside a column that decides, or no row of headings names a risk and something that rates it.',
    remedy: 'Say which sheet it is, which row has the headings and what the columns are, in `table`.',
  },
  'kept.unreadable': {
    status: 422,
    title: 'The file cannot be read',
    cause: 'It is no workbook and no CSV file, it is broken, or it is more than a table that people keep.',
    remedy: 'Save it as .xlsx or as CSV in UTF-8 and bring that.',
  },
  'kept.too_many_rows': {
    status: 422,
    title: 'Too many rows',
    cause: 'A register that people keep has hundreds of risks; this file has more rows than 2,000.',
    remedy: 'Bring the sheet with the risks alone, or split it.',
  },
  'kept.not_pending': {
    status: 409,
    title: 'It is no dry run any more',
    cause: 'The import was committed or undone already.',
    remedy: 'Bring the file again: a new dry run shows what it would change now.',
  },
  'kept.not_committed': {
    status: 409,
    title: 'There is nothing to undo',
    cause: 'The import was never committed, or it is undone already.',
    remedy: 'A dry run is thrown away; it never counted.',
  },
  'kept.has_errors': {
    status: 409,
    title: 'Some rows cannot stand',
    cause:
      'They name what does not exist, lead round in a circle, or begin as a formula; `errors` names each.',
    remedy: 'Mend the file or the columns, or commit without those rows by `skip_errors`.',
  },
  'kept.nothing_to_change': {
    status: 409,
    title: 'Nothing would change',
    cause: 'All that the file says stands here already.',
    remedy: 'Nothing is to be done.',
  },
  'kept.changed_since': {
    status: 409,
    title: 'Something was changed since',
    cause:
      'A row or a risk that the import wrote was changed later, or is cited by something that came later.',
    remedy: 'Take that change back first, or correct the rows by hand.',
  },
} as const;
