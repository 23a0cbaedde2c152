// Problems of the management system's records: a part of the one table in problems.ts, which checks them.

export const ISMS_PROBLEMS = {
  'isms.not_found': {
    status: 404,
    title: 'No such record',
    cause: 'The management system has no record of this id.',
    remedy: '`GET /v1/orgs/{org}/isms` lists them.',
  },
  'isms.exists': {
    status: 409,
    title: 'The record is there already',
    cause: 'A company has one context, one list of parties and of roles, and one scope for each framework.',
    remedy: 'Write its next version.',
  },
  'isms.other_kind': {
    status: 422,
    title: 'The record is of another kind',
    cause:
      'A record keeps its kind; only objectives are measured, only feedback is withdrawn, and only management reviews are closed.',
    remedy: 'Look at the record, or add a new one of the other kind.',
  },
  'isms.incomplete': {
    status: 422,
    title: 'The record lacks something',
    cause: 'A remark on it blocks its approval or its closing.',
    remedy: '`errors` names each; mend them all and try again.',
  },
  'isms.approved': {
    status: 409,
    title: 'This version is approved already',
    cause: 'A version is approved once.',
    remedy: 'Write its next version, if there is something to change.',
  },
  'isms.closed': {
    status: 409,
    title: 'The management review is closed',
    cause: 'What was closed does not change, but for the days on which its actions are done.',
    remedy: 'Hold another review.',
  },
  'isms.withdrawn': {
    status: 409,
    title: 'It is withdrawn already',
    cause: 'What a party is said to have said is withdrawn once.',
    remedy: 'Record it as an entry of its own, if it was said after all.',
  },
  'isms.in_future': {
    status: 422,
    title: 'Its day has not come',
    cause: 'Nothing is measured or closed before its day.',
    remedy: 'Mend the day, or wait for it.',
  },
} as const;
