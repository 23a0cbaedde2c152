// How frozen populations, what took their place and their second sources and the ledger speak of the same thing.
import { textIn, type Document, type History, type Told } from '../../../platform/postgres/history.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { frozenRows, reconciliationRows, supersededRows } from './history.repository.ts';

export const populationsHistories: readonly History<OrgScope>[] = [
  {
    title: 'frozen population',
    founded: false,
    rows: frozenRows,
    kinds: ['population.frozen'],
    told: (_, payload) => said(payload, textIn(payload, 'population')),
  },
  {
    title: 'superseded population',
    founded: false,
    rows: supersededRows,
    kinds: ['population.frozen'],
    told: (_, payload) => {
      const before = textIn(payload, 'supersedes');
      return before === '' ? [] : said({ by: payload['population'] ?? null }, before);
    },
  },
  {
    title: 'second source of population',
    founded: false,
    rows: reconciliationRows,
    kinds: ['population.reconciled'],
    told: (_, payload) =>
      said(payload, `${textIn(payload, 'population')} number ${JSON.stringify(payload['number'])}`),
  },
];

/** A thing that never changes: its one version is the whole payload, with who said it. */
function said(document: Document, thing: string): Told {
  return { thing, says: 'version', document };
}
