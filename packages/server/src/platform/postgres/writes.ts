// Which tables a transaction has changed, as its statements and their counts say: the database is not asked for it.
import {
  TableNode,
  type KyselyPlugin,
  type OperationNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely';

/** Statements in text: what they insert into, update or delete from. Locks (FOR UPDATE) write nothing. */
const WRITES = /\b(?:insert\s+into|delete\s+from|(?<!\b(?:for|do|key)\s+)update)\s+(?:only\s+)?"?(\w*)"?/gi;
/** A table whose name does not stand in the statement's text. */
const UNNAMED = '?';

/** Sees every statement of a transaction go by. */
export class Writes implements KyselyPlugin {
  readonly tables = new Set<string>();
  readonly #asked = new WeakMap<QueryId, readonly string[]>();

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    const written = writtenBy(node);
    if (written.length > 0) this.#asked.set(queryId, written);
    return node;
  }

  transformResult({ result, queryId }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const written = this.#asked.get(queryId);
    // Where the count is not told (a WITH that writes), it counts as a change.
    if (written && result.numAffectedRows !== 0n) for (const table of written) this.tables.add(table);
    return Promise.resolve(result);
  }
}

function writtenBy(node: RootOperationNode): readonly string[] {
  switch (node.kind) {
    case 'InsertQueryNode':
      return [nameOf(node.into)];
    case 'UpdateQueryNode':
      return [nameOf(node.table)];
    case 'DeleteQueryNode':
      return node.from.froms.map(nameOf);
    case 'RawNode':
      return [...node.sqlFragments.join('').matchAll(WRITES)].map(([, table]) => table || UNNAMED);
    default:
      return [];
  }
}

function nameOf(node: OperationNode | undefined): string {
  return node && TableNode.is(node) ? node.table.identifier.name : UNNAMED;
}
