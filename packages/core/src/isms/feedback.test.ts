// What interested parties say: its remarks, its sentence, and how a review counts it.
import { describe, expect, it } from 'vitest';
import { parsePlainDate, type PlainDate } from '../kernel/index.ts';
import {
  feedbackLints,
  feedbackSentence,
  recordDifference,
  reviewFacts,
  reviewLints,
  versionInForce,
  type Feedback,
  type ManagementReview,
  type ReviewKnown,
} from './index.ts';

const TODAY = day('2026-06-15');

function day(text: string): PlainDate {
  const found = parsePlainDate(text);
  if (!found) throw new Error(`no day: ${text}`);
  return found;
}

const said: Feedback = {
  party: 'Customers',
  on: day('2026-05-16'),
  said: 'Where do our data lie?',
  source: 'Ticket 12',
  answer: null,
  withdrawn: null,
};
const answered: Feedback = { ...said, answer: { said: 'In Europe.', by: 'Ada Berg', on: TODAY } };
const withdrawn: Feedback = { ...said, withdrawn: { because: 'Another product.', by: 'Ada', on: TODAY } };
const review: ManagementReview = {
  on: day('2026-03-01'),
  inputs: [],
  attendance: [],
  decisions: [],
  actions: [],
  minutes: '',
  closed: { on: day('2026-03-01'), by: 'Ada Berg' },
};

describe('what a party said', () => {
  it('waits thirty days for an answer before somebody is told, and longer says so', () => {
    const codes = (each: Feedback) => feedbackLints(each, TODAY).map(({ code }) => code);
    expect(codes(said)).toEqual([]);
    expect(codes({ ...said, on: day('2026-05-15') })).toEqual(['feedback.unanswered']);
    expect(codes({ ...answered, on: day('2026-01-15') })).toEqual([]);
    expect(codes({ ...said, source: ' ' })).toEqual(['feedback.no_source']);
    expect(codes({ ...withdrawn, on: day('2026-01-15'), source: '' })).toEqual([]);
  });

  it('is told in one sentence that does not count what was withdrawn', () => {
    expect(feedbackSentence([withdrawn])).toBe('Nobody has recorded yet what interested parties say.');
    expect(feedbackSentence([withdrawn, said, { ...answered, party: 'Staff' }])).toBe(
      '2 entries of 2 parties: 1 is answered, 1 waits for an answer; the newest is of 2026-05-16.',
    );
  });

  it('stands without an approval until it is withdrawn, and a difference names the reason', () => {
    const version = (revision: number, feedback: Feedback) => ({
      revision,
      record: { kind: 'feedback' as const, ...feedback },
      approved: false,
    });
    const [first, last] = [version(1, said), version(2, withdrawn)];
    expect(versionInForce([first], TODAY)?.revision).toBe(1);
    expect(versionInForce([first, last], TODAY)).toBeUndefined();
    expect(recordDifference(first.record, last.record)).toEqual([
      { section: 'Withdrawn', change: 'new', line: `Another product. (Ada, ${TODAY})` },
    ]);
  });
});

describe('input e of a review', () => {
  const known = (...feedback: readonly Feedback[]): ReviewKnown => ({
    today: TODAY,
    earlier: [],
    context: [],
    parties: [],
    objectives: [],
    feedback: feedback.map((each, i) => ({ id: `FB-${i + 1}`, feedback: each, recordedOn: each.on })),
    findings: [],
    audits: [],
    risks: [],
    proved: '',
    window: undefined,
  });
  const told = (of: ReviewKnown) => reviewFacts(of).get('feedback')?.at(-1)?.value;

  it('is not known while nobody recorded anything, which the review remarks on until it is closed', () => {
    expect(told(known())).toBeNull();
    expect(told(known(withdrawn))).toBeNull();
    const facts = reviewFacts(known()).get('feedback') ?? [];
    const open = { ...review, closed: null, inputs: [{ input: 'feedback' as const, text: 'Asked.', facts }] };
    const codes = (of: ManagementReview) => reviewLints(of, TODAY).map(({ code }) => code);
    expect(codes(open)).toContain('review.fact_unknown');
    expect(codes({ ...open, closed: review.closed })).not.toContain('review.fact_unknown');
    const filled = reviewFacts(known(answered)).get('feedback') ?? [];
    expect(codes({ ...open, inputs: [{ input: 'feedback', text: 'Asked.', facts: filled }] })).not.toContain(
      'review.fact_unknown',
    );
  });

  it('counts what was said since the review before, whose it was, and what waits', () => {
    const entries = [said, { ...answered, party: 'Staff' }, { ...said, on: day('2026-02-01') }] as const;
    expect(told(known(...entries))).toBe(
      '3 entries so far (FB-3, FB-1, FB-2): 2 of Customers, 1 of Staff; without an answer: 2 (FB-3, FB-1).',
    );
    expect(told({ ...known(...entries), earlier: [{ id: 'MR-1', review }] })).toBe(
      '2 entries since 2026-03-01 (FB-1, FB-2): 1 of Customers, 1 of Staff; without an answer: 1 (FB-1); still without an answer from before: 1 (FB-3).',
    );
    const old = { ...known({ ...said, on: day('2026-02-01') }), earlier: [{ id: 'MR-1', review }] };
    expect(told(old)).toBe(
      'Nothing is recorded since 2026-03-01; the newest entry is FB-1 of 2026-02-01; still without an answer from before: 1 (FB-1).',
    );
  });

  it('counts what was said before a review and recorded after it', () => {
    const late = { id: 'FB-1', feedback: { ...said, on: day('2026-02-20') }, recordedOn: day('2026-03-02') };
    expect(told({ ...known(), feedback: [late], earlier: [{ id: 'MR-1', review }] })).toBe(
      '1 entry since 2026-03-01 (FB-1): 1 of Customers; without an answer: 1 (FB-1).',
    );
  });
});
