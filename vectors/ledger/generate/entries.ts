// Cases about canonical JSON and about leaves with their salted commitments. Canonical texts are written out by
// hand here: nothing sorts or prints JSON for them.
import { leafOf, sha256 } from './naive.ts';

/** RFC 8785 appendix B: the bits of a double and its text; null where there is none. */
const NUMBERS: readonly (readonly [string, string | null])[] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['7fffffffffffffff', null],
  ['7ff0000000000000', null],
  ['fff0000000000000', null],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

/** JSON as it comes, and its canonical text. */
const TEXTS: readonly (readonly [string, string, string | null])[] = [
  ['spaces and line ends go', ' { "a" : [ 1 , 2 ] ,\n "b" : { } } ', '{"a":[1,2],"b":{}}'],
  ['words', '[null,true,false]', '[null,true,false]'],
  ['numbers are doubles', '[1.0,1e2,-0,0.1,1E-7,100000000000000000000000]', '[1,100,0,0.1,1e-7,1e+23]'],
  ['whole numbers beyond 2^53 are rounded', '9007199254740993', '9007199254740992'],
  [
    'keys by their UTF-16 units, not by code point',
    '{"\\ufb33":3,"\\ud83d\\ude00":2,"a":1}',
    '{"a":1,"\ud83d\ude00":2,"\ufb33":3}',
  ],
  [
    'the keys of RFC 8785 section 3.2.3',
    '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  ],
  [
    'capital before small letters, digits as text',
    '{"b":1,"B":2,"10":3,"9":4,"":5}',
    '{"":5,"10":3,"9":4,"B":2,"b":1}',
  ],
  ['a shorter key before a longer one', '{"aa":1,"a":2}', '{"a":2,"aa":1}'],
  [
    'escapes that have a short form',
    '"\\u0008\\u0009\\u000a\\u000c\\u000d\\u0022\\u005c\\/"',
    '"\\b\\t\\n\\f\\r\\"\\\\/"',
  ],
  ['other control characters, small hexadecimal', '"\\u0000\\u001F\\u007f"', '"\\u0000\\u001f\u007f"'],
  ['line separators stay', '"\\u2028\\u2029"', '"\u2028\u2029"'],
  ['no normalisation: two spellings stay two', '["\\u00e9","e\\u0301"]', '["\u00e9","e\u0301"]'],
  ['the last code point', '"\\udbff\\udfff"', '"\u{10ffff}"'],
  [
    'a key that languages treat specially',
    '{"__proto__":1,"constructor":2}',
    '{"__proto__":1,"constructor":2}',
  ],
  ['depth', '[[[[{"a":[{}]}]]]]', '[[[[{"a":[{}]}]]]]'],
  ['half of a pair, the first', '"\\ud800"', null],
  ['half of a pair, the second', '"\\udc00 x"', null],
  ['a pair the wrong way round', '"\\ude00\\ud83d"', null],
  ['half of a pair in a key', '{"a":{"\\ud800":1}}', null],
  ['a number that no double holds', '[1e400]', null],
];

export function canonical(): object[] {
  return [
    ...NUMBERS.map(([bits, expect]) => ({ title: `the double ${bits}`, bits, expect })),
    ...TEXTS.map(([title, json, expect]) => ({ title, json, expect })),
  ];
}

export const ORG = 'org_01kx0vectors000000000000001';

export interface Made {
  readonly index: number;
  readonly leaf: string;
  readonly salt: string;
  readonly payload: string;
  readonly artefact: string | null;
}

/** An entry whose leaf is put together by hand, keys in order. */
export function entry(
  index: number,
  given: {
    payload: string;
    artefact?: string;
    subject?: string;
    kind?: string;
    at?: string;
    org?: string;
    trail?: string;
  },
): Made {
  const {
    payload,
    kind = 'evidence.recorded',
    subject = `ev_${index}`,
    at = '2026-06-01T09:00:00.000Z',
    org = ORG,
  } = given;
  const salt = sha256(`salt ${index}`);
  const commit = sha256(salt, sha256(payload)).toString('hex');
  const blob =
    given.artefact === undefined
      ? ''
      : `"blob_commit":"${sha256(salt, Buffer.from(given.artefact, 'hex')).toString('hex')}",`;
  const who =
    given.trail === undefined
      ? '"v":1'
      : `"trail_commit":"${sha256(salt, sha256(given.trail)).toString('hex')}","v":2`;
  return {
    index,
    leaf: `{"at":"${at}",${blob}"commit":"${commit}","kind":"${kind}","org":"${org}","seq":${index},"subject":"${subject}",${who}}`,
    salt: salt.toString('hex'),
    payload,
    artefact: given.artefact ?? null,
    ...(given.trail === undefined ? {} : { trail: given.trail }),
  };
}

export const ARTEFACT = sha256('the bytes of a report').toString('hex');

const plain = entry(7, { payload: '{"title":"Access review"}' });
const withFile = entry(8, {
  payload: '{"by":"Jos\u00e9","title":"\ud83d\udd11 rotated"}',
  artefact: ARTEFACT,
});
const other = entry(9, {
  payload: '{"title":"Backup restored"}',
  artefact: sha256('other').toString('hex'),
});
const WHO =
  '{"actor":"usr_1","actor_name":"Jos\u00e9","address":"192.0.2.7","on_behalf_of":null,"request_id":"req_1","via":"session","via_id":"0011223344556677"}';
const withTrail = entry(10, { payload: '{"title":"Access review"}', trail: WHO });
const right = (title: string, made: object): object => ({ title, org: ORG, entry: made, expect: [] });
const wrong = (title: string, change: object, ...expect: string[]): object => ({
  title,
  org: ORG,
  entry: { ...withFile, ...change },
  expect,
});
const leaf = (text: string): object => ({ leaf: text });
const drop = (text: string): string => withFile.leaf.replace(text, '');

export function entries(): object[] {
  return [...rightEntries(), ...wrongDisclosures(), ...wrongLeaves(), ...wrongTexts(), ...trails()];
}

/** Entries that say who acted and from where: leaves of version 2. */
function trails(): object[] {
  const is = (title: string, change: object, ...expect: string[]): object => ({
    title,
    org: ORG,
    entry: { ...withTrail, ...change },
    expect,
  });
  const text = withTrail.leaf;
  return [
    { ...is('with a trail', {}), leaf_hash: leafOf(text).toString('hex') },
    is('its trail withheld', { trail: null }),
    is('another address', { trail: WHO.replace('192.0.2.7', '192.0.2.8') }, 'trail.commitment'),
    is('a trail with a space', { trail: WHO.replace(',', ', ') }, 'trail.commitment'),
    is('a trail without salt', { salt: null, payload: null }, 'trail.commitment'),
    is('a trail of an entry that commits to none', { ...plain, trail: WHO }, 'trail.commitment'),
    is('a version that has no trail', leaf(text.replace('"v":2', '"v":1')), 'leaf.malformed'),
    is(
      'a version that must have one',
      leaf(text.replace(/"trail_commit":"[0-9a-f]+",/, '')),
      'leaf.malformed',
    ),
  ];
}

function rightEntries(): object[] {
  return [
    { ...right('without an artefact', plain), leaf_hash: leafOf(plain.leaf).toString('hex') },
    {
      ...right('with an artefact, beyond ASCII', withFile),
      leaf_hash: leafOf(withFile.leaf).toString('hex'),
    },
    right('payload withheld', { ...withFile, payload: null }),
    right('salt and all behind it withheld or erased', {
      ...withFile,
      salt: null,
      payload: null,
      artefact: null,
    }),
  ];
}

function wrongDisclosures(): object[] {
  return [
    wrong('another payload', { payload: '{"by":"Jos\u00e9","title":"rotated"}' }, 'payload.commitment'),
    wrong('the payload with a space', { payload: withFile.payload.replace(',', ', ') }, 'payload.commitment'),
    wrong('the payload of another entry', { payload: other.payload }, 'payload.commitment'),
    wrong('an empty payload', { payload: '' }, 'payload.commitment'),
    wrong('another salt', { salt: other.salt }, 'payload.commitment', 'artefact.commitment'),
    wrong(
      'a salt with one bit turned',
      { salt: `${withFile.salt.slice(0, -1)}${withFile.salt.endsWith('0') ? '1' : '0'}` },
      'payload.commitment',
      'artefact.commitment',
    ),
    wrong(
      'a salt one byte short',
      { salt: withFile.salt.slice(2) },
      'payload.commitment',
      'artefact.commitment',
    ),
    wrong('no salt, but a payload', { salt: null, artefact: null }, 'payload.commitment'),
    wrong('no salt, but an artefact', { salt: null, payload: null }, 'artefact.commitment'),
    wrong('another artefact', { artefact: other.artefact }, 'artefact.commitment'),
    wrong('the artefact left out', { artefact: null }, 'artefact.commitment'),
    wrong('the artefact’s hash in capitals', { artefact: ARTEFACT.toUpperCase() }, 'artefact.commitment'),
    {
      title: 'an artefact where none was committed to',
      org: ORG,
      entry: { ...plain, artefact: ARTEFACT },
      expect: ['artefact.commitment'],
    },
    wrong('the index is another', { index: 9 }, 'leaf.place'),
    { ...wrong('the organisation is another', {}, 'leaf.place'), org: 'org_01kx0vectors000000000000002' },
  ];
}

function wrongLeaves(): object[] {
  return [
    wrong('the leaf is not JSON', leaf('nothing'), 'leaf.malformed'),
    wrong('the leaf is a list', leaf('[]'), 'leaf.malformed'),
    wrong('the leaf has a space', leaf(withFile.leaf.replace(':', ': ')), 'leaf.malformed'),
    wrong('the keys are in another order', leaf(`{"v":1,${drop(',"v":1').slice(1)}`), 'leaf.malformed'),
    wrong('a key stands twice', leaf(withFile.leaf.replace('"v":1', '"v":1,"v":1')), 'leaf.malformed'),
    wrong('a key too many', leaf(withFile.leaf.replace('"v":1', '"v":1,"x":1')), 'leaf.malformed'),
    wrong('a key is missing', leaf(drop('"kind":"evidence.recorded",')), 'leaf.malformed'),
    wrong('another version', leaf(withFile.leaf.replace('"v":1', '"v":2')), 'leaf.malformed'),
    wrong('the number is text', leaf(withFile.leaf.replace('"seq":8', '"seq":"8"')), 'leaf.malformed'),
    wrong('the number is negative', leaf(withFile.leaf.replace('"seq":8', '"seq":-8')), 'leaf.malformed'),
    wrong(
      'the number is no whole one',
      leaf(withFile.leaf.replace('"seq":8', '"seq":8.5')),
      'leaf.malformed',
    ),
  ];
}

function wrongTexts(): object[] {
  return [
    wrong(
      'the commitment is null',
      leaf(withFile.leaf.replace(/"commit":"[0-9a-f]+"/, '"commit":null')),
      'leaf.malformed',
    ),
    wrong(
      'the artefact’s commitment is null',
      leaf(withFile.leaf.replace(/"blob_commit":"[0-9a-f]+"/, '"blob_commit":null')),
      'leaf.malformed',
    ),
    wrong(
      'a commitment in capitals',
      leaf(
        withFile.leaf.replace(
          /"commit":"([0-9a-f]+)"/,
          (_, text: string) => `"commit":"${text.toUpperCase()}"`,
        ),
      ),
      'leaf.malformed',
    ),
    wrong(
      'an escape that has no need to be one',
      leaf(withFile.leaf.replace('evidence.', '\\u0065vidence.')),
      'leaf.malformed',
    ),
    wrong('a line end behind the leaf', leaf(`${withFile.leaf}\n`), 'leaf.malformed'),
  ];
}
