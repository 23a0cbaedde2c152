// The management review (ISO/IEC 27001:2022, 9.3): seven inputs, who attended, what was decided, and when it may close.
import { err, ok, type PlainDate, type Result } from '../kernel/index.ts';
import { isBlank, remarks, when, type IsmsLint, type IsmsRule } from './lint.ts';

/** The inputs of 9.3.2, a to g. */
export const REVIEW_INPUTS = [
  { letter: 'a', input: 'earlier_actions', title: 'Actions of earlier reviews' },
  { letter: 'b', input: 'issues', title: 'Changes in external and internal issues' },
  { letter: 'c', input: 'parties', title: 'Changes in needs of interested parties' },
  { letter: 'd', input: 'performance', title: 'Performance and its trends' },
  { letter: 'e', input: 'feedback', title: 'Feedback from interested parties' },
  { letter: 'f', input: 'risks', title: 'Results of risk assessment and status of treatment' },
  { letter: 'g', input: 'opportunities', title: 'Opportunities for improvement' },
] as const;
export const REVIEW_INPUT_NAMES = REVIEW_INPUTS.map(({ input }) => input);
export type ReviewInput = (typeof REVIEW_INPUTS)[number]['input'];

/** What the product itself knows as of the day; `value` is null where it does not know, which is said as such. */
export interface ReviewFact {
  readonly source: string;
  readonly value: string | null;
}

export interface ReviewAction {
  readonly what: string;
  readonly owner: string | null;
  readonly due: PlainDate | null;
  readonly done: PlainDate | null;
}

export interface ManagementReview {
  readonly on: PlainDate;
  readonly inputs: readonly {
    readonly input: ReviewInput;
    /** What was said about it; facts alone are no discussion. */
    readonly text: string;
    readonly facts: readonly ReviewFact[];
  }[];
  readonly attendance: readonly {
    readonly name: string;
    readonly role: string;
    readonly top_management: boolean;
  }[];
  readonly decisions: readonly string[];
  readonly actions: readonly ReviewAction[];
  readonly minutes: string;
  readonly closed: { readonly on: PlainDate; readonly by: string } | null;
}

export type ReviewRefusal =
  | { readonly code: 'review.closed' }
  | { readonly code: 'review.incomplete'; readonly lints: readonly IsmsLint[] }
  | { readonly code: 'review.in_future' }
  | { readonly code: 'review.no_action' };

/** Closes a review: refused while an input is missing, top management was not there, or its day has not come. */
export function closeReview(
  review: ManagementReview,
  word: { readonly on: PlainDate; readonly by: string },
): Result<ManagementReview, ReviewRefusal> {
  if (review.closed) return err({ code: 'review.closed' });
  if (review.on > word.on) return err({ code: 'review.in_future' });
  const lints = reviewLints(review, word.on).filter(({ blocks }) => blocks);
  return lints.length > 0 ? err({ code: 'review.incomplete', lints }) : ok({ ...review, closed: word });
}

/** Puts what is known into the inputs, in their order; what people wrote stays, and older facts give way. */
export function withFacts(
  review: ManagementReview,
  facts: ReadonlyMap<ReviewInput, readonly ReviewFact[]>,
): ManagementReview {
  return {
    ...review,
    inputs: REVIEW_INPUT_NAMES.map((input) => ({
      input,
      text: review.inputs.find((each) => each.input === input)?.text ?? '',
      facts: facts.get(input) ?? [],
    })),
  };
}

/** Says on which day an action was done: all that changes of a review that is closed. */
export function doneAction(
  review: ManagementReview,
  action: number,
  on: PlainDate,
): Result<ManagementReview, ReviewRefusal> {
  if (!review.actions[action - 1]) return err({ code: 'review.no_action' });
  if (on < review.on) return err({ code: 'review.in_future' });
  return ok({
    ...review,
    actions: review.actions.map((each, i) => (i === action - 1 ? { ...each, done: on } : each)),
  });
}

