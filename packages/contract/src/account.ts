// One’s own account: how one signs in, what is open in one’s name; and the ways in for those who are not yet.
import { z } from 'zod';
import { roleHeldOut } from './access.ts';
import { emailField, instantOut } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const password = z.string().min(1).max(512).describe('any characters; twelve at least');
const nameField = z.string().trim().min(1).max(120);
const secretField = z.string().min(20).max(200);

/** What a browser answers to a passkey’s question (Web Authentication, level 3); newer browsers say more. */
const passkeyAnswer = z.looseObject({
  id: z.string().max(1400),
  rawId: z.string().max(1400),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string().max(4000) }),
  clientExtensionResults: z.looseObject({}),
});
/** What a browser is asked, as it takes it. */
const passkeyQuestion = z.looseObject({ challenge: z.string() });

const signedIn = z.strictObject({ state: z.literal('signed_in') });
/** What was shown first is enough, or a code is asked for. */
const entered = z.discriminatedUnion('state', [
  signedIn,
  z.strictObject({
    state: z.literal('second_factor'),
    id: z.string().describe('names the question that waits five minutes for a code'),
  }),
]);
const codeField = z
  .string()
  .trim()
  .min(6)
  .max(40)
  .describe('six digits of an authenticator, or a recovery code');
const recoveryOut = z.strictObject({
  recovery_codes: z.array(z.string()).describe('each signs in once; shown now and not again'),
});

export const accountOut = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    password: z.strictObject({ changed_at: instantOut }).nullable(),
    passkeys: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        created_at: instantOut,
        used_at: instantOut.nullable(),
        backed_up: z
          .boolean()
          .describe('kept by a service of its maker, so that losing the device loses nothing'),
      }),
    ),
    email_verified: z.boolean().describe('whether a letter that was sent there was answered'),
    codes: z
      .strictObject({ confirmed_at: instantOut, recovery_left: z.int() })
      .nullable()
      .describe('the authenticator whose codes are asked for beside the password'),
    sessions: z.array(
      z.strictObject({
        id: z.string(),
        agent: z.string(),
        address: z.string(),
        factors: z.array(z.string()),
        created_at: instantOut,
        seen_at: instantOut,
        expires_at: instantOut,
        this: z.boolean(),
      }),
    ),
    idle_minutes: z.int(),
    stepped_up: z.boolean().describe('whether one has shown within five minutes who one is'),
  })
  .meta({ id: 'Account' });

