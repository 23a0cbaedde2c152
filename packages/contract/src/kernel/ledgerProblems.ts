// Problems of the ledger: a part of the one table in problems.ts, which checks them.

export const LEDGER_PROBLEMS = {
  'ledger.entry_not_found': {
    status: 404,
    title: 'No such ledger entry',
    cause: 'The ledger holds no entry of this index or for this record.',
    remedy: 'List the entries, or wait for the next checkpoint when the record is new.',
  },
  'ledger.size_unknown': {
    status: 422,
    title: 'The ledger never had that size',
    cause: 'A consistency proof is made between two sizes that the ledger has had.',
    remedy: 'Take `from` of a checkpoint that you kept and `to` of the newest.',
  },
  'ledger.inconsistent': {
    status: 500,
    title: 'The ledger contradicts its last signed checkpoint',
    cause: 'Something was changed behind Assay’s back, so it refuses to sign a new head.',
    remedy: 'Keep the data as it is, run `assay verify`, and restore from a backup.',
  },
} as const;
