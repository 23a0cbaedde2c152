// Problems of samples: a part of the one table in problems.ts, which checks them.

export const SAMPLE_PROBLEMS = {
  'sample.not_found': {
    status: 404,
    title: 'No such sample',
    cause: 'The organisation has no sample of this id.',
    remedy: 'List the samples; ids look like S-3.',
  },
  'sample.not_drawable': {
    status: 422,
    title: 'The sample cannot be drawn',
    cause: 'Size, seed or population do not allow this draw; the detail says which.',
    remedy: 'Choose a size of at most the population, larger than what was drawn; a seed has 1 to 256 bytes.',
  },
  'sample.voided': {
    status: 409,
    title: 'The sample is void',
    cause: 'Somebody voided it with a reason; it stays as it was and takes nothing more.',
    remedy: 'Work on another draw, or draw again; each draw is shown with its number.',
  },
  'sample.item_not_found': {
    status: 422,
    title: 'The sheet has no such place',
    cause: 'The item’s number or the attribute’s letter is not in this sample.',
    remedy: 'Read the sample again; items count from 1, attributes are letters.',
  },
  'sample.item_changed': {
    status: 409,
    title: 'Somebody tested the item meanwhile',
    cause: 'The item has a later revision than the one that was sent; nothing was recorded.',
    remedy: 'Read the sample again and decide with both results before you.',
  },
  'sample.too_large_for_workbook': {
    status: 422,
    title: 'It does not fit a workbook',
    cause: 'A workbook holds 1,048,575 rows and 32,767 characters in a cell, and nothing may be cut off.',
    remedy: 'Export the recipe with its rows as JSON.',
  },
  'sample_profile.not_found': {
    status: 404,
    title: 'No such sample profile',
    cause: 'No profile of this name comes along, and the organisation has none.',
    remedy: 'List the sample profiles, or make one of this name.',
  },
  'sample_profile.reserved': {
    status: 409,
    title: 'The name is taken',
    cause: 'A profile of this name comes along, or the name means a size without a profile.',
    remedy: 'Give your own profile another name; it may begin as a copy.',
  },
  'sample_profile.invalid': {
    status: 422,
    title: 'The rule gives no size',
    cause:
      'A sample profile must give a size for every population; the detail names the first place that keeps it from that.',
    remedy: 'Mend that place and send it again; nothing was changed.',
  },
} as const;
