// Problems of internal audits: a part of the one table in problems.ts, which checks them.

export const AUDIT_PROBLEMS = {
  'audit.not_found': {
    status: 404,
    title: 'No such audit',
    cause: 'There is no internal audit of this id.',
    remedy: '`GET /v1/orgs/{org}/audits` lists them.',
  },
  'audit.invalid': {
    status: 422,
    title: 'The audit cannot be so',
    cause:
      'Its scope is empty, names something twice or what is not there, a day lies wrong, or a result contradicts itself.',
    remedy: '`errors` names each place.',
  },
  'audit.not_independent': {
    status: 409,
    title: 'The auditor would audit their own work',
    cause: 'Controls within the scope are owned by the auditor (ISO/IEC 27001 9.2.2 b).',
    remedy: 'Name another auditor, leave those requirements to another audit, or correct the owner.',
  },
  'audit.line_not_found': {
    status: 404,
    title: 'The requirement is not in the scope',
    cause: 'The checklist has a line for each requirement of the scope, and none for this one.',
    remedy: 'Change the scope of the audit first.',
  },
  'audit.unfinished': {
    status: 409,
    title: 'The audit is not finished',
    cause: 'Lines of its checklist say nothing yet.',
    remedy: 'Say what was seen of each, or that it was not audited and why.',
  },
  'audit.reported': {
    status: 409,
    title: 'The audit is reported',
    cause: 'What management was told does not change.',
    remedy: 'Plan another audit; findings go on by themselves.',
  },
} as const;
