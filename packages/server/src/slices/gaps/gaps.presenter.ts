// Gaps as the API shows them.
import type { Readiness, View } from '@assay/core';
import type { GapAnalysis } from './gaps.readmodel.ts';
import {
  actionText,
  documentedSentence,
  EXAMINATION_TITLES,
  gapSentence,
  gapsSentence,
  notFoundText,
} from './gaps.sentences.ts';

/** Everything, or what one view asks; an action that closes nothing of it is left out. */
export function presentGaps(found: GapAnalysis, view: View | undefined) {
  const { known } = found;
  const gaps = found.gaps.filter((gap) => view === undefined || gap.view === view);
  const wanted = new Set(gaps.map(({ requirement }) => requirement));
  const actions = found.actions.filter(({ closes, helps }) =>
    [...closes, ...helps].some((ref) => wanted.has(ref)),
  );
  const names = namesIn(found);
  return {
    sentence: gapsSentence(gaps, actions),
    actions: actions.map((action) => ({
      id: action.id,
      kind: action.kind,
      target: action.target,
      ...actionText(action, names),
      closes: [...action.closes],
      helps: [...action.helps],
      effort_days: action.effortDays,
      owner_role: action.ownerRole,
      owner: action.owner ?? null,
      due: action.due ?? null,
    })),
    gaps: gaps.map((gap) => ({
      requirement: gap.requirement,
      id: gap.id,
      title: gap.title,
      view: gap.view,
      missing: gap.missing,
      state: gap.state,
      why: gapSentence(gap, known),
      controls: [...gap.controls],
    })),
  };
}

/** What each action is called, and why it is to be done. */
export function actionTitles(found: GapAnalysis): ReadonlyMap<string, ReturnType<typeof actionText>> {
  const names = namesIn(found);
  return new Map(found.actions.map((action) => [action.id, actionText(action, names)]));
}

function namesIn({ known }: GapAnalysis): ReadonlyMap<string, string> {
  return new Map<string, string>([
    ...known.controls.map(({ code, name }): [string, string] => [code, name]),
    ...known.posture.frameworks.flatMap(({ requirements }) =>
      requirements.map(({ requirement }): [string, string] => [
        requirement.ref,
        `${requirement.id} ${requirement.title}`,
      ]),
    ),
  ]);
}

export function presentReadiness({ readiness, documented }: GapAnalysis) {
  return {
    data: readiness.map(presentList),
    documented: documented.map((each) => ({
      clause: each.item.clause,
      requirement: each.item.requirement,
      what: each.item.what,
      kind: each.item.kind,
      state: each.state,
      sentence: documentedSentence(each),
      evidence: [...each.evidence],
      documents: [...each.documents],
      controls: [...each.controls],
    })),
  };
}

function presentList({ examination, notFound }: Readiness) {
  const count = notFound.length;
  return {
    examination,
    title: EXAMINATION_TITLES[examination],
    sentence:
      count === 0
        ? 'Nothing is known to be missing; what an auditor concludes is the auditor’s.'
        : `${count} ${count === 1 ? 'thing' : 'things'} an auditor would not find.`,
    not_found: notFound.map((each) => ({
      what: each.what,
      ...notFoundText(each),
      requirement: 'requirement' in each ? each.requirement.requirement.ref : null,
    })),
  };
}
