// Kinds of the ledger’s entries that tell of access.

/** By what they tell of. */
export const ACCESS_ENTRIES = {
  member: 'member.changed',
  role: 'role.changed',
  invitation: 'invitation.changed',
  token: 'token.changed',
  sign_in: 'sign_in.changed',
  provisioned: 'provisioned.changed',
  group: 'group.changed',
  ending: 'ending.changed',
  transfer: 'transfer.changed',
} as const;
