// Problems of findings: a part of the one table in problems.ts, which checks them.

export const FINDING_PROBLEMS = {
  'finding.not_found': {
    status: 404,
    title: 'No such finding',
    cause: 'There is no finding of this id.',
    remedy: '`GET /v1/orgs/{org}/findings` lists them.',
  },
  'finding.invalid': {
    status: 422,
    title: 'The record contradicts itself',
    cause:
      'A day lies ahead or before the finding, a sample cannot be, a verdict comes before the action, or something is missing that its kind needs.',
    remedy: '`errors` names each place; mend all of them and send it again.',
  },
  'finding.unknown_reference': {
    status: 422,
    title: 'It refers to what is not there',
    cause: 'A requirement, control, evidence or finding that it names is not in this organisation.',
    remedy: '`errors` names each place; list the controls, the evidence or the framework for the right id.',
  },
  'finding.not_verified': {
    status: 409,
    title: 'The finding cannot be closed yet',
    cause:
      'A nonconformity or an exception is closed when its record is whole and a review found the action effective (ISO/IEC 27001 10.2).',
    remedy: 'Record what the detail names; an observation or an opportunity owes no response.',
  },
  'finding.closed': {
    status: 409,
    title: 'The finding is closed',
    cause: 'What is closed does not change.',
    remedy: 'Open it again with a reason, if there is more to say.',
  },
  'finding.not_closed': {
    status: 409,
    title: 'The finding is open',
    cause: 'Only what was closed is opened again.',
    remedy: 'Go on with its record.',
  },
} as const;
