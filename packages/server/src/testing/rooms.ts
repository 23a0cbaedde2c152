// An auditor's room for the specs: with something released, something said, somebody invited and something read.
import { z } from 'zod';
import type { OrgScope } from '../slices/access/access.module.ts';
import { OWNER, send, type House } from './house.ts';

const O = '/v1/orgs/{org}';
const R = `${O}/rooms/{room}`;
const made = z.looseObject({ id: z.string() });
const many = z.object({ data: z.array(made).min(1) });

/** A room of C-07 over days around today and of January 2026; the ids that its routes name. */
export async function furnishRoom(
  house: House,
  scope: OrgScope,
  of: { readonly evidence: string },
): Promise<{ readonly room: string; readonly release: string; readonly auditor: string }> {
  const base = `/v1/orgs/${scope.slug}/rooms`;
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const response = await send(house, 'POST', path, { headers: OWNER, body });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`POST ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const room = made.parse(await post(base, roomBody(`${scope.slug} canary`))).id;
  const released = await post(`${base}/${room}/releases`, {
    things: [{ kind: 'evidence', id: of.evidence }],
  });
  const invited = await post(`${base}/${room}/auditors`, { email: `${scope.slug}-room@audit.example` });
  await post(`${base}/${room}/comments`, { text: `${scope.slug} canary` });
  const auditor = await house.person(scope, examiner(room), ['passkey']);
  await send(house, 'GET', `${base}/${room}/desk`, { headers: auditor });
  return { room, release: many.parse(released).data[0]?.id ?? '', auditor: made.parse(invited).id };
}

export function examiner(room: string) {
  return { role: 'cpa_examiner', within: { kind: 'engagement', id: room } } as const;
}

export function roomBody(text: string) {
  return {
    title: text,
    kind: 'soc2_type2',
    framework: 'soc2:2017',
    firm: text,
    systems: text,
    controls: ['C-07'],
    from: '2026-01-01',
    until: '2026-07-01',
    ends_on: '2099-01-01',
  };
}

export const roomBodies: Readonly<Record<string, unknown>> = {
  [`POST ${O}/rooms`]: roomBody('stolen'),
  [`PATCH ${R}`]: { title: 'stolen' },
  [`POST ${R}/auditors`]: { email: 'stolen@audit.example' },
  [`POST ${R}/releases`]: { things: [{ kind: 'evidence', id: 'E-1' }] },
  [`POST ${R}/releases/{release}/withdraw`]: { because: 'stolen' },
  [`POST ${R}/comments`]: { text: 'stolen' },
  [`POST ${R}/desk/comments`]: { text: 'stolen' },
  [`POST ${R}/end`]: { because: 'stolen' },
};
