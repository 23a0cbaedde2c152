// Problems of the risk method and the register: a part of the one table in problems.ts, which checks them.

export const RISK_PROBLEMS = {
  'risk.not_found': {
    status: 404,
    title: 'No such risk',
    cause: 'The register holds no risk under this id.',
    remedy: 'List the risks; closed ones are there, too.',
  },
  'risk.refused': {
    status: 422,
    title: 'That cannot be said of the risk',
    cause:
      'The method or what was said before speaks against it: a step off the scale, an acceptance without authority or for too long, what remains without a re-assessment, a closed risk.',
    remedy: 'The detail says what is in the way; assess, treat or name another person or day.',
  },
  'risk_method.invalid': {
    status: 422,
    title: 'The method does not hold together',
    cause: 'A grid with holes, a level that falls with a worse step, or a bound that is none of the levels.',
    remedy: 'Each fault is listed with its place in the method.',
  },
} as const;
