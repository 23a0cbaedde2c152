// How versions of answers and figures and the ledger speak of the same thing.
import { textIn, wholeVersion, type History } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';
import { advisorVersions, type AdvisorKind } from './advisor.repository.ts';

export const ADVISOR_ENTRIES: Readonly<Record<AdvisorKind, string>> = {
  answers: 'advice_answers.changed',
  figure: 'advice_figure.changed',
};

export const advisorHistory: History<OrgScope> = {
  title: 'advice',
  founded: false,
  rows: advisorVersions,
  kinds: Object.values(ADVISOR_ENTRIES),
  told: (_, payload) => wholeVersion(payload, `${textIn(payload, 'kind')} ${textIn(payload, 'thing')}`),
};
