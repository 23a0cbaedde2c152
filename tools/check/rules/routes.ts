// One route table: what it says, OpenAPI documents, the client calls, and the command line covers or says why not.
import { z } from 'zod';
import { callOf, load } from '../read/load.ts';
import { lineOf, textOf } from '../read/files.ts';
import type { Finding, Outcome, Rule } from '../rule.ts';

export interface RouteLine {
  readonly id: string;
  /** Upper case. */
  readonly method: string;
  readonly path: string;
}

/** The four lists that must agree. */
export interface RouteLists {
  readonly table: readonly RouteLine[];
  readonly openapi: readonly RouteLine[];
  /** Methods of the client. */
  readonly client: readonly string[];
  /** Route to command, or to `none: ` with a reason. */
  readonly cli: Readonly<Record<string, string>>;
}

const TABLE = 'packages/contract/src/routes.ts';
const OPENAPI = 'docs/openapi.json';
const CLIENT = 'packages/contract/src/client.ts';
const CLI = 'packages/cli/src/coverage.ts';
const CONTRACT = 'packages/contract/src/index.ts';
const SHORTEST_REASON = 12;

export const rule: Rule = {
  name: 'routes',
  async run(root) {
    const lists = await readLists(root);
    if (!('table' in lists)) return { seen: {}, findings: lists };
    const located = compareRoutes(lists).map((finding) => locate(root, finding));
    return { seen: countsOf(lists), findings: await Promise.all(located) };
  },
};

/** Every difference between the four lists. */
export function compareRoutes(lists: RouteLists): readonly Finding[] {
  const table = new Map(lists.table.map((line) => [line.id, line]));
  const openapi = new Map(lists.openapi.map((line) => [line.id, line]));
  const client = new Set(lists.client);
  const twice = lists.table.filter(
    (line, at) => lists.table.findIndex((other) => addressOf(other) === addressOf(line)) !== at,
  );
  return [
    ...twice.map((line) => finding(TABLE, `route ${line.id} has the address of another: ${addressOf(line)}`)),
    ...lists.table.flatMap((line) => documented(line, openapi.get(line.id))),
    ...lists.table
      .filter((line) => !client.has(line.id))
      .map((line) => finding(CLIENT, `route ${line.id} is missing from the client`)),
    ...lists.table.flatMap((line) => covered(line.id, lists.cli[line.id])),
    ...lists.openapi
      .filter((line) => !table.has(line.id))
      .map((line) => finding(OPENAPI, `${line.id} is documented and no route`)),
    ...lists.client
      .filter((id) => !table.has(id))
      .map((id) => finding(CLIENT, `${id} is a method of the client and no route`)),
    ...Object.keys(lists.cli)
      .filter((id) => !table.has(id))
      .map((id) => finding(CLI, `${id} is covered and no route`)),
  ];
}

function documented(line: RouteLine, found: RouteLine | undefined): readonly Finding[] {
  if (!found) return [finding(OPENAPI, `route ${line.id} is missing from the OpenAPI document`)];
  if (addressOf(found) === addressOf(line)) return [];
  return [
    finding(
      OPENAPI,
      `route ${line.id} is documented as ${addressOf(found)}, the table says ${addressOf(line)}`,
    ),
  ];
}

function covered(id: string, answer: string | undefined): readonly Finding[] {
  if (answer === undefined)
    return [
      finding(
        CLI,
        `route ${id} has no command and no reason`,
        'name its command, or write `none: ` and the reason',
      ),
    ];
  const reason = /^none\b:?\s*(.*)$/.exec(answer)?.[1];
  if (answer.trim() !== '' && (reason === undefined || reason.length >= SHORTEST_REASON)) return [];
  return [
    finding(
      CLI,
      `route ${id} has no command and no reason that says anything`,
      'write why no command is needed',
    ),
  ];
}

function addressOf(line: RouteLine): string {
  return `${line.method} ${line.path}`;
}

function finding(
  file: string,
  message: string,
  remedy = 'the route table is the only source: make the others from it',
): Finding {
  return { file, message, remedy };
}

async function locate(root: string, each: Finding): Promise<Finding> {
  const id = /[\w-]+\.[\w.-]+/.exec(each.message)?.[0];
  const text = await textOf(root, each.file);
  return id === undefined || text === undefined ? each : { ...each, line: lineOf(text, id) };
}

function countsOf(lists: RouteLists): Outcome['seen'] {
  return {
    routes: lists.table.length,
    documented: lists.openapi.length,
    methods: lists.client.length,
    covered: Object.keys(lists.cli).length,
  };
}

const tableSchema = z.record(z.string(), z.object({ method: z.string(), path: z.string() }));
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))),
});
const coverageSchema = z.record(z.string(), z.string());

async function readLists(root: string): Promise<RouteLists | readonly Finding[]> {
  const [contract, commands] = [await load(root, CONTRACT), await load(root, CLI)];
  const parts = [
    absent(CONTRACT, contract.there ? undefined : contract.why),
    absent(CLI, commands.there ? undefined : commands.why),
  ].flat();
  if (!contract.there || !commands.there) return parts;
  const table = tableSchema.safeParse(contract.values['routes']);
  const document = documentSchema.safeParse(callOf(contract, 'openApiDocument'));
  const client = callOf(contract, 'createClient', { origin: '' });
  const cli = coverageSchema.safeParse(commands.values['coverage']);
  const wrong = [
    table.success ? [] : absent(TABLE, 'exports no `routes`, an object from id to route'),
    document.success ? [] : absent(CONTRACT, 'exports no `openApiDocument()` with operations'),
    typeof client === 'object' && client !== null ? [] : absent(CLIENT, 'exports no `createClient()`'),
    cli.success ? [] : absent(CLI, 'exports no `coverage`, a record from route to command'),
  ].flat();
  if (!table.success || !document.success || !cli.success || wrong.length > 0) return wrong;
  return {
    table: Object.entries(table.data).map(([id, { method, path }]) => ({ id, method, path })),
    openapi: linesOf(document.data),
    client: Object.keys(client ?? {}),
    cli: cli.data,
  };
}

function linesOf(document: z.infer<typeof documentSchema>): readonly RouteLine[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { operationId }]) => ({
      id: operationId,
      method: method.toUpperCase(),
      path,
    })),
  );
}

function absent(file: string, why: string | undefined): readonly Finding[] {
  return why === undefined
    ? []
    : [{ file, message: why, remedy: 'the four lists can only be compared when all four stand' }];
}
