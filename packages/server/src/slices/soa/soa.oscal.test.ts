// The statement of the demo company as OSCAL: by the official schema, with a row for each of its own, and the same each time.
import { Ajv } from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { seeded } from '../../demo/demo.testing.ts';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';

const schema = new URL('../../../../../../shared/data/schemas/oscal_component_schema.json', import.meta.url);
const there = existsSync(schema);

const requirement = z.looseObject({
  'control-id': z.string(),
  remarks: z.string().optional(),
  props: z.array(z.looseObject({ name: z.string(), value: z.string() })),
});
const document = z.object({
  'component-definition': z.looseObject({
    metadata: z.looseObject({ version: z.string() }),
    components: z.tuple([
      z.looseObject({
        'control-implementations': z.tuple([
          z.looseObject({ 'implemented-requirements': z.array(requirement) }),
        ]),
      }),
    ]),
  }),
});

let house: House;

beforeAll(async () => {
  house = await openHouse();
  await seeded(house.deps);
}, 120_000);
afterAll(() => house.close());

describe('the statement as OSCAL', () => {
  it.skipIf(!there)(
    `holds against the official schema${there ? '' : ' (skipped: no ../shared)'}`,
    async () => {
      const given: unknown = JSON.parse(readFileSync(schema, 'utf8'));
      const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(
        z.record(z.string(), z.unknown()).parse(given),
      );
      for (const of of ['', '&version=SOA-1']) {
        validate(JSON.parse(await written(of)));
        expect(validate.errors).toBeNull();
      }
    },
  );

  it('says of each row what the statement says', async () => {
    const rows = rowsOf(await written(''));
    expect(rows).toHaveLength(94);
    const row = (id: string) => rows.find((each) => each['control-id'] === id);
    const status = (id: string) => row(id)?.props.find(({ name }) => name === 'implementation-status')?.value;
    expect([status('A.5.15'), status('A.8.30'), status('A.5.6')]).toEqual([
      'implemented',
      'not-applicable',
      undefined,
    ]);
    expect(row('A.8.30')?.remarks).toContain('No development is outsourced');
    expect(row('C-94')?.props).toContainEqual(
      expect.objectContaining({ name: 'because-of-contract', value: 'O-3' }),
    );
  });

  it('is the same bytes for the same version', async () => {
    const first = await written('&version=SOA-2');
    expect(document.parse(JSON.parse(first))['component-definition'].metadata.version).toBe('SOA-2');
    expect(await written('&version=SOA-2')).toBe(first);
  });
});

async function written(of: string): Promise<string> {
  const answer = await send(house, 'GET', `/v1/orgs/harbourline/soa/export?as=oscal${of}`, {
    headers: OWNER,
  });
  expect(answer.status).toBe(200);
  return answer.text();
}

function rowsOf(text: string) {
  const [component] = document.parse(JSON.parse(text))['component-definition'].components;
  return component['control-implementations'][0]['implemented-requirements'];
}
