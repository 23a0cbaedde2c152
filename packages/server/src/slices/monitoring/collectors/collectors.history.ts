// How the promises of a collector and the ledger speak of the same thing.
import { textIn, type Document, type History } from '../../../platform/postgres/history.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { documentOf } from './collectors.document.ts';
import { collectorVersions } from './collectors.repository.ts';

export const collectorsHistory: History<OrgScope> = {
  title: 'promises of collector',
  founded: false,
  rows: async (tx, scope) =>
    (await collectorVersions(tx, scope)).map(({ name, definition, from, until }) => ({
      thing: name,
      document: documentOf(definition),
      from,
      until,
    })),
  kinds: ['collector.declared', 'collector.changed', 'collector.retired', 'collector.resumed'],
  told: (_, payload) => ({
    thing: textIn(payload, 'collector'),
    says: 'version',
    document: definitionIn(payload),
  }),
};

/** What an entry says beside who did it when and why. */
function definitionIn(payload: Document): Document {
  const {
    by: _by,
    collector: _name,
    kind: _kind,
    started_at: _at,
    revision: _revision,
    because: _why,
    ...document
  } = payload;
  return document;
}
