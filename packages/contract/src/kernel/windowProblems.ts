// Problems of windows, schedules and exclusions: a part of the one table in problems.ts, which checks them.

export const WINDOW_PROBLEMS = {
  'window.not_found': {
    status: 404,
    title: 'No such window',
    cause: 'There is no saved window of this id, or no Type II examination is set so that none is current.',
    remedy:
      '`GET /v1/orgs/{org}/windows` lists them; set the examination in the settings to have a current one.',
  },
  'window.fixed': {
    status: 409,
    title: 'This window is not changed here',
    cause:
      'The current examination belongs to the settings of the organisation, and a window that is closed or runs is not dropped.',
    remedy: 'Change the examination in the settings; close a window instead of dropping it.',
  },
  'window.period': {
    status: 422,
    title: 'Not a period for a window',
    cause: 'It ends before it begins, or is longer or shorter than a window can be.',
    remedy:
      'A window that runs has 3 to 15 months; a plan may be shorter, and is told what is wrong with it.',
  },
  'window.no_control': {
    status: 404,
    title: 'The control is not in this window',
    cause:
      'The control is not in the set, was not in force, or stands in the line of the one that replaced it.',
    remedy: 'Read the window: it lists its controls, and whom each replaced.',
  },
  'window.no_day': {
    status: 404,
    title: 'The day is not in this window',
    cause: 'A window has the days from its first up to the day before its end.',
    remedy: 'Ask for a day inside it.',
  },
  'schedule.invalid': {
    status: 422,
    title: 'The schedule cannot be',
    cause:
      'Two cadences begin on one day, two scopes have one name, a life ends before it begins, or a name leads nowhere.',
    remedy: '`errors` names each place; the schedule of the control lists its scopes.',
  },
  'exclusion.not_found': {
    status: 404,
    title: 'No such exclusion',
    cause: 'There is no exclusion of this id.',
    remedy: '`GET /v1/orgs/{org}/exclusions` lists them.',
  },
  'exclusion.ended': {
    status: 409,
    title: 'The exclusion has ended',
    cause: 'It ended by itself, or would end before it began.',
    remedy: 'Nothing needs to be done: its days count again.',
  },
  'bearing.not_linked': {
    status: 409,
    title: 'The evidence is not linked to that control',
    cause: 'What evidence says in a window is said for a control that it is linked to.',
    remedy: 'Link the evidence to the control first.',
  },
} as const;
