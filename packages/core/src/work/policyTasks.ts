// What policies ask for: a review whose day comes near, a version that waits for its decision, people who have not
// confirmed the version in force.
import { addDays, type PlainDate } from '../kernel/index.ts';
import { mayApprove } from '../policies/index.ts';
import { named, plain } from './shape.ts';
import type { PolicyAtWork, WorkState } from './state.ts';
import type { Task } from './task.ts';

/** Days before a review is due in which it is a task. */
const REVIEW_AHEAD_DAYS = 30;

/** Days within which everybody named has read a version that came into force. */
const CONFIRM_DAYS = 14;

export function policyTasks(state: WorkState): readonly Task[] {
  return state.policies.flatMap((each) => [
    ...reviewOf(each, state.today),
    ...confirmationOf(each),
    ...decisionOf(each),
  ]);
}

function reviewOf({ code, title, owner, standing }: PolicyAtWork, today: PlainDate): readonly Task[] {
  const { reviewOn, inForce } = standing;
  if (reviewOn === undefined || inForce === undefined || reviewOn > addDays(today, REVIEW_AHEAD_DAYS))
    return [];
  return [
    {
      ...plain('review_policy', `${code}@${inForce}`, owner),
      title: `Review ${code} ${title}`,
      why: `Version ${inForce} ${reviewOn <= today ? 'has been' : 'is'} due for review ${reviewOn <= today ? 'since' : 'on'} ${reviewOn}; what is still right is published again as it is.`,
      closes: `Closes when a newer version of ${code} is published, or ${code} is retired.`,
      until: reviewOn,
      place: { at: 'policy', policy: code },
    },
  ];
}

function confirmationOf({
  code,
  title,
  owner,
  standing,
  since,
  acknowledged,
}: PolicyAtWork): readonly Task[] {
  const { inForce } = standing;
  if (inForce === undefined || since === undefined || !acknowledged || acknowledged.missing.length === 0)
    return [];
  const { missing, denominator } = acknowledged;
  const [only] = missing;
  return [
    {
      ...plain('confirm_policy', `${code}@${inForce}`, owner),
      title:
        missing.length === 1
          ? `${only ?? ''} has to confirm ${code} ${title}`
          : `Have ${missing.length} people confirm ${code} ${title}`,
      why: `${missing.length} of ${denominator} people named ${missing.length === 1 ? 'has' : 'have'} not confirmed version ${inForce}, in force since ${since}: ${named(missing, 5)}.`,
      closes: `Closes when all ${denominator} have confirmed version ${inForce}, or a newer one names others.`,
      person: missing.length === 1 ? only : undefined,
      people: missing,
      until: addDays(since, CONFIRM_DAYS),
      place: { at: 'policy', policy: code },
    },
  ];
}

/** What somebody has filled waits for its approval, what is approved for its publishing. */
function decisionOf({ code, title, owner, standing, newest, missing }: PolicyAtWork): readonly Task[] {
  const { next } = standing;
  if (next === undefined || (!newest.approved && !mayApprove(newest, missing).ok)) return [];
  const [act, done] = newest.approved ? ['Publish', 'published'] : ['Approve', 'approved'];
  return [
    {
      ...plain('decide_policy', `${code}@${next}:${done}`, newest.approved ? owner : 'founder'),
      title: `${act} version ${next} of ${code} ${title}`,
      why: newest.approved
        ? `Version ${next} is approved, and nobody is bound by it before it is published.`
        : `Every place of version ${next} is filled, and nobody has approved it.`,
      closes: `Closes when version ${next} is ${done}, changed or retired.`,
      place: { at: 'policy', policy: code },
    },
  ];
}
