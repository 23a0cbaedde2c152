// Answers of windows, kept beside the material that they follow from: the same knowledge gives the same answer.
import {
  err,
  evaluateWindow,
  ok,
  type Period,
  type Result,
  type WindowAnswer,
  type WindowQuestion,
} from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { examinationOf } from '../../access/access.module.ts';
import type { Material } from './material.readmodel.ts';
import { questionOf } from './question.ts';
import type { WindowRecord } from './windows.repository.ts';

/** A saved window, or the examination that the settings name. */
export type NamedWindow = Omit<WindowRecord, 'seq' | 'by' | 'since'> & {
  readonly current: boolean;
  readonly previous: Period | undefined;
};

/** A window that was asked and what came of it. */
export interface Answered {
  readonly window: NamedWindow;
  readonly question: WindowQuestion;
  readonly answer: WindowAnswer;
}

/** Id of the window of the current examination. */
export const CURRENT = 'current';

/** The current examination, when it is a period, then every saved window. */
export function windowsOf(known: Material): readonly NamedWindow[] {
  const examination = examinationOf(known.known.settings);
  const current: readonly Omit<NamedWindow, 'previous'>[] =
    examination.type === 'type2'
      ? [
          {
            id: CURRENT,
            revision: 0,
            name: 'SOC 2 Type II, current',
            kind: 'open',
            period: examination.period,
            current: true,
          },
        ]
      : [];
  const saved = known.windows.map((each) => ({ ...each, current: false }));
  return [...current, ...saved].map((each) => ({ ...each, previous: previousOf(known, each.period) }));
}

/** The period of the last report whose window began earlier. */
export function previousOf(known: Material, period: Period): Period | undefined {
  return known.windows
    .filter((each) => each.kind === 'closed' && each.period.from < period.from)
    .map((each) => each.period)
    .toSorted((a, b) => (a.until < b.until ? 1 : -1))[0];
}

export function findNamed(known: Material, id: string): Result<NamedWindow, Refusal> {
  const found = windowsOf(known).find((each) => each.id.toLowerCase() === id.toLowerCase());
  return found ? ok(found) : err(noWindow(id));
}

export function noWindow(id: string): Refusal {
  return {
    code: 'window.not_found',
    detail:
      id === CURRENT
        ? 'No Type II examination is set, so no window is current; set one in the settings.'
        : `There is no window ${id}.`,
  };
}

const kept = new WeakMap<Material, Map<string, Pick<Answered, 'question' | 'answer'>>>();
/** Windows whose answers are kept of one state of knowledge. */
const KEPT = 20;

/** What a window says, computed once for each state of knowledge. */
export function answered(known: Material, window: NamedWindow): Answered {
  const answers = kept.get(known) ?? new Map<string, Pick<Answered, 'question' | 'answer'>>();
  kept.set(known, answers);
  const key = [window.period.from, window.period.until, window.previous?.until ?? ''].join(' ');
  const held = answers.get(key);
  if (held) return { window, ...held };
  const question = questionOf(known, window.period, window.previous);
  const fresh = { question, answer: evaluateWindow(question) };
  if (answers.size >= KEPT) answers.clear();
  answers.set(key, fresh);
  return { window, ...fresh };
}
