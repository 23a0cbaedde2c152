// C2SP signed notes: a text and the Ed25519 signatures under it, in a form that other tools read too.
import { concatBytes, fromBase64, fromHex, toBase64, toHex, toUtf8 } from './bytes.ts';
import { sameHash, type Sha256 } from './hash.ts';

/** Signature type of Ed25519 in C2SP signed-note. */
const ED25519 = 1;
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const ID_BYTES = 4;
/** C2SP asks for at least 16; witnesses may add theirs to a checkpoint that somebody kept. */
const MOST_SIGNATURES = 100;
const NAME = /^[^\s+]+$/;
/** Refused by C2SP, as is text without UTF-8: control characters other than newline. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

/** A note taken apart, its signatures still unverified. */
export interface Note {
  /** The signed text, with its last newline. */
  readonly body: string;
  readonly signatures: readonly {
    readonly name: string;
    readonly keyId: Uint8Array;
    readonly bytes: Uint8Array;
  }[];
}

/** A key that somebody trusts, and its name. */
export interface NamedKey {
  readonly name: string;
  readonly publicKey: Uint8Array;
}

export interface Signer {
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

export type VerifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** Key id: first four bytes of SHA-256(name || 0x0A || 0x01 || public key). */
function keyId(key: NamedKey, sha256: Sha256): Uint8Array {
  return sha256(concatBytes([utf8(key.name), Uint8Array.of(10, ED25519), key.publicKey])).subarray(
    0,
    ID_BYTES,
  );
}

/** C2SP verifier key: `name+keyid+base64(0x01 || key)`. */
export function verifierKey(key: NamedKey, sha256: Sha256): string {
  const encoded = toBase64(concatBytes([Uint8Array.of(ED25519), key.publicKey]));
  return `${key.name}+${toHex(keyId(key, sha256))}+${encoded}`;
}

/** Reads a verifier key; undefined when it is malformed, of another type, or its id is not that of the key. */
export function parseVerifierKey(text: string, sha256: Sha256): NamedKey | undefined {
  const [, name = '', id = '', encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? [];
  const bytes = fromBase64(encoded);
  const claimed = fromHex(id);
  if (!bytes || !claimed || bytes.length !== KEY_BYTES + 1 || bytes[0] !== ED25519) return undefined;
  const key = { name, publicKey: bytes.subarray(1) };
  return sameHash(keyId(key, sha256), claimed) ? key : undefined;
}

/** Signs a text that ends with a newline. */
export function signNote(
  body: string,
  by: { readonly name: string; readonly signer: Signer },
  sha256: Sha256,
): string {
  const id = keyId({ name: by.name, publicKey: by.signer.publicKey }, sha256);
  const signature = by.signer.sign(utf8(body));
  return `${body}\n\u2014 ${by.name} ${toBase64(concatBytes([id, signature]))}\n`;
}

/** Takes a note apart; undefined when it is not one. */
export function splitNote(text: string): Note | undefined {
  const cut = text.lastIndexOf('\n\n');
  if (cut < 0 || !text.isWellFormed() || CONTROL.test(text)) return undefined;
  const lines = text.slice(cut + 2).split('\n');
  if (lines.pop() !== '' || lines.length === 0 || lines.length > MOST_SIGNATURES) return undefined;
  const signatures = [];
  for (const line of lines) {
    const [dash, name = '', encoded = '', more] = line.split(' ');
    const blob = fromBase64(encoded);
    if (dash !== '\u2014' || !NAME.test(name) || more !== undefined || !blob || blob.length <= ID_BYTES)
      return undefined;
    signatures.push({ name, keyId: blob.subarray(0, ID_BYTES), bytes: blob.subarray(ID_BYTES) });
  }
  return { body: text.slice(0, cut + 1), signatures };
}

/** The text of a note that this key signed. Other keys' signatures are ignored; a wrong one of this key refuses. */
export function openNote(
  text: string,
  key: NamedKey,
  ports: { readonly sha256: Sha256; readonly verify: VerifySignature },
): string | undefined {
  const note = splitNote(text);
  if (!note) return undefined;
  const id = keyId(key, ports.sha256);
  const own = note.signatures.filter((each) => each.name === key.name && sameHash(each.keyId, id));
  const message = utf8(note.body);
  const holds = own.every(
    ({ bytes }) => bytes.length === SIGNATURE_BYTES && ports.verify(key.publicKey, message, bytes),
  );
  return own.length > 0 && holds ? note.body : undefined;
}

/** Bodies and names are well formed: they are checked where they are made or read. */
function utf8(text: string): Uint8Array {
  return toUtf8(text) ?? new Uint8Array(0);
}
