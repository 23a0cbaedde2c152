// Problems of auditors' rooms: a part of the one table in problems.ts, which checks them.

export const ROOM_PROBLEMS = {
  'room.not_found': {
    status: 404,
    title: 'No such room',
    cause: 'The organisation has no room of this id.',
    remedy: '`GET /v1/orgs/{org}/rooms` lists them.',
  },
  'room.invalid': {
    status: 422,
    title: 'The engagement contradicts itself',
    cause:
      'The period ends before it begins, a Type I has more than a day, or the room ends before its period.',
    remedy: '`errors` names each place; mend all of them and send it again.',
  },
  'room.ended': {
    status: 409,
    title: 'The room has ended',
    cause: 'What was released into it stays as it is; nothing is added and nobody is invited.',
    remedy:
      'Open a room for the next engagement. A room that ran out by its last day alone can be prolonged.',
  },
  'room.closed': {
    status: 403,
    title: 'The room is closed',
    cause: 'Its last day is over, or the organisation ended it.',
    remedy: 'Ask whoever invited you, if there is more to look at.',
  },
  'room.second_factor': {
    status: 403,
    title: 'A room is entered with a factor of your own',
    cause:
      'You signed in by a link or by a password alone; a room needs a passkey, or a password with a one-time code.',
    remedy: 'Add a passkey in your account, sign out, and sign in with it.',
  },
  'room.free_mail': {
    status: 422,
    title: 'The address is with a free provider',
    cause: 'Anybody can have such an address; it says nothing of an audit firm.',
    remedy: 'Take their business address, or say in `because` how you know that this one is theirs.',
  },
  'room.outside': {
    status: 422,
    title: 'It does not belong into this room',
    cause:
      'It is of another framework, of days outside of the period, or bears on none of the room’s controls.',
    remedy: '`errors` names each; a room of another engagement may be its place.',
  },
  'room.released': {
    status: 409,
    title: 'It is released already',
    cause: 'The same thing is in the room, exactly as it stands now.',
    remedy: 'Leave it out; when it changes, it can be released again.',
  },
  'room.release_not_found': {
    status: 404,
    title: 'Nothing of this id is in the room',
    cause: 'It was never released into this room, or it was taken back.',
    remedy: 'Read the room again for what is in it.',
  },
  'room.viewed': {
    status: 409,
    title: 'It was viewed already',
    cause: 'Somebody of the audit firm has opened it; what was seen cannot be unseen.',
    remedy: 'Say in a shared comment what is wrong with it, and release what is right.',
  },
  'room.no_file': {
    status: 404,
    title: 'It has no file',
    cause: 'This thing is shown whole on its page; there are no bytes behind it.',
    remedy: 'Read the thing itself.',
  },
  'room.auditor_not_found': {
    status: 404,
    title: 'Nobody of this id is in the room',
    cause: 'They hold nothing in this room, and no open invitation to it.',
    remedy: 'List the room’s auditors and take one of their ids.',
  },
} as const;
