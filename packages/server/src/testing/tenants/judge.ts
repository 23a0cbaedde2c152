// Fires an attack and holds the answer against the rules: nothing of another organisation in any byte, no agreement to
// what is not there, no fault of the server.
import { inflateSync } from 'node:zlib';
import { send, type House } from '../house.ts';
import { unzip } from '../zip.ts';
import type { Attack } from './attacks.ts';

export interface Breach {
  readonly rule: string;
  readonly way: string;
  readonly request: string;
  readonly role: string;
  readonly status: number;
  readonly answer: string;
}

/** Fires one attack; `names` are the short names of all organisations, which stand in every text that is theirs. */
export async function fire(
  house: House,
  attack: Attack,
  names: readonly string[],
): Promise<readonly Breach[]> {
  const response = await send(house, attack.method, attack.path, {
    headers: { ...attack.actor.headers, ...attack.headers },
    ...(attack.body === undefined ? {} : { body: attack.body }),
    ...(attack.bytes === undefined ? {} : { bytes: attack.bytes }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const head = JSON.stringify([...response.headers]);
  const text = withoutEcho(head + (await readable(bytes)), attack);
  const mayRead = ownersOf(attack);
  const leaked = names.filter((name) => !mayRead.includes(name) && text.includes(name));
  const breach = (rule: string): Breach => ({
    rule,
    way: attack.way,
    request: `${attack.id} ${attack.method} ${attack.path}`,
    role: `${attack.actor.role} of ${attack.actor.home}`,
    status: response.status,
    answer: text.slice(head.length, head.length + 300),
  });
  return [
    ...leaked.map((name) => breach(`shows something of ${name}`)),
    ...(response.status >= 500 ? [breach('a fault of the server')] : []),
    ...(attack.allowed && !attack.allowed.includes(response.status)
      ? [breach(`should have been ${attack.allowed.join(' or ')}`)]
      : []),
    ...(attack.way === 'stranger' && response.status === 404 && !text.includes('organisation.not_found')
      ? [breach('tells a stranger more than that there is no such organisation')]
      : []),
    ...(attack.way === 'header' && response.headers.has('idempotency-replayed')
      ? [breach('gives an answer that was kept for another organisation')]
      : []),
  ];
}

/** Whose texts an answer may hold: those of the organisation of the address, for its members. */
function ownersOf(attack: Attack): readonly string[] {
  const named = /^\/v1\/(?:orgs|calendar|unsubscribe)\/([^/?]+)/.exec(attack.path)?.[1];
  if (named === undefined) return attack.actor.member;
  return attack.actor.member.filter((name) => name === named);
}

/** What the caller said themselves is no leak, wherever it is repeated. */
function withoutEcho(text: string, attack: Attack): string {
  const [bare = '', query = ''] = attack.path.split('?');
  const said = [
    attack.path,
    bare,
    ...bare.split('/').filter((part) => part.length > 4),
    ...new URLSearchParams(query).values(),
    ...textsIn(attack.body),
    ...Object.values(attack.headers),
  ];
  const forms = said.flatMap((each) => [each, decoded(each), JSON.stringify(decoded(each)).slice(1, -1)]);
  return forms
    .filter((form) => form.length > 3)
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, form) => left.replaceAll(form, ''), text);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** The words of an answer: what a ZIP or a workbook holds, what a PDF's streams hold, or the text itself. */
async function readable(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    const parts = await Promise.all(
      [...(await unzip(bytes))].map(async ([name, part]) => name + (await readable(part))),
    );
    return parts.join('\n');
  }
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return pdfText(bytes);
  return bytes.toString('utf8');
}

/** Streams of a PDF, unpacked. */
function pdfText(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].map((match) => {
    const from = match.index + match[0].length;
    try {
      return inflateSync(bytes.subarray(from, text.indexOf('endstream', from))).toString('latin1');
    } catch {
      return '';
    }
  });
  return text + streams.join('\n');
}
