// Problems of populations: a part of the one table in problems.ts, which checks them.

export const POPULATION_PROBLEMS = {
  'population.not_found': {
    status: 404,
    title: 'No such population',
    cause: 'This organisation has no population of that id.',
    remedy: 'List the populations; ids look like P-3.',
  },
  'population.column_unknown': {
    status: 422,
    title: 'The table has no such column',
    cause: 'The mapping names a column that the header of the table does not have.',
    remedy: 'Name columns exactly as the draft lists them.',
  },
  'population.too_large': {
    status: 422,
    title: 'The list is too long for one population',
    cause: 'A population holds at most 200,000 rows, so that it can be drawn from and compared as a whole.',
    remedy: 'Split the list by time, one population for each part.',
  },
  'population.frozen': {
    status: 409,
    title: 'The population is frozen',
    cause: 'A frozen population never changes; auditors and samples rely on that.',
    remedy: 'Bring a new list and freeze it in the place of this one.',
  },
  'population.not_frozen': {
    status: 409,
    title: 'The population is a draft',
    cause: 'Only a frozen population is compared with a second source or drawn from.',
    remedy: 'Freeze it first.',
  },
  'population.incomplete': {
    status: 422,
    title: 'Where the list comes from is not told',
    cause: 'An auditor relies on a list only when source, query, range, maker and time are known.',
    remedy: 'Say what the detail names, then freeze it.',
  },
  'population.unreadable': {
    status: 422,
    title: 'Some rows cannot be read',
    cause: 'A list of which rows are left out is no population.',
    remedy: 'Mend the file or the mapping; the draft names the rows.',
  },
  'population.not_superseded': {
    status: 409,
    title: 'It cannot take that one’s place',
    cause: 'Only a frozen population of the same kind and scope that nothing has replaced can be superseded.',
    remedy: 'Name the newest population of the same kind, or freeze without replacing one.',
  },
} as const;
