// Problems of access: who belongs, who gives what, how people sign in.

export const ACCESS_PROBLEMS = {
  'access.member_not_found': {
    status: 404,
    title: 'No such member',
    cause: 'Nobody with this id belongs to the organisation.',
    remedy: 'List the members and take one of their ids.',
  },
  'access.transfer_none': {
    status: 404,
    title: 'Nobody is proposed',
    cause: 'There is no open proposal of ownership, or it is not yours to end.',
    remedy: 'Ask an owner to propose you.',
  },
  'access.transfer_self': {
    status: 409,
    title: 'It takes two persons',
    cause: 'Ownership passes from one person to another: nobody proposes or accepts themselves.',
    remedy: 'The one who was proposed accepts.',
  },
  'access.transfer_open': {
    status: 409,
    title: 'Somebody is proposed already',
    cause: 'There is one proposal of ownership at a time, and it is open still.',
    remedy: 'Take it back first, or wait until its days are over.',
  },
  'access.transfer_void': {
    status: 409,
    title: 'The proposal holds no more',
    cause: 'Whoever proposed does not own the organisation any more.',
    remedy: 'Ask somebody who owns it today.',
  },
  'access.transfer_expired': {
    status: 409,
    title: 'The proposal is too old',
    cause: 'A proposal of ownership is accepted within seven days.',
    remedy: 'Ask to be proposed again.',
  },
  'access.already_owner': {
    status: 409,
    title: 'An owner already',
    cause: 'Who was named owns the organisation already.',
    remedy: 'Nothing is to be done.',
  },
  'access.no_way_in': {
    status: 409,
    title: 'They have no way in of their own',
    cause: 'An owner signs in with a password or passkey of their own.',
    remedy: 'They set one in their account; then propose them.',
  },
  'organisation.demo': {
    status: 409,
    title: 'A demo organisation ends at once',
    cause: 'Nothing in a demo organisation is anybody’s, so nobody waits for its end.',
    remedy: 'Delete it: `DELETE /v1/orgs/{org}`, or `assay org delete`.',
  },
  'organisation.name_differs': {
    status: 400,
    title: 'That is not its name',
    cause: 'An organisation is ended by somebody who types its name, so that the wrong one is not.',
    remedy: 'Type the name as the settings of the organisation say it.',
  },
  'organisation.ending': {
    status: 409,
    title: 'It is to end already',
    cause: 'An owner asked before that the organisation ends; the day that was said then stands.',
    remedy: 'Take that back first, if another day is meant.',
  },
  'organisation.not_ending': {
    status: 409,
    title: 'It is not to end',
    cause: 'Nobody asked that the organisation ends, or that was taken back.',
    remedy: 'Nothing is to be done.',
  },
  'access.viewing': {
    status: 409,
    title: 'Nobody looks at this in another role',
    cause:
      'Only the owner of a local server looks at its demo organisations as one of their members does, from a page that they have signed in to.',
    remedy: 'Begin a demo organisation on a server that was started without `--team`.',
  },
  'access.already_member': {
    status: 409,
    title: 'Already a member',
    cause: 'Somebody with this address belongs to the organisation already.',
    remedy: 'Change what they hold instead of inviting them.',
  },
  'access.cannot_grant': {
    status: 403,
    title: 'You can give only what you hold',
    cause: 'Somebody was to get, or to lose, a right that you do not hold yourself.',
    remedy: 'Ask somebody who holds it; an owner holds everything but what is an auditor’s.',
  },
  'access.last_owner': {
    status: 409,
    title: 'The last owner stays',
    cause: 'After the change nobody would own the organisation.',
    remedy: 'Make somebody else an owner first.',
  },
  'access.role_not_given': {
    status: 400,
    title: 'The role is not given this way',
    cause:
      'Auditors are invited into the room of an engagement; a buyer is no member; an organisation is owned as a whole.',
    remedy: 'Choose another role, or another reach.',
  },
  'access.role_not_found': {
    status: 404,
    title: 'No such role',
    cause:
      'The id is that of no role of the table and of none that the organisation made, or of one that was ended.',
    remedy: 'List the roles and take one of their ids.',
  },
  'access.role_exists': {
    status: 409,
    title: 'The role exists',
    cause: 'Another role has this title.',
    remedy: 'Choose another title.',
  },
  'access.role_held': {
    status: 409,
    title: 'Somebody holds the role',
    cause: 'A role that somebody holds, or was invited with, cannot be ended.',
    remedy: 'Give its holders another role first.',
  },
  'access.invitation_not_found': {
    status: 404,
    title: 'No open invitation',
    cause: 'There is no such invitation, or it was accepted, withdrawn or has expired.',
    remedy: 'Ask whoever invited you for a new one.',
  },
  'access.token_not_found': {
    status: 404,
    title: 'No such token',
    cause: 'There is no such token, or it is somebody else’s and you may not end those.',
    remedy: 'List the tokens and take one of their ids.',
  },
  'access.team_only': {
    status: 409,
    title: 'This server has one owner',
    cause:
      'Accounts are for servers that were started with `--team`; this one knows only the owner of its machine.',
    remedy: 'Start it with `assay serve --team`; nothing is lost.',
  },
  'access.sign_in': {
    status: 401,
    title: 'The sign-in did not succeed',
    cause:
      'Address and password, or the passkey, belong to nobody here, or to somebody who is disabled. Which of them is not said.',
    remedy: 'Try again, use another way, or ask an admin of your organisation for a link.',
  },
  'access.too_many_tries': {
    status: 429,
    title: 'Too many tries',
    cause: 'This account was tried more often than a person would within a minute.',
    remedy: 'Wait a minute. Nobody is locked out for longer.',
  },
  'access.password_refused': {
    status: 400,
    title: 'The password cannot be used',
    cause:
      'It has fewer than twelve characters, names its owner, or stands on the list of passwords that are tried first.',
    remedy:
      'Take a longer one: any letters, spaces too, fifteen or more; no kinds of characters are asked for.',
  },
  'access.email_taken': {
    status: 409,
    title: 'The address is in use',
    cause: 'Another account has this e-mail address.',
    remedy: 'Sign in with that account, or use another address.',
  },
  'access.passkey_refused': {
    status: 400,
    title: 'The passkey was not accepted',
    cause:
      'Its answer does not belong to what was asked, comes from another origin, or did not verify its user.',
    remedy: 'Try again from this page; the question is good for five minutes.',
  },
  'access.passkey_not_found': {
    status: 404,
    title: 'No such passkey',
    cause: 'You have no passkey with this id.',
    remedy: 'Look at your account for those that you have.',
  },
  'access.session_not_found': {
    status: 404,
    title: 'No such session',
    cause: 'You have no session with this id; it may have ended.',
    remedy: 'Look at your account for those that are open.',
  },
  'access.last_way': {
    status: 409,
    title: 'The last way to sign in stays',
    cause: 'Without it you could not sign in any more.',
    remedy: 'Add another passkey, or a password, first.',
  },
  'access.code': {
    status: 400,
    title: 'The code is not the one',
    cause: 'It belongs to another half minute, was used already, or the clock of the device is wrong.',
    remedy: 'Wait for the next code, or use a recovery code.',
  },
  'access.codes_kept': {
    status: 409,
    title: 'An authenticator is set up already',
    cause: 'An account has one authenticator at a time.',
    remedy: 'Give it up on the page of your account, then set up the other.',
  },
  'access.codes_none': {
    status: 404,
    title: 'No authenticator is set up',
    cause: 'The account has none, or none whose first code was shown.',
    remedy: 'Set one up on the page of your account.',
  },
  'access.address_none': {
    status: 409,
    title: 'There is no address to write to',
    cause: 'The account has no e-mail address.',
    remedy: 'Give it one first.',
  },
  'access.person_not_found': {
    status: 404,
    title: 'Nobody of this id or address',
    cause: 'No account of this server has it.',
    remedy: 'Take the id or address from assay member list.',
  },
  'access.step_up': {
    status: 403,
    title: 'Show once more who you are',
    cause: 'This asks for a password or passkey that was given within the last five minutes.',
    remedy: 'Confirm with your passkey or password, then do it again.',
  },
} as const;