/** Facts come from the product alone: what is sent keeps those that are held, and brings none of its own. */
export function withHeldFacts(sent: ManagementReview, held: ManagementReview | undefined): ManagementReview {
  const facts = new Map(held?.inputs.map((each) => [each.input, each.facts]));
  return {
    ...sent,
    inputs: sent.inputs.map((each) => ({ ...each, facts: facts.get(each.input) ?? [] })),
  };
}

/** The remarks on a review as of a day. */
export function reviewLints(review: ManagementReview, today: PlainDate): readonly IsmsLint[] {
  return remarks(rules(today), review);
}

function rules(today: PlainDate): readonly IsmsRule<ManagementReview>[] {
  return [
    {
      code: 'review.input_missing',
      clause: '9.3.2',
      blocks: true,
      finds: ({ inputs }) =>
        REVIEW_INPUTS.filter(({ input }) =>
          isBlank(inputs.find((each) => each.input === input)?.text ?? null),
        ).map(({ letter, input }) => `Input ${letter} (${input.replaceAll('_', ' ')}) was not considered.`),
      remedy: 'Say what was considered; “nothing new” is an answer when somebody looked.',
    },
    {
      code: 'review.no_top_management',
      clause: '9.3.1',
      blocks: true,
      finds: ({ attendance }) =>
        when(!attendance.some((each) => each.top_management), 'Nobody of top management attended.'),
      remedy: 'The review is top management’s own; hold it with them.',
    },
    {
      code: 'review.no_result',
      clause: '9.3.3',
      blocks: true,
      finds: ({ decisions, minutes }) =>
        when(decisions.length === 0 || isBlank(minutes), 'It lacks decisions or minutes.'),
      remedy: 'Record what was decided, even where it is that nothing changes.',
    },
    {
      code: 'review.action_incomplete',
      clause: '9.3.3',
      blocks: true,
      finds: ({ actions }) =>
        actions
          .filter(({ owner, due }) => isBlank(owner) || due === null)
          .map(({ what }) => `“${what}” lacks its owner or its date.`),
      remedy: 'Name one person and the day.',
    },
    ...openRules(today),
  ];
}

/** What is said of a review that is late, unprepared or behind with its actions; nothing waits for it. */
function openRules(today: PlainDate): readonly IsmsRule<ManagementReview>[] {
  return [
    {
      code: 'review.no_facts',
      clause: '9.3.2',
      blocks: false,
      finds: ({ inputs }) =>
        when(
          inputs.every(({ facts }) => facts.length === 0),
          'Nothing that is known here stands beside the inputs.',
        ),
      remedy: 'Fill the review from the data before it is held.',
    },
    {
      code: 'review.fact_unknown',
      clause: '9.3.2',
      blocks: false,
      finds: ({ inputs, closed }) =>
        closed === null
          ? REVIEW_INPUTS.flatMap(({ letter, input }) =>
              (inputs.find((each) => each.input === input)?.facts ?? [])
                .filter(({ value }) => value === null)
                .map(({ source }) => `Input ${letter}: nothing is known of “${source}”.`),
            )
          : [],
      remedy: 'Ask, record what you hear under Company, and fill the review again.',
    },
    {
      code: 'review.overdue',
      clause: '9.3.1',
      blocks: false,
      finds: ({ on, closed }) => when(closed === null && on < today, `It was to be held on ${on}.`),
      remedy: 'Hold it and close it, or plan it for another day.',
    },
    {
      code: 'review.action_overdue',
      clause: '9.3.2',
      blocks: false,
      finds: ({ actions }) =>
        actions
          .filter(({ due, done }) => due !== null && due < today && done === null)
          .map(({ what, due }) => `“${what}” was due on ${due ?? ''}.`),
      remedy: 'Record when it was done; the next review asks for it first.',
    },
  ];
}
