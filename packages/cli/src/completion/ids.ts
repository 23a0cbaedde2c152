// Ids of the running server for completion: quick, and silent when there is none.
import { allPages } from '@assay/contract';
import type { Client } from '@assay/contract';
import { connectTo } from '../connection.ts';

export interface Candidate {
  readonly word: string;
  readonly about: string;
}

type Ask = (client: Client, org: string) => Promise<readonly Candidate[]>;

const PATIENCE_MS = 4000;

/** Arguments and options by name, and where their values come from. */
const SOURCES: Readonly<Record<string, Ask>> = {
  control: controls,
  controls,
  evidence: async (client, org) => {
    const page = await client['evidence.list']({ params: { org }, query: { limit: '200' } });
    return page.ok ? page.value.data.data.map((each) => ({ word: each.code, about: each.title })) : [];
  },
  import: async (client, org) => {
    const page = await client['imports.list']({ params: { org }, query: { limit: '50' } });
    return page.ok ? page.value.data.data.map((each) => ({ word: each.id, about: each.filename })) : [];
  },
  framework: async (client, org) => {
    const list = await client['frameworks.list']({ params: { org } });
    return list.ok ? list.value.data.data.map((each) => ({ word: each.id, about: each.title })) : [];
  },
  check: async (client, org) => {
    const page = await client['checks.list']({ params: { org }, query: { limit: '200', seen: 'true' } });
    return page.ok ? page.value.data.data.map((each) => ({ word: each.key, about: each.title })) : [];
  },
  requirement: async (client, org) => {
    const posture = await client['posture.read']({ params: { org } });
    if (!posture.ok) return [];
    return posture.value.data.data.flatMap((each) =>
      each.requirements.map((asked) => ({ word: asked.id, about: asked.title })),
    );
  },
  org: async (client) => {
    const session = await client['session.read']({});
    return session.ok
      ? session.value.data.organisations.map((each) => ({ word: each.slug, about: each.name }))
      : [];
  },
};

/** Values for an argument or option by its name; none when the server does not answer in time. */
export async function idsFor(
  name: string,
  flags: Readonly<Record<string, string>>,
): Promise<readonly Candidate[]> {
  const ask = SOURCES[name];
  if (!ask) return [];
  const late = new Promise<readonly Candidate[]>((resolve) => {
    setTimeout(resolve, PATIENCE_MS, []).unref();
  });
  const answer = connectTo(flags)
    .then(({ client, org }) => ask(client, org))
    .catch((): readonly Candidate[] => []);
  return Promise.race([answer, late]);
}

async function controls(client: Client, org: string): Promise<readonly Candidate[]> {
  const list = await allPages((page) => client['controls.list']({ params: { org }, query: page }));
  return list.ok ? list.value.data.data.map((each) => ({ word: each.code, about: each.name })) : [];
}
