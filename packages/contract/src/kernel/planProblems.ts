// Problems of the advice and the plan: a part of the one table in problems.ts, which checks them.

export const PLAN_PROBLEMS = {
  'advice.refused': {
    status: 422,
    title: 'That cannot be the situation of a company',
    cause:
      'Shares that do not sum to 100, a day that has passed, negative money, a currency without a rate, a name that stands twice, nobody with any capacity.',
    remedy: 'The detail says what is in the way, and the pointer which field.',
  },
  'advice.figure_unknown': {
    status: 404,
    title: 'No such figure',
    cause: 'The advice rests on no figure under this name.',
    remedy: 'The advice lists its figures; each has a name, a formula and a source.',
  },
  'advice.too_long': {
    status: 422,
    title: 'The advice takes too long',
    cause:
      'An advice on this company is not computed within the time that a call has, or nobody waited for it.',
    remedy: 'Ask again; if it stays so, answer fewer deals and clauses.',
  },
  'plan.changed': {
    status: 409,
    title: 'The plan has changed since it was seen',
    cause:
      'What the plan is made from was changed, a day has passed, or what was looked at was another way or a variant.',
    remedy: 'Read the plan again, look at it, and approve it with its digest.',
  },
  'plan.refused': {
    status: 422,
    title: 'That cannot be planned',
    cause:
      'Tasks that wait for each other, a role that has work and no capacity, a task that the plan does not have, a day that has passed.',
    remedy: 'The detail says what is in the way, and the pointer where.',
  },
  'plan.nothing_chosen': {
    status: 422,
    title: 'There is nothing to plan',
    cause: 'The way that is chosen leads to no credential.',
    remedy: 'Choose another way in the settings of the plan, or ask for one in the query.',
  },
  'plan.baseline_not_found': {
    status: 404,
    title: 'No such approved plan',
    cause: 'No plan was approved under this id, or none at all.',
    remedy: 'List the approved plans; approve the one that stands.',
  },
  'plan.variant_not_found': {
    status: 404,
    title: 'No such variant',
    cause: 'There is no copy of the plan under this id, or it was dropped.',
    remedy: 'List the variants.',
  },
  'plan.too_many_variants': {
    status: 422,
    title: 'There are too many copies of the plan',
    cause: 'All copies are simulated to be held against each other, so there are twenty at most.',
    remedy: 'Drop a copy that is not looked at any more; its history stays.',
  },
  'plan.too_long': {
    status: 422,
    title: 'The simulation takes too long',
    cause: 'So many runs of so large a plan are not done within the time that a call has.',
    remedy: 'Ask for fewer runs; two thousand tell a date to the day.',
  },
} as const;
