// What a browser answered to a passkey’s question, read from what was sent: the library’s shapes, nothing more.
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';

const text = z.string().max(40_000);
const both = {
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
};

const registration = z.object({
  ...both,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z
      .array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']))
      .optional(),
  }),
});
const authentication = z.object({
  ...both,
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.optional(),
  }),
});

export function registrationIn(sent: unknown): RegistrationResponseJSON | undefined {
  const read = registration.safeParse(sent).data;
  if (!read) return undefined;
  const { transports, ...response } = read.response;
  return { ...read, response: transports === undefined ? response : { ...response, transports } };
}

export function authenticationIn(sent: unknown): AuthenticationResponseJSON | undefined {
  const read = authentication.safeParse(sent).data;
  if (!read) return undefined;
  const { userHandle, ...response } = read.response;
  return { ...read, response: userHandle === undefined ? response : { ...response, userHandle } };
}
