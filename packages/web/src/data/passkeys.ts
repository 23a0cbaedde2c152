// Passkeys in the browser: the question that the server asked goes to the authenticator, its answer goes back.
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { ApiFailure, api, take } from './api.ts';

export const hasPasskeys = browserSupportsWebAuthn();

export async function signInWithPasskey(): Promise<void> {
  const { id, question } = take(await api['sign_in.passkey_question']({}));
  const answer = await startAuthentication({ optionsJSON: requestOf(question) });
  take(await api['sign_in.passkey']({ body: { id, answer: plain(answer) } }));
}

export async function makePasskey(name: string): Promise<void> {
  const { id, question } = take(await api['account.passkey_question']({}));
  const answer = await startRegistration({ optionsJSON: creationOf(question) });
  take(await api['account.passkey_add']({ body: { id, name, answer: plain(answer) } }));
}

export async function stepUpWithPasskey(): Promise<void> {
  const { id, question } = take(await api['account.step_up_question']({}));
  const answer = await startAuthentication({ optionsJSON: requestOf(question) });
  take(await api['account.step_up']({ body: { id, answer: plain(answer) } }));
}

/** Why it did not work, for whoever tried: a browser says little on purpose. */
export function passkeyProblem(cause: unknown): string {
  if (cause instanceof ApiFailure) return cause.failure.detail;
  return 'No passkey was used: it was cancelled, took too long, or this device has none for this address.';
}

/** As the contract takes it: extensions are not asked for, and none are sent. */
function plain<R extends object>(answer: {
  readonly id: string;
  readonly rawId: string;
  readonly response: R & { readonly clientDataJSON: string };
}) {
  const { id, rawId, response } = answer;
  return {
    id,
    rawId,
    type: 'public-key' as const,
    response: {
      ...Object.fromEntries<unknown>(Object.entries(response)),
      clientDataJSON: response.clientDataJSON,
    },
    clientExtensionResults: {},
  };
}

interface Question {
  readonly challenge: string;
  readonly [field: string]: unknown;
}

function isRequest(question: Question): question is Question & PublicKeyCredentialRequestOptionsJSON {
  return typeof question['rpId'] === 'string';
}
function isCreation(question: Question): question is Question & PublicKeyCredentialCreationOptionsJSON {
  return typeof question['rp'] === 'object' && typeof question['user'] === 'object';
}

function requestOf(question: Question): PublicKeyCredentialRequestOptionsJSON {
  if (isRequest(question)) return question;
  throw new Error('the server asked for no passkey');
}
function creationOf(question: Question): PublicKeyCredentialCreationOptionsJSON {
  if (isCreation(question)) return question;
  throw new Error('the server asked for no new passkey');
}
