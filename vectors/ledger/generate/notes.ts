// Cases about signatures, verifier keys and signed checkpoints.
import { checkpointOf, KEY, keyIdOf, keyOfSeed, OTHER, signatureLine, verifierKeyOf } from './keys.ts';
import { flipped, sha256 } from './naive.ts';

const NAME = 'assay.local/org_vectors';
const ROOT = sha256('a root');
const HEAD = { origin: NAME, size: 42, root: ROOT };
/** Order of the group of Ed25519. */
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
/** RFC 8032 section 7.1, tests 1 to 3: seed, public key, message, signature. */
const RFC8032 = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const;

export function signatures(): object[] {
  const facts = RFC8032.map(([seed, key, message, signature], i) => {
    const own = keyOfSeed(Buffer.from(seed, 'hex'));
    if (
      own.raw.toString('hex') !== key ||
      own.sign(Buffer.from(message, 'hex')).toString('hex') !== signature
    )
      throw new Error('RFC 8032 is not what this machine computes');
    return { title: `RFC 8032 section 7.1, test ${i + 1}`, key, message, signature, expect: true };
  });
  const message = Buffer.from('what was signed').toString('hex');
  const good = KEY.sign('what was signed');
  const claim = { key: KEY.raw.toString('hex'), message, signature: good.toString('hex'), expect: false };
  const wrong = (title: string, change: object): object => ({ title, ...claim, ...change });
  const bits = [0, 7, 255, 256, 300, 503].map((bit) =>
    wrong(`bit ${bit} of the signature is turned`, { signature: flipped(good, bit).toString('hex') }),
  );
  return [
    ...facts,
    wrong('a good signature', { expect: true }),
    ...bits,
    wrong('of another message', { message: Buffer.from('what was not signed').toString('hex') }),
    wrong('by another key', { key: OTHER.raw.toString('hex') }),
    wrong('S is not reduced: S plus the order of the group', { signature: unreduced(good).toString('hex') }),
    wrong('the signature is all zero', { signature: '00'.repeat(64) }),
    wrong('R is no point of the curve', { signature: `${'02'.padEnd(64, '0')}${claim.signature.slice(64)}` }),
    wrong('one byte short', { signature: claim.signature.slice(2) }),
    wrong('one byte long', { signature: `${claim.signature}00` }),
    wrong('the key is one byte short', { key: claim.key.slice(2) }),
    wrong('the key is no point of the curve', { key: '02'.padEnd(64, '0') }),
  ];
}

/** The same signature with S + L: mathematically valid, refused by RFC 8032 section 5.1.7. */
function unreduced(signature: Buffer): Buffer {
  const s = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + L;
  const bytes = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse();
  return Buffer.concat([signature.subarray(0, 32), bytes]);
}

const key = verifierKeyOf(NAME, KEY.raw);
const body = `${NAME}\n42\n${ROOT.toString('base64')}\n`;
const note = checkpointOf(HEAD);
const [line = ''] = note.split('\n\n').slice(1);
const good = { key, expect: { origin: NAME, size: 42, root: ROOT.toString('hex') } };
const holds = (title: string, text: string, change: object = {}): object => ({
  title,
  ...good,
  note: text,
  ...change,
});
const malformed = (title: string, text: string): object => ({
  title,
  key,
  note: text,
  expect: 'checkpoint.malformed',
});
const unsigned = (title: string, text: string, own = key): object => ({
  title,
  key: own,
  note: text,
  expect: 'checkpoint.signature',
});
const badKey = (title: string, own: string): object => ({ title, key: own, note, expect: 'key.malformed' });
const signed = (text: string): string => `${text}\n${signatureLine(text, NAME, KEY)}`;
const witness = signatureLine(body, 'witness.example/w', OTHER);
const id = keyIdOf(NAME, KEY.raw);
const blob = (bytes: Uint8Array): string => `\u2014 ${NAME} ${Buffer.from(bytes).toString('base64')}\n`;
const lineOf = (b64: string): string => `\u2014 ${NAME} ${b64}\n`;
const encoded = line.slice(3 + NAME.length, -1);

export function checkpoints(): object[] {
  return [...signedHeads(), ...unsignedHeads(), ...malformedHeads(), ...badKeys()];
}

function signedHeads(): object[] {
  return [
    holds('a signed head', note),
    holds('an empty tree', checkpointOf({ ...HEAD, size: 0, root: sha256() }), {
      expect: { origin: NAME, size: 0, root: sha256().toString('hex') },
    }),
    holds('the largest size', checkpointOf({ ...HEAD, size: 2 ** 53 - 1 }), {
      expect: { origin: NAME, size: 2 ** 53 - 1, root: ROOT.toString('hex') },
    }),
    holds('a witness has signed behind', `${note}${witness}`),
    holds('a witness has signed in front', `${body}\n${witness}${line}`),
    holds(
      'somebody else’s signature under our name is another key’s',
      `${body}\n${signatureLine(body, NAME, OTHER)}${line}`,
    ),
    holds(
      'an unknown key with a signature of another length',
      `${note}\u2014 pq.example/w ${Buffer.alloc(900, 7).toString('base64')}\n`,
    ),
  ];
}

