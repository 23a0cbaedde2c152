// Problems of sign-in by a provider, of directories that provision members, and of pipelines that trade their ID token.

export const FEDERATION_PROBLEMS = {
  'federation.no_provider': {
    status: 404,
    title: 'No provider to sign in with',
    cause: 'No organisation of this name or of this e-mail domain signs its people in by a provider.',
    remedy: 'Check what you typed, or use another way to sign in.',
  },
  'federation.provider_unreachable': {
    status: 422,
    title: 'The provider cannot be used',
    cause: 'Its address did not answer, or what it says of itself is not what sign-in needs.',
    remedy: 'Check the issuer: it is the address before /.well-known/openid-configuration.',
  },
  'federation.refused': {
    status: 401,
    title: 'The provider’s answer was not accepted',
    cause:
      'What the provider said was not meant for this sign-in, was not signed by it, is too old, or names nobody by a verified address.',
    remedy:
      'Begin again from the sign-in page. If it stays so, show the detail to whoever runs your provider.',
  },
  'federation.not_joined': {
    status: 403,
    title: 'You do not belong to the organisation',
    cause:
      'The provider knows you, but the organisation lets nobody in by it whose domain it has not shown to be its own, whom no rule gives a role, or whose membership has ended.',
    remedy: 'Ask an admin of the organisation for an invitation.',
  },
  'federation.link_first': {
    status: 409,
    title: 'There is an account with this address',
    cause: 'A member of the organisation has this address without having shown that it is theirs.',
    remedy:
      'Sign in with that account, show under Your account that the address is yours, then sign in by your company again.',
  },
  'federation.domain_not_found': {
    status: 404,
    title: 'No such domain',
    cause: 'The organisation has not named this domain.',
    remedy: 'Add it first.',
  },
  'federation.domain_invalid': {
    status: 400,
    title: 'Not a domain',
    cause: 'A domain has at least two parts of letters, digits and hyphens, such as acme.example.',
    remedy: 'Write what stands behind the @ of your addresses.',
  },
  'federation.domain_taken': {
    status: 409,
    title: 'The domain is another organisation’s',
    cause: 'Another organisation of this server has shown that the domain is its own.',
    remedy: 'Let its owner remove the domain there first.',
  },
  'federation.domain_unproved': {
    status: 409,
    title: 'The record is not there',
    cause: 'The zone of the domain does not hold the TXT record, or not everywhere yet.',
    remedy: 'Add the record that is shown, wait until it has spread, and check again.',
  },
  'federation.pipeline_not_found': {
    status: 404,
    title: 'No such rule',
    cause: 'The organisation has no rule of this id, or it was ended.',
    remedy: 'List the rules and take one of their ids.',
  },
  'federation.pipeline_invalid': {
    status: 400,
    title: 'The rule binds too little',
    cause:
      'A rule names one repository and what of it may run: a ref, an environment or a subject, each once.',
    remedy:
      'Name the claim repository (or project_path) and the claim ref. A star may end a ref such as refs/heads/release/*.',
  },
  'federation.exchange_refused': {
    status: 401,
    title: 'The ID token was not traded',
    cause:
      'It was signed by no issuer of a rule, is not meant for this server, is too old, was traded before, or meets no rule.',
    remedy: 'The detail says which. Ask for the token with this server’s address as its audience.',
  },
  'scim.not_found': {
    status: 404,
    title: 'No such resource',
    cause: 'The directory made no user or group of this id, or deleted it.',
    remedy: 'Look it up by its userName, displayName or externalId.',
  },
  'scim.uniqueness': {
    status: 409,
    title: 'There is one already',
    cause: 'A user of this userName, or a group of this displayName, is there.',
    remedy: 'Find it by a filter and change it.',
  },
  'scim.invalid_filter': {
    status: 400,
    title: 'The filter cannot be read',
    cause: 'It is not written as RFC 7644 section 3.4.2.2 says.',
    remedy: 'Write for example: userName eq "ada@acme.example".',
  },
  'scim.invalid_path': {
    status: 400,
    title: 'The path cannot be read',
    cause: 'It is not written as RFC 7644 section 3.5.2 says.',
    remedy: 'Write for example: emails[type eq "work"].value.',
  },
  'scim.invalid_syntax': {
    status: 400,
    title: 'The change cannot be read',
    cause: 'A change is an add, a replace or a remove.',
    remedy: 'See RFC 7644 section 3.5.2.',
  },
  'scim.invalid_value': {
    status: 400,
    title: 'The value cannot be taken',
    cause:
      'An attribute has a value of another kind, or the address lies in no domain that the organisation has shown to be its own.',
    remedy: 'The detail names the attribute. Domains are shown under Settings, Sign-in.',
  },
  'scim.no_target': {
    status: 400,
    title: 'The path leads nowhere',
    cause: 'The change names a value that is not there.',
    remedy: 'Read the resource first.',
  },
} as const;
