// What interested parties said of information security (ISO/IEC 27001:2022, 9.3.2 e): who, when, where it came from, and
// what was answered or done.
import { dayOfDate, type PlainDate } from '../kernel/index.ts';
import { isBlank, remarks, when, type IsmsLint, type IsmsRule } from './lint.ts';

export interface Feedback {
  /** Who said it: a party of 4.2, or one of them by name. */
  readonly party: string;
  readonly on: PlainDate;
  readonly said: string;
  /** Where it was said: a ticket, a survey, a call. */
  readonly source: string;
  /** What was answered or done; null while nobody has. */
  readonly answer: { readonly said: string; readonly by: string; readonly on: PlainDate } | null;
  /** An entry that was wrong is withdrawn with its reason, never erased: no review counts it. */
  readonly withdrawn: { readonly because: string; readonly by: string; readonly on: PlainDate } | null;
}

export const FEEDBACK_STATES = ['answered', 'open', 'withdrawn'] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

/** Days after which what a party said waits too long for an answer. */
export const ANSWER_DAYS = 30;

/** What of an entry says where it stands, also as the API tells it. */
interface Standing {
  readonly answer: object | null;
  readonly withdrawn: object | null;
}

export function feedbackState({ answer, withdrawn }: Standing): FeedbackState {
  if (withdrawn) return 'withdrawn';
  return answer ? 'answered' : 'open';
}

/**
 * How the register stands, as its page and the command line say it.
 * @example "2 entries of 2 parties: 1 is answered, 1 waits for an answer; the newest is of 2026-05-03."
 */
export function feedbackSentence(
  entries: readonly (Standing & { readonly party: string; readonly on: string })[],
): string {
  const counted = entries.filter(({ withdrawn }) => withdrawn === null);
  const newest = counted
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  if (newest === undefined) return 'Nobody has recorded yet what interested parties say.';
  const open = counted.filter((each) => feedbackState(each) === 'open').length;
  const parties = new Set(counted.map(({ party }) => party)).size;
  const answered = counted.length - open;
  return `${counted.length} ${counted.length === 1 ? 'entry' : 'entries'} of ${parties} ${parties === 1 ? 'party' : 'parties'}: ${answered} ${answered === 1 ? 'is' : 'are'} answered, ${open} ${open === 1 ? 'waits' : 'wait'} for an answer; the newest is of ${newest}.`;
}

/** The remarks on what a party said, as of a day. */
export function feedbackLints(feedback: Feedback, today: PlainDate): readonly IsmsLint[] {
  return feedback.withdrawn ? [] : remarks(rules(today), feedback);
}

function rules(today: PlainDate): readonly IsmsRule<Feedback>[] {
  return [
    {
      code: 'feedback.no_source',
      clause: '9.3.2',
      blocks: false,
      finds: ({ source }) => when(isBlank(source), 'Nothing says where it was said.'),
      remedy: 'Name the ticket, the survey or the call, so that somebody can look it up.',
    },
    {
      code: 'feedback.unanswered',
      clause: '9.3.2',
      blocks: false,
      finds: ({ answer, on, party }) =>
        when(
          answer === null && dayOfDate(today) - dayOfDate(on) > ANSWER_DAYS,
          `${party} has waited for an answer since ${on}.`,
        ),
      remedy: 'Answer, or say why nothing is done about it.',
    },
  ];
}
