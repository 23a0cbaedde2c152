// The sentences about gaps; written once, shown in web, command line and documents.
import {
  assertNever,
  type DocumentedFound,
  type ExaminationKind,
  type Gap,
  type GapAction,
  type NotFound,
} from '@assay/core';
import { requirementSentence, stepText, type Knowledge } from '../controls/controls.module.ts';
import { remarkSentence } from '../monitoring/windows.module.ts';

export const EXAMINATION_TITLES: Readonly<Record<ExaminationKind, string>> = {
  stage1: 'ISO/IEC 27001, stage 1',
  stage2: 'ISO/IEC 27001, stage 2',
  type1: 'SOC 2 Type I',
  type2: 'SOC 2 Type II',
};

/** What the numbers say, in one sentence. */
export function gapsSentence(gaps: readonly Gap[], actions: readonly GapAction[]): string {
  const iso = new Set(gaps.filter(({ view }) => view === 'iso').map(({ requirement }) => requirement)).size;
  const soc2 = new Set(gaps.filter(({ view }) => view === 'soc2').map(({ requirement }) => requirement)).size;
  if (iso + soc2 === 0) return 'Nothing is missing of what applies.';
  const both = actions.filter(({ closes, helps }) => {
    const all = [...closes, ...helps];
    return all.some((ref) => ref.startsWith('soc2')) && all.some((ref) => !ref.startsWith('soc2'));
  }).length;
  const needs = actions.length === 1 ? 'action closes' : 'actions close';
  return `${iso} ISO and ${soc2} SOC 2 requirements lack something; ${actions.length} ${needs} them, ${both} of these for both frameworks at once.`;
}

/** Why a requirement has a gap. */
export function gapSentence(gap: Gap, known: Knowledge): string {
  if (gap.criterion !== undefined)
    return `In the current window it is ${gap.criterion.replaceAll('_', ' ')}, because of ${gap.controls.join(', ')}.`;
  const found = known.posture.frameworks
    .flatMap(({ requirements }) => requirements)
    .find(({ requirement }) => requirement.ref === gap.requirement);
  return found ? requirementSentence(found) : '';
}

export function actionText(
  action: GapAction,
  names: ReadonlyMap<string, string>,
): { readonly title: string; readonly reason: string } {
  const name = names.get(action.target) ?? action.target;
  const { kind } = action;
  if (kind === 'run_control')
    return {
      title: `Run ${name} as it is scheduled`,
      reason: 'In the current window it did not run when it was due, or nobody can know.',
    };
  if (kind === 'answer_requirement')
    return {
      title: `Say which control answers ${name}`,
      reason: 'No control that is adopted or could be answers it with more than support.',
    };
  return stepText(
    {
      kind,
      target: action.target,
      moves: byView(action.closes),
      helps: byView(action.helps),
      effortDays: action.effortDays,
      reason: { states: [], checks: [], evidence: [], verdict: undefined },
    },
    name,
  );
}

function byView(refs: GapAction['closes']) {
  return {
    iso: refs.filter((ref) => !ref.startsWith('soc2')),
    soc2: refs.filter((ref) => ref.startsWith('soc2')),
  };
}

/** Where a piece of documented information is, or why it is not. */
export function documentedSentence({ state, evidence, documents, controls }: DocumentedFound): string {
  const shown = [...documents, ...evidence].join(', ');
  switch (state) {
    case 'there':
      return `Shown by ${shown}.`;
    case 'stale':
      return `Too old: ${shown}.`;
    case 'in_review':
      return `Waits for a reviewer: ${evidence.join(', ')}.`;
    case 'missing':
      return controls.length === 0
        ? 'No adopted control answers the clause.'
        : `Nothing accepted shows it; ${controls.join(', ')} would.`;
    default:
      return assertNever(state);
  }
}

/** What an auditor would not find: what it is about, and why. */
export function notFoundText(each: NotFound): { readonly about: string; readonly why: string } {
  switch (each.what) {
    case 'document':
      return {
        about: `${each.found.item.clause} ${each.found.item.what}`,
        why: documentedSentence(each.found),
      };
    case 'period':
      return {
        about: 'Examined time',
        why: each.remark ? remarkSentence(each.remark) : 'No date or period to examine is set.',
      };
    case 'operation':
      return {
        about: titled(each.requirement.requirement),
        why: each.criterion
          ? `In the window it is ${each.criterion.status.replaceAll('_', ' ')}, because of ${each.criterion.because.join(', ')}.`
          : requirementSentence(each.requirement),
      };
    case 'decision':
    case 'control':
    case 'evidence':
      return { about: titled(each.requirement.requirement), why: requirementSentence(each.requirement) };
    default:
      return assertNever(each);
  }
}

function titled({ id, title }: { readonly id: string; readonly title: string }): string {
  return `${id} ${title}`;
}
