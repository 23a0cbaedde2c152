// Problems of the statement of applicability and of obligations: a part of the one table in problems.ts.

export const SOA_PROBLEMS = {
  'soa.no_framework': {
    status: 409,
    title: 'ISO/IEC 27001:2022 is not in use',
    cause: 'A statement of applicability is about the controls of Annex A of the edition that is answered.',
    remedy: 'Add `iso27001:2022` to the frameworks of the organisation.',
  },
  'soa.row_not_found': {
    status: 404,
    title: 'No such row',
    cause:
      'Annex A has no control of this id, and no control of the company has it either; or the control answers a row of Annex A, which is decided there.',
    remedy: '`GET /v1/orgs/{org}/soa` lists the rows.',
  },
  'soa.row_not_excludable': {
    status: 422,
    title: 'Only controls of Annex A are left out',
    cause:
      'A control from elsewhere stands in the statement because it is necessary; Annex A does not ask for it.',
    remedy: 'Say that the row is undecided to take it back, or change the treatment that needs it.',
  },
  'soa.blocked': {
    status: 409,
    title: 'The statement cannot be approved yet',
    cause: 'It breaks rules that an approval waits for; `errors` names each row and rule with its remedy.',
    remedy: 'Mend them, or see them all with `assay soa lint`.',
  },
  'soa.version_not_found': {
    status: 404,
    title: 'No such version',
    cause: 'No version of the statement of applicability has this id, or none was approved yet.',
    remedy: '`GET /v1/orgs/{org}/soa/versions` lists them.',
  },
  'obligation.not_found': {
    status: 404,
    title: 'No such obligation',
    cause: 'The register of obligations has no such id.',
    remedy: '`GET /v1/orgs/{org}/obligations` lists them; add it first.',
  },
} as const;
