// Problems of tasks, digests and calendar feeds: a part of the one table in problems.ts, which checks them.

export const WORK_PROBLEMS = {
  'task.not_found': {
    status: 404,
    title: 'No such task',
    cause: 'Nothing asks for it: its reason may have gone, and the task with it.',
    remedy: 'List the tasks; one that is not there is done.',
  },
  'task.closes_by_data': {
    status: 409,
    title: 'The task closes by the state of data',
    cause:
      'Only a task that a person typed in is closed by hand; every other is open as long as its reason is.',
    remedy: 'Do what it asks for, snooze it with a reason, or hand it to somebody.',
  },
  'task.done': {
    status: 409,
    title: 'The task is done',
    cause: 'It was closed by hand or by evidence before.',
    remedy: 'Reopen it, if it was closed by hand.',
  },
  'task.snooze_passed': {
    status: 422,
    title: 'The snooze would be over already',
    cause: 'A snooze ends on a day that is still to come, a year from now at the latest.',
    remedy: 'Name a later day.',
  },
  'feed.not_found': {
    status: 404,
    title: 'No such address',
    cause: 'The address was never given, was revoked, or its holder left the organisation.',
    remedy: 'Make a new calendar feed, or change the digest in Settings.',
  },
  'mail.failed': {
    status: 502,
    title: 'The mail could not be sent',
    cause: 'The mail server refused it or did not answer.',
    remedy: 'Look at the mail settings that the server was started with, and send again: nobody gets two.',
  },
} as const;
