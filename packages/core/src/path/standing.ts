// How far each step of the path is, from the state of the data alone: no step is done by looking at it.
import { PATH, type PathAdvice, type PathKey } from './steps.ts';

export const PATH_STATES = ['done', 'begun', 'open', 'not_needed'] as const;
export type PathState = (typeof PATH_STATES)[number];

interface Count {
  readonly done: number;
  readonly of: number;
}

/** What the slices know, counted; each number with what it is of. */
export interface PathKnown {
  /** Frameworks in use, and those with a scope in force. */
  readonly scopes: Count;
  /** Context and parties in force. */
  readonly context: Count;
  /** Versions of the method that somebody settled. */
  readonly methods: number;
  /** Risks that are assessed and have an owner. */
  readonly risks: number;
  /** Risks above what is acceptable: treated or accepted, and no treatment past its date. */
  readonly treatment: Count;
  /** Controls of Annex A that are decided. */
  readonly decided: Count;
  /** Approved versions of the statement. */
  readonly statements: number;
  /** Actions that close gaps: planned with a day. */
  readonly actions: Count;
  /** Policies: published and not past their review. */
  readonly policies: Count;
  /** Requirements in place: proved. */
  readonly proved: Count;
  readonly auditsReported: number;
  readonly auditsPlanned: number;
  readonly reviewsClosed: number;
  readonly reviewsPlanned: number;
  /** Undefined where SOC 2 is not used; whether a period is set, and whether it has begun. */
  readonly window: { readonly set: boolean; readonly begun: boolean } | undefined;
}

export interface PathStep {
  readonly advice: PathAdvice;
  readonly state: PathState;
  readonly done: number;
  readonly of: number;
  readonly sentence: string;
}

/** Risks that a first register has at least. */
const FIRST_RISKS = 10;

export function pathSteps(known: PathKnown): readonly PathStep[] {
  return PATH.map((advice) => ({ advice, ...STANDING[advice.key](known) }));
}

/** @example "9 of 12 steps are done; next: Hold the management review." */
export function pathSentence(steps: readonly PathStep[]): string {
  const wanted = steps.filter(({ state }) => state !== 'not_needed');
  const done = wanted.filter(({ state }) => state === 'done').length;
  const next = wanted.find(({ state }) => state !== 'done');
  return `${done} of ${wanted.length} steps ${done === 1 ? 'is' : 'are'} done; ${next ? `next: ${next.advice.title}` : 'what follows is keeping it so'}.`;
}

type Standing = Omit<PathStep, 'advice'>;

const STANDING: Readonly<Record<PathKey, (known: PathKnown) => Standing>> = {
  scope: ({ scopes }) =>
    counted(scopes, `${scopes.done} of ${scopes.of} frameworks in use have a scope in force.`),
  context: ({ context }) =>
    counted(context, `${context.done} of ${context.of} are in force: the context and the list of parties.`),
  method: ({ methods }) =>
    counted(
      { done: Math.min(methods, 1), of: 1 },
      methods === 0
        ? 'The method that comes along is in use; nobody has settled it.'
        : `The method is settled, at version ${methods}.`,
    ),
  risks: ({ risks }) =>
    counted(
      { done: Math.min(risks, FIRST_RISKS), of: FIRST_RISKS },
      `${risks} risks are assessed and have an owner.`,
    ),
  treatment: (known) => ({
    ...counted(
      known.treatment,
      known.risks === 0
        ? 'No risk is assessed yet.'
        : `${known.treatment.done} of ${known.treatment.of} risks above what is acceptable are treated in time or accepted.`,
    ),
    // With no risk at all nothing is above the line, and nothing was decided either.
    ...(known.risks > 0 && known.treatment.of === 0 ? { state: 'done' as const } : {}),
  }),
  statement: ({ decided, statements }) => {
    const standing = counted(
      decided,
      `${decided.done} of ${decided.of} controls of Annex A are decided; ${statements === 0 ? 'no version is approved' : `${statements} ${statements === 1 ? 'version is' : 'versions are'} approved`}.`,
    );
    return standing.state === 'done' && statements === 0 ? { ...standing, state: 'begun' } : standing;
  },
  gaps: ({ actions }) => ({
    ...counted(actions, `${actions.done} of ${actions.of} actions that close gaps have a day.`),
    ...(actions.of === 0 ? { state: 'done' as const } : {}),
  }),
  policies: ({ policies }) =>
    counted(
      policies,
      policies.of === 0
        ? 'No policy is written.'
        : `${policies.done} of ${policies.of} policies are published and not past their review.`,
    ),
  evidence: ({ proved }) =>
    counted(
      proved,
      proved.of === 0
        ? 'No requirement is in place yet.'
        : `${proved.done} of ${proved.of} requirements that are in place are proved.`,
    ),
  audit: ({ auditsReported, auditsPlanned }) =>
    once(auditsReported, auditsPlanned, ['internal audit', 'reported']),
  review: ({ reviewsClosed, reviewsPlanned }) =>
    once(reviewsClosed, reviewsPlanned, ['management review', 'closed']),
  window: ({ window }) => {
    if (window === undefined)
      return { state: 'not_needed', done: 0, of: 0, sentence: 'SOC 2 is not among the frameworks in use.' };
    const state = window.begun ? 'done' : window.set ? 'begun' : 'open';
    return {
      state,
      done: Number(window.begun),
      of: 1,
      sentence: window.begun
        ? 'The period has begun.'
        : window.set
          ? 'The period is set and lies ahead.'
          : 'No period is set.',
    };
  },
};

function counted({ done, of }: Count, sentence: string): Standing {
  const state = of > 0 && done >= of ? 'done' : done > 0 ? 'begun' : 'open';
  return { state, done, of, sentence };
}

function once(ended: number, planned: number, [what, word]: readonly [string, string]): Standing {
  const state = ended > 0 ? 'done' : planned > 0 ? 'begun' : 'open';
  const sentence =
    ended > 0
      ? `${ended} ${what}${ended === 1 ? ' is' : 's are'} ${word}.`
      : planned > 0
        ? `${planned} ${what}${planned === 1 ? ' is' : 's are'} planned; none is ${word}.`
        : `No ${what} is planned.`;
  return { state, done: Math.min(ended, 1), of: 1, sentence };
}
