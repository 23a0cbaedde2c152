// What is printed says what the API says, in every format, and nothing in it is read as markup.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { documentMarkdown, parseInstant, type Instant, type PrintedDocument } from '@assay/core';
import { unzip } from '../../testing/zip.ts';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';
import { typeset } from '../../platform/typeset/typeset.ts';

const at = (text: string): Instant => {
  const instant = parseInstant(text);
  if (!instant) throw new Error(text);
  return instant;
};

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const hostile: PrintedDocument = {
  title: '#panic() [Title] $x$ <b>',
  organisation: 'Łódź & Ökosystem "GmbH"',
  version: 'version 2',
  classification: 'Internal',
  standing: { state: 'draft' },
  made: at('2026-01-05T09:00:00Z'),
  blocks: [
    { kind: 'heading', level: 1, text: '= not a heading #import "x"' },
    { kind: 'paragraph', text: '*plain* _plain_ `plain` #read("/etc/passwd")' },
    { kind: 'note', text: '{{variable}}' },
    { kind: 'list', ordered: true, items: ['one', '#eval("1")'] },
    { kind: 'facts', rows: [['Owner', '#sys.inputs']] },
    { kind: 'table', caption: 'A | B', header: ['a', 'b'], rows: [['1|2', 'x\ny']] },
  ],
};

describe('a printed document', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    await house.organisation('alpha');
  });
  afterAll(() => house.close());
  const get = (path: string) => send(house, 'GET', `/v1/orgs/alpha/documents${path}`, { headers: OWNER });

  it('is listed with the things of which there is one each', async () => {
    const listed = z
      .object({ data: z.array(z.object({ name: z.string(), of: z.array(z.object({ id: z.string() })) })) })
      .parse(await (await get('')).json());
    const posture = listed.data.find(({ name }) => name === 'posture');
    expect(posture?.of.map(({ id }) => id)).toEqual(['iso27001:2022', 'soc2:2017']);
  });

  it('holds a row for every requirement that the posture has, and its state', async () => {
    const posture = z
      .object({
        data: z.array(z.object({ requirements: z.array(z.object({ id: z.string(), state: z.string() })) })),
      })
      .parse(
        await (
          await send(house, 'GET', '/v1/orgs/alpha/posture?framework=iso27001:2022', { headers: OWNER })
        ).json(),
      );
    const printed = z
      .object({
        blocks: z.array(z.object({ kind: z.string(), rows: z.array(z.array(z.string())).optional() })),
      })
      .parse(await (await get('/posture?of=iso27001:2022&format=json')).json());
    const rows = printed.blocks.flatMap(({ kind, rows: cells }) => (kind === 'table' ? (cells ?? []) : []));
    expect(rows.map(([id, , , state]) => `${id ?? ''} ${state ?? ''}`).toSorted(inOrder)).toEqual(
      posture.data[0]?.requirements
        .map(({ id, state }) => `${id} ${state.replaceAll('_', ' ')}`)
        .toSorted(inOrder),
    );
  });

  it('comes as PDF, Word and Markdown under a name that says what it is', async () => {
    for (const [format, magic] of [
      ['pdf', '%PDF-'],
      ['docx', 'PK'],
      ['md', '# '],
    ] as const) {
      const answer = await get(`/control-set?format=${format}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-disposition')).toContain(`alpha-control-set-`);
      expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, magic.length)).toBe(magic);
    }
  });

  it('is refused by name when there is none, or when it is not said of what', async () => {
    const refusals = await Promise.all(
      ['/nothing', '/posture', '/posture?of=soc2:1999'].map(async (path) => {
        const answer = await get(path);
        const { code, detail } = z
          .object({ code: z.string(), detail: z.string() })
          .parse(await answer.json());
        return [answer.status, code, detail.includes('iso27001:2022')];
      }),
    );
    expect(refusals).toEqual([
      [404, 'document.not_found', false],
      [422, 'document.of_unknown', true],
      [422, 'document.of_unknown', true],
    ]);
  });
});

describe('hostile words', () => {
  it('are set as they stand, and the same document gives the same PDF', async () => {
    const [first, second] = await Promise.all([
      typeset({ document: hostile, format: 'pdf' }),
      typeset({ document: hostile, format: 'pdf' }),
    ]);
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    expect(Buffer.from(first).toString('latin1')).toContain('/MarkInfo');
  });

  it('stand in the Word file as text', async () => {
    const parts = await unzip(Buffer.from(await typeset({ document: hostile, format: 'docx' })));
    expect(parts.get('word/document.xml')?.toString()).toContain('#read(&quot;/etc/passwd&quot;)');
  });

  it('stay text in Markdown', () => {
    const text = documentMarkdown(hostile);
    expect(text).toContain('\\*plain\\* \\_plain\\_ \\`plain\\`');
    expect(text).toContain('| 1\\|2 | x y |');
  });
});
