// A risk while it is being written: both ways of telling it are kept, so that changing between them loses nothing.
import type { Risk, Suggestion } from './risks.ts';

export interface RiskDraft {
  readonly title: string;
  readonly view: 'event' | 'asset';
  readonly event: string;
  readonly consequence: string;
  readonly asset: string;
  readonly threat: string;
  readonly vulnerability: string;
  readonly properties: Risk['properties'];
  readonly category: string;
  readonly owner: string;
}

export const BLANK: RiskDraft = {
  title: '',
  view: 'event',
  event: '',
  consequence: '',
  asset: '',
  threat: '',
  vulnerability: '',
  properties: [],
  category: '',
  owner: '',
};

export function draftOf(risk: Risk): RiskDraft {
  const { title, scenario, properties, category, owner } = risk;
  return { ...BLANK, ...scenario, title, properties, category, owner: owner ?? '' };
}

/** A scenario of the library as a beginning; nobody owns it, nobody has judged it. */
export function draftFrom({ title, event, consequence, properties, category }: Suggestion): RiskDraft {
  return { ...BLANK, title, event, consequence, properties, category };
}

export function bodyOf(draft: RiskDraft) {
  const { view } = draft;
  return {
    title: draft.title.trim(),
    scenario:
      view === 'event'
        ? { view, event: draft.event.trim(), consequence: draft.consequence.trim() }
        : {
            view,
            asset: draft.asset.trim(),
            threat: draft.threat.trim(),
            vulnerability: draft.vulnerability.trim(),
          },
    properties: [...draft.properties],
    category: draft.category.trim(),
    owner: draft.owner.trim() || null,
  };
}
