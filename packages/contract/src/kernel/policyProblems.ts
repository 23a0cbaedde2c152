// Problems of policies: a part of the one table in problems.ts, which checks them.

export const POLICY_PROBLEMS = {
  'policy.not_found': {
    status: 404,
    title: 'No such policy',
    cause: 'There is no policy of this code, or not in this version.',
    remedy: 'List the policies; make one from a template or from a text of your own.',
  },
  'policy.template_not_found': {
    status: 404,
    title: 'No such template',
    cause: 'The catalogue holds no policy template of this code.',
    remedy: 'List the templates.',
  },
  'policy.exists': {
    status: 409,
    title: 'The policy is there already',
    cause: 'A policy carries the code of the template that it was made from, and each template is used once.',
    remedy: 'Change the policy that is there, or add one with a text of your own.',
  },
  'policy.invalid': {
    status: 422,
    title: 'The policy cannot be so',
    cause: 'It names a requirement, a control or a variable that is not there; nothing was written.',
    remedy: '`errors` names each by JSON Pointer; mend them and send it again.',
  },
  'policy.unfilled': {
    status: 409,
    title: 'The policy has open places',
    cause: 'Nobody approves a text in which variables are still to be filled.',
    remedy: 'Give each variable in `errors` a value, or write the text without it.',
  },
  'policy.approved': {
    status: 409,
    title: 'The version is approved already',
    cause: 'A version is approved once.',
    remedy: 'Publish it, or change the text, which begins a new draft.',
  },
  'policy.not_approved': {
    status: 409,
    title: 'The version is not approved',
    cause: 'Only an approved version is published.',
    remedy: 'Let somebody approve it first.',
  },
  'policy.published': {
    status: 409,
    title: 'The version is in force already',
    cause: 'A version is published once.',
    remedy: 'Change the text, which begins a new draft, and let it be approved.',
  },
  'policy.retired': {
    status: 409,
    title: 'The policy is retired',
    cause: 'It ended with this version, and nothing happens to it any more.',
    remedy: 'Change its text, which begins a new draft.',
  },
  'policy.file_unreadable': {
    status: 422,
    title: 'The file is no policy',
    cause: 'It is no DOCX, PDF or Markdown, it is damaged, protected or too large, or it holds no text.',
    remedy: 'The detail says what is wrong; save it again without a password, or send its text.',
  },
  'policy.not_in_force': {
    status: 409,
    title: 'No version is in force',
    cause: 'People confirm the version in force, and none was published yet.',
    remedy: 'Approve and publish the policy first.',
  },
  'policy.no_proof': {
    status: 422,
    title: 'The proof is missing',
    cause: 'Who records that somebody else confirmed a policy says where that is proved.',
    remedy: 'Send `proof`, for example where the signed sheet lies.',
  },
} as const;
