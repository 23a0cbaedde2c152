// Policies brought as files, and policies that end: what is kept, what is read, what is refused.
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { OWNER, openHouse, send, type House } from '../../testing/house.ts';

let house: House;
let base: string;
beforeAll(async () => {
  house = await openHouse();
  base = `/v1/orgs/${(await house.organisation('brought')).slug}`;
});
afterAll(() => house.close());

const policySchema = z.looseObject({
  code: z.string(),
  version: z.number(),
  state: z.string(),
  sentence: z.string(),
  text: z.string(),
  sameness: z.unknown(),
  reviewer: z.string().nullable(),
  file: z.looseObject({ sha256: z.string(), media_type: z.string(), size: z.number() }).nullable(),
});
const PDF = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n';

async function stored(
  filename: string,
  bytes: string | Uint8Array,
): Promise<{ artefact: string; filename: string }> {
  const put = await send(house, 'POST', `${base}/artefacts?filename=${filename}`, {
    headers: OWNER,
    bytes: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
  });
  const { sha256 } = z.looseObject({ sha256: z.string() }).parse(await put.json());
  return { artefact: sha256, filename };
}

async function call(method: string, path: string, ...[body, etag]: readonly [object?, string?]) {
  const headers = etag === undefined ? OWNER : { ...OWNER, 'if-match': etag };
  const response = await send(house, method, base + path, {
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const answer: unknown = await response.json();
  return { status: response.status, answer, etag: response.headers.get('etag') ?? '' };
}

async function ok(...asked: Parameters<typeof call>) {
  const { status, answer, etag } = await call(...asked);
  expect([status < 300, answer]).toEqual([true, expect.any(Object)]);
  return { policy: policySchema.parse(answer), etag };
}

async function verified(): Promise<unknown> {
  return (await call('POST', '/ledger/verify', {})).answer;
}

async function wordFile(): Promise<Uint8Array> {
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('Visitors')] }),
          new Paragraph({
            children: [
              new TextRun('Guests of {{company}} wear a '),
              new TextRun({ text: 'badge', bold: true }),
            ],
          }),
          new Paragraph({ text: 'Sign in', bullet: { level: 0 } }),
          new Paragraph({ text: 'Sign out', bullet: { level: 0 } }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

test('a Word document becomes a policy with its text and its file; text that is written here lets the file go', async () => {
  const file = await stored('visitors.docx', await wordFile());
  const made = await ok('POST', '/policies', { title: 'Visitors', file });
  expect(made.policy).toMatchObject({
    code: 'POL-101',
    text: '# Visitors\n\nGuests of {{company}} wear a **badge**\n\n- Sign in\n- Sign out\n',
    missing: ['company'],
    sameness: null,
    file: { sha256: file.artefact, filename: 'visitors.docx' },
  });
  const filled = await ok('PATCH', '/policies/POL-101', { variables: { company: 'Acme' } }, made.etag);
  expect(filled.policy.file?.sha256).toBe(file.artefact);
  const written = await ok('PATCH', '/policies/POL-101', { text: 'Guests wear a badge.' }, filled.etag);
  expect(written.policy.file).toBeNull();
  expect(await verified()).toMatchObject({ ok: true });
});

test('a PDF is kept as a file that is approved, published and confirmed as any other, and replaced by a newer one', async () => {
  const made = await ok('POST', '/policies', { title: 'House rules', file: await stored('house.pdf', PDF) });
  const path = `/policies/${made.policy.code}`;
  expect(made.policy).toMatchObject({ text: '', file: { media_type: 'application/pdf', size: PDF.length } });
  const approved = await ok('POST', `${path}/approve`, { by: 'Ines Duarte', role: 'founder' }, made.etag);
  await ok('POST', `${path}/publish`, { people: ['Tom Berg'] }, approved.etag);
  const { policy, etag } = await ok('POST', `${path}/acknowledgements`, {
    person: 'Tom Berg',
    proof: 'signed sheet',
  });
  expect(policy).toMatchObject({
    state: 'published',
    acknowledged: { numerator: 1, denominator: 1 },
    confirmations: [{ person: 'Tom Berg', proof: 'signed sheet' }],
  });
  const newer = await ok('PATCH', path, { file: await stored('house-2.pdf', `${PDF}%%EOF\n`) }, etag);
  expect(newer.policy).toMatchObject({ version: 2, next: 2, in_force: 1, file: { filename: 'house-2.pdf' } });
  expect((await ok('GET', `${path}?version=1`)).policy.file).toMatchObject({ filename: 'house.pdf' });
  expect(await verified()).toMatchObject({ ok: true });
});

test.each([
  ['bomb.docx', Buffer.from('PK\u0003\u0004 not an archive')],
  ['old.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])],
  ['script.pdf', '%PDF-1.4\n<< /S /JavaScript >>\n%%EOF\n'],
  ['page.md', '<!doctype html><script>alert(1)</script>'],
  ['long.md', 'x\n'.repeat(4000)],
])('%s gives one clear error, and nothing is written', async (filename, bytes) => {
  const before = (await call('GET', '/policies')).answer;
  const refused = await call('POST', '/policies', { title: 'Hostile', file: await stored(filename, bytes) });
  const { type, detail } = z.looseObject({ type: z.string(), detail: z.string() }).parse(refused.answer);
  expect([refused.status, type.endsWith('/policy.file_unreadable'), detail.includes(filename)]).toEqual([
    422,
    true,
    true,
  ]);
  expect((await call('GET', '/policies')).answer).toEqual(before);
});

test('bytes that are not here, and a file beside a text, are refused', async () => {
  const file = { artefact: 'a'.repeat(64), filename: 'x.pdf' };
  expect((await call('POST', '/policies', { title: 'Nothing', file })).status).toBe(404);
  expect((await call('POST', '/policies', { title: 'Both', file, text: 'x' })).status).toBe(400);
  expect((await call('POST', '/policies', { file })).status).toBe(400);
});

test('a retired policy has nothing in force, is listed so, and begins anew when it is written again', async () => {
  const made = await ok('POST', '/policies', { title: 'Parking', text: 'Park in the yard.' });
  const path = `/policies/${made.policy.code}`;
  const approved = await ok('POST', `${path}/approve`, { by: 'Ines Duarte', role: 'founder' }, made.etag);
  const published = await ok('POST', `${path}/publish`, { people: ['Tom Berg'] }, approved.etag);
  const ended = await ok('POST', `${path}/retire`, { because: 'We moved.' }, published.etag);
  expect(ended.policy).toMatchObject({
    state: 'retired',
    in_force: null,
    acknowledged: null,
    retirement: { because: 'We moved.' },
  });
  expect(ended.policy.sentence).toContain('retired');
  expect((await call('POST', `${path}/retire`, { because: 'Again.' }, ended.etag)).status).toBe(409);
  expect((await call('POST', `${path}/acknowledgements`, {})).status).toBe(409);
  const list = z.looseObject({ counts: z.looseObject({ retired: z.number() }) });
  expect(list.parse((await call('GET', '/policies?state=retired')).answer)).toMatchObject({
    counts: { retired: 1 },
    data: [{ title: 'Parking' }],
  });
  const anew = await ok('PATCH', path, { text: 'Park behind the yard.' }, ended.etag);
  expect(anew.policy).toMatchObject({ version: 2, state: 'draft', retirement: null });
  expect(await verified()).toMatchObject({ ok: true });
});
