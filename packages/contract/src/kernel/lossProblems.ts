// Problems of risk in money: a part of the one table in problems.ts, which checks them.

export const LOSS_PROBLEMS = {
  'losses.refused': {
    status: 422,
    title: 'That cannot be estimated so',
    cause:
      'An interval that ends before it begins, a probability above 1, what remains without a treatment or above what was, a tolerance that does not fall, a closed risk.',
    remedy: 'The detail says what is in the way, and the pointer where.',
  },
  'losses.too_long': {
    status: 422,
    title: 'The simulation takes too long',
    cause: 'So many years of so many risks are not done within the time that a call has.',
    remedy: 'Ask for fewer years; a hundred thousand tell a loss of one year in a thousand.',
  },
} as const;