export const accountRoutes = {
  'sign_in.ways': route({
    method: 'GET',
    path: '/v1/sign-in',
    tag: 'access',
    summary: 'How people sign in to this server',
    permission: 'public',
    returns: z.strictObject({
      mode: z.enum(['local', 'team']),
      ways: z.array(z.enum(['link', 'password', 'passkey', 'mail'])),
    }),
  }),
  'sign_in.password': route({
    method: 'POST',
    path: '/v1/sign-in/password',
    tag: 'access',
    summary: 'Sign in with e-mail address and password',
    permission: 'public',
    body: z.strictObject({ email: emailField, password }),
    returns: entered,
    errors: ['access.sign_in', 'access.too_many_tries', 'access.team_only'],
  }),
  'sign_in.code': route({
    method: 'POST',
    path: '/v1/sign-in/code',
    tag: 'access',
    summary: 'Show the second factor, where one was asked for',
    permission: 'public',
    body: z.strictObject({ id: secretField, code: codeField }),
    returns: signedIn,
    errors: ['access.sign_in', 'access.code', 'access.too_many_tries', 'access.team_only'],
  }),
  'sign_in.letter': route({
    method: 'POST',
    path: '/v1/sign-in/letters',
    tag: 'access',
    summary: 'Mail a link that signs in once',
    about: 'Answered alike whether or not somebody has shown that the address is theirs.',
    permission: 'public',
    status: 204,
    body: z.strictObject({ email: emailField }),
    returns: 'empty',
    errors: ['access.too_many_tries', 'access.team_only'],
  }),
  'sign_in.link': route({
    method: 'POST',
    path: '/v1/sign-in/link',
    tag: 'access',
    summary: 'Sign in with the secret of a mailed link',
    permission: 'public',
    body: z.strictObject({ secret: secretField }),
    returns: entered,
    errors: ['access.sign_in', 'access.team_only'],
  }),
  'sign_in.passkey_question': route({
    method: 'POST',
    path: '/v1/sign-in/passkey/questions',
    tag: 'access',
    summary: 'Ask for a passkey',
    permission: 'public',
    status: 201,
    returns: z.strictObject({ id: z.string(), question: passkeyQuestion }),
    errors: ['access.team_only'],
  }),
  'sign_in.passkey': route({
    method: 'POST',
    path: '/v1/sign-in/passkey',
    tag: 'access',
    summary: 'Sign in with a passkey',
    permission: 'public',
    body: z.strictObject({ id: secretField, answer: passkeyAnswer }),
    returns: signedIn,
    errors: ['access.sign_in', 'access.passkey_refused', 'access.team_only'],
  }),
  'join.look': route({
    method: 'POST',
    path: '/v1/join/look',
    tag: 'access',
    summary: 'What an invitation offers, by the secret of its link',
    permission: 'public',
    body: z.strictObject({ secret: secretField }),
    returns: z.strictObject({
      organisation: z.string(),
      email: z.string(),
      invited_by: z.string(),
      roles: z.array(roleHeldOut),
      expires_at: instantOut,
      known: z.boolean().describe('whether the address has an account here already'),
    }),
    errors: ['access.invitation_not_found', 'access.team_only'],
  }),
  'join.accept': route({
    method: 'POST',
    path: '/v1/join',
    tag: 'access',
    summary: 'Accept an invitation, and sign in',
    about:
      'Without a password a passkey is added next; with an account already, one signs in to it and nothing else is asked.',
    permission: 'public',
    body: z.strictObject({ secret: secretField, name: nameField.optional(), password: password.optional() }),
    returns: z.strictObject({ state: z.enum(['signed_in', 'sign_in_first']), slug: z.string() }),
    errors: [
      'access.invitation_not_found',
      'access.password_refused',
      'access.email_taken',
      'access.team_only',
    ],
  }),
  'join.mine': route({
    method: 'POST',
    path: '/v1/join/mine',
    tag: 'access',
    summary: 'Accept an invitation with the account that is signed in',
    permission: 'signed_in',
    body: z.strictObject({ secret: secretField }),
    returns: z.strictObject({ slug: z.string() }),
    errors: [
      'access.invitation_not_found',
      'access.email_taken',
      'access.already_member',
      'access.team_only',
    ],
  }),
  'account.read': route({
    method: 'GET',
    path: '/v1/account',
    tag: 'access',
    summary: 'One’s own account: ways to sign in, and open sessions',
    permission: 'signed_in',
    returns: accountOut,
  }),
  'account.change': route({
    method: 'PATCH',
    path: '/v1/account',
    tag: 'access',
    summary: 'Change one’s name or address',
    permission: 'signed_in',
    body: z.strictObject({ name: nameField.optional(), email: emailField.optional() }),
    returns: accountOut,
    errors: ['access.email_taken', 'access.step_up'],
  }),
  'account.password': route({
    method: 'PUT',
    path: '/v1/account/password',
    tag: 'access',
    summary: 'Set one’s password; every other session ends',
    permission: 'signed_in',
    body: z.strictObject({ password }),
    returns: accountOut,
    errors: ['access.password_refused', 'access.step_up', 'access.team_only'],
  }),
  'account.passkey_question': route({
    method: 'POST',
    path: '/v1/account/passkeys/questions',
    tag: 'access',
    summary: 'Ask the browser to make a passkey',
    permission: 'signed_in',
    status: 201,
    secret: true,
    returns: z.strictObject({ id: z.string(), question: passkeyQuestion }),
    errors: ['access.team_only', 'access.step_up'],
  }),
  'account.passkey_add': route({
    method: 'POST',
    path: '/v1/account/passkeys',
    tag: 'access',
    summary: 'Keep the passkey that the browser made; every other session ends',
    permission: 'signed_in',
    status: 201,
    body: z.strictObject({ id: secretField, name: nameField, answer: passkeyAnswer }),
    returns: accountOut,
    errors: ['access.passkey_refused', 'access.team_only'],
  }),
  'account.passkey_drop': route({
    method: 'DELETE',
    path: '/v1/account/passkeys/{passkey}',
    tag: 'access',
    summary: 'Give up a passkey; every other session ends',
    permission: 'signed_in',
    params: z.strictObject({ passkey: z.string().max(1400) }),
    returns: accountOut,
    errors: ['access.passkey_not_found', 'access.last_way', 'access.step_up'],
  }),
  'account.codes_begin': route({
    method: 'POST',
    path: '/v1/account/codes',
    tag: 'access',
    summary: 'A secret for an authenticator; nothing asks for codes before the first was shown',
    permission: 'signed_in',
    status: 201,
    secret: true,
    returns: z.strictObject({ secret: z.string(), uri: z.string() }),
    errors: ['access.codes_kept', 'access.step_up', 'access.team_only'],
  }),
  'account.codes_confirm': route({
    method: 'PUT',
    path: '/v1/account/codes',
    tag: 'access',
    summary: 'Show the first code: from now on it is asked for; every other session ends',
    permission: 'signed_in',
    secret: true,
    body: z.strictObject({ code: codeField }),
    returns: recoveryOut,
    errors: ['access.code', 'access.codes_none', 'access.codes_kept', 'access.team_only'],
  }),
  'account.codes_drop': route({
    method: 'DELETE',
    path: '/v1/account/codes',
    tag: 'access',
    summary: 'Give up the authenticator and its recovery codes; every other session ends',
    permission: 'signed_in',
    returns: accountOut,
    errors: ['access.codes_none', 'access.step_up', 'access.team_only'],
  }),
  'account.recovery_renew': route({
    method: 'POST',
    path: '/v1/account/recovery-codes',
    tag: 'access',
    summary: 'New recovery codes; the ones before are worth nothing any more',
    permission: 'signed_in',
    status: 201,
    secret: true,
    returns: recoveryOut,
    errors: ['access.codes_none', 'access.step_up', 'access.team_only'],
  }),
  'account.address_letter': route({
    method: 'POST',
    path: '/v1/account/address/letters',
    tag: 'access',
    summary: 'Mail a link to one’s address that shows whose it is',
    permission: 'signed_in',
    status: 204,
    returns: 'empty',
    errors: ['access.address_none', 'access.too_many_tries', 'access.team_only'],
  }),
  'account.address_verify': route({
    method: 'POST',
    path: '/v1/account/address',
    tag: 'access',
    summary: 'Show that the address is one’s own, by the secret of the mailed link',
    permission: 'signed_in',
    body: z.strictObject({ secret: secretField }),
    returns: accountOut,
    errors: ['access.link_spent', 'access.email_taken', 'access.team_only'],
  }),
  'account.step_up_question': route({
    method: 'POST',
    path: '/v1/account/step-up/questions',
    tag: 'access',
    summary: 'Ask for one of one’s own passkeys again',
    permission: 'signed_in',
    status: 201,
    secret: true,
    returns: z.strictObject({ id: z.string(), question: passkeyQuestion }),
    errors: ['access.team_only'],
  }),
  'account.step_up': route({
    method: 'POST',
    path: '/v1/account/step-up',
    tag: 'access',
    summary: 'Show once more who one is, for five minutes',
    permission: 'signed_in',
    body: z.union([
      z.strictObject({ password, code: codeField.optional() }),
      z.strictObject({ id: secretField, answer: passkeyAnswer }),
    ]),
    returns: accountOut,
    errors: ['access.sign_in', 'access.passkey_refused', 'access.too_many_tries', 'access.team_only'],
  }),
  'account.session_end': route({
    method: 'DELETE',
    path: '/v1/account/sessions/{session}',
    tag: 'access',
    summary: 'End one of one’s sessions, wherever it is open',
    permission: 'signed_in',
    params: z.strictObject({ session: z.string().max(60) }),
    returns: accountOut,
    errors: ['access.session_not_found'],
  }),
  'account.sessions_end': route({
    method: 'DELETE',
    path: '/v1/account/sessions',
    tag: 'access',
    summary: 'End every session but this one',
    permission: 'signed_in',
    returns: accountOut,
  }),
} as const;
