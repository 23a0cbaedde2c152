// A kept statement and a kept register as bytes, and how they are brought.
import { z } from 'zod';
import { OWNER, send, type House } from './house.ts';

const O = '/v1/orgs/{org}';

export const STATEMENT = `Ref;Control;Applicable;Justification;Status;Tool
A.5.1;Policies for information security;yes;customers ask for it;in place;Notion
A.5.2;Information security roles and responsibilities;yes;good practice;partly;
A.5.3;Segregation of duties;no;we are four people;;
`;

/** Brings a kept table; the answer of the dry run. */
export async function bringKept(
  house: House,
  base: string,
  of: {
    readonly kind: 'statement' | 'register';
    readonly filename: string;
    readonly bytes: string | Uint8Array<ArrayBuffer>;
    readonly table?: unknown;
  },
): Promise<Response> {
  const stored = await send(house, 'POST', `${base}/artefacts?filename=${of.filename}`, {
    headers: OWNER,
    bytes: of.bytes,
  });
  const { sha256 } = z.object({ sha256: z.string() }).parse(await stored.json());
  const { kind, filename, table } = of;
  return send(house, 'POST', `${base}/kept-imports`, {
    headers: OWNER,
    body: { kind, artefact: sha256, filename, table },
  });
}

/** Puts a dry run there. */
export async function keptDryRun(house: House, base: string, canary: string): Promise<string> {
  const bytes = STATEMENT.replace('good practice', canary);
  const answer = await bringKept(house, base, { kind: 'statement', filename: 'soa.csv', bytes });
  return z.object({ id: z.string() }).parse(await answer.json()).id;
}

/** Bodies that would be accepted. */
export function keptBodies(sha256: string): Readonly<Record<string, unknown>> {
  return {
    [`POST ${O}/kept-imports`]: { kind: 'statement', artefact: sha256, filename: 'x.csv' },
    [`PUT ${O}/kept-imports/{kept}/table`]: { columns: [] },
    [`POST ${O}/kept-imports/{kept}/commit`]: {},
  };
}