function unsignedHeads(): object[] {
  return [
    unsigned(
      'two signatures of the key, the first wrong',
      `${body}\n${blob(Buffer.concat([id, Buffer.alloc(64)]))}${line}`,
    ),
    unsigned(
      'two signatures of the key, the second wrong',
      `${note}${blob(Buffer.concat([id, Buffer.alloc(64)]))}`,
    ),
    unsigned('the size was changed', note.replace('\n42\n', '\n43\n')),
    unsigned(
      'the root was changed',
      note.replace(ROOT.toString('base64'), sha256('other').toString('base64')),
    ),
    unsigned('the origin was changed, and the name with it', note.replaceAll(NAME, 'assay.local/org_other')),
    unsigned('the origin was changed alone', note.replace(NAME, 'assay.local/org_other')),
    unsigned('signed by another key under our name', checkpointOf(HEAD, OTHER)),
    unsigned(
      'another key’s signature with our key id',
      `${body}\n${blob(Buffer.concat([id, OTHER.sign(body)]))}`,
    ),
    unsigned(
      'our signature with another key id',
      `${body}\n${blob(Buffer.concat([Buffer.alloc(4), KEY.sign(body)]))}`,
    ),
    unsigned('the verifier key is another', note, verifierKeyOf(NAME, OTHER.raw)),
    unsigned('the verifier key has another name', note, verifierKeyOf('assay.local/org_other', KEY.raw)),
    unsigned('only a witness has signed', `${body}\n${witness}`),
    unsigned(
      'our signature is one byte short',
      `${body}\n${blob(Buffer.concat([id, KEY.sign(body)]).subarray(0, 67))}`,
    ),
    unsigned(
      'signed without the last newline',
      `${body}\n${blob(Buffer.concat([id, KEY.sign(body.slice(0, -1))]))}`,
    ),
  ];
}

function malformedHeads(): object[] {
  return [
    malformed('no blank line', note.replace('\n\n', '\n')),
    malformed('no signature', `${body}\n`),
    malformed('no last newline', note.slice(0, -1)),
    malformed('nothing', ''),
    malformed('a hyphen for the dash', note.replace('\u2014', '-')),
    malformed('two spaces before the signature', note.replace(` ${encoded}`, `  ${encoded}`)),
    malformed('a word behind the signature', note.replace(encoded, `${encoded} x`)),
    malformed('a signature of the key id alone', `${body}\n${blob(id)}`),
    malformed(
      'a signature in unpadded base64',
      `${body}\n${lineOf(
        Buffer.concat([id, KEY.sign(body)])
          .subarray(0, 67)
          .toString('base64')
          .replaceAll('=', ''),
      )}`,
    ),
    malformed('a signature in URL base64', `${body}\n${lineOf('-_-_-_-_')}`),
    malformed(
      'base64 with stray bits',
      `${body}\n${lineOf(`${encoded.slice(0, -2)}${encoded.endsWith('A=') ? 'B=' : 'B='}`)}`,
    ),
    malformed('an extension line', signed(`${body}more\n`)),
    malformed('an empty line in the text', signed(`${NAME}\n\n42\n${ROOT.toString('base64')}\n`)),
    malformed('no root', signed(`${NAME}\n42\n`)),
    malformed('a leading zero in the size', signed(`${NAME}\n042\n${ROOT.toString('base64')}\n`)),
    malformed('a sign before the size', signed(`${NAME}\n+42\n${ROOT.toString('base64')}\n`)),
    malformed('a size with a fraction', signed(`${NAME}\n42.0\n${ROOT.toString('base64')}\n`)),
    malformed('digits that are not ASCII', signed(`${NAME}\n٤٢\n${ROOT.toString('base64')}\n`)),
    malformed('a size beyond 2^53 - 1', signed(`${NAME}\n9007199254740992\n${ROOT.toString('base64')}\n`)),
    malformed('a root of 31 bytes', signed(`${NAME}\n42\n${ROOT.subarray(1).toString('base64')}\n`)),
    malformed('a root in hexadecimal', signed(`${NAME}\n42\n${ROOT.toString('hex')}\n`)),
    malformed('Windows line ends', note.replaceAll('\n', '\r\n')),
    malformed('a space behind the size', signed(`${NAME}\n42 \n${ROOT.toString('base64')}\n`)),
    malformed('an empty origin', signed(`\n42\n${ROOT.toString('base64')}\n`)),
    malformed('an origin with a space', signed(`assay local\n42\n${ROOT.toString('base64')}\n`)),
  ];
}

function badKeys(): object[] {
  return [
    badKey('the key’s id is not that of the key', key.replace(/\+[0-9a-f]{8}\+/, '+00000000+')),
    badKey('the key has no id', `${NAME}+${Buffer.concat([Uint8Array.of(1), KEY.raw]).toString('base64')}`),
    badKey(
      'the key is of another type',
      `${NAME}+${keyIdOf(NAME, KEY.raw, 2).toString('hex')}+${Buffer.concat([Uint8Array.of(2), KEY.raw]).toString('base64')}`,
    ),
    badKey(
      'the key is one byte short',
      `${NAME}+${keyIdOf(NAME, KEY.raw.subarray(1)).toString('hex')}+${Buffer.concat([Uint8Array.of(1), KEY.raw.subarray(1)]).toString('base64')}`,
    ),
    badKey('the key is nothing', ''),
  ];
}
