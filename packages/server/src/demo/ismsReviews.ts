// Harbourline's management reviews: one that was held and closed, and the next, which waits.
import { REVIEW_INPUT_NAMES, type IsmsRecord, type PlainDate, type ReviewInput } from '@assay/core';
import { fillFromKnown } from '../slices/isms/fill.usecases.ts';
import { find } from '../slices/isms/isms.usecases.ts';
import { must, type Act, type Place } from './act.ts';
import type { Calendar } from './calendar.ts';
import { changed, closed, written, type Hand } from './ismsHand.ts';
import { OWNERS } from './people.ts';

/** Days before today on which the review was held, and after today for which the next is planned. */
export const REVIEW_HELD = 210;
const NEXT_REVIEW = 12;

type Review = Extract<IsmsRecord, { kind: 'review' }>;

export function reviewActs(hand: Hand, { on }: Place): readonly Act[] {
  const held = on.ago(REVIEW_HELD);
  return [
    ...written(hand, REVIEW_HELD + 10, [planned(held)]),
    hand.on(REVIEW_HELD + 1, '12:00', {
      by: 'security_lead',
      act: async (work) => {
        const { revision } = must(await find(work, 'MR-1'));
        must(await fillFromKnown(work, 'MR-1', `"${revision}"`));
      },
    }),
    changed(hand, REVIEW_HELD, ['MR-1', minutesOf(on)]),
    closed(hand, REVIEW_HELD, 'MR-1'),
    ...written(hand, 20, [planned(on.ago(-NEXT_REVIEW))]),
  ];
}

function planned(on: PlainDate): Review {
  return {
    kind: 'review',
    on,
    inputs: [],
    attendance: [{ name: OWNERS.founder, role: 'Founder', top_management: true }],
    decisions: [],
    actions: [],
    minutes: '',
    closed: null,
  };
}

const SAID: Readonly<Record<ReviewInput, string>> = {
  earlier_actions: 'This is the first review, so there are none.',
  issues:
    'Nothing new since the context was approved; the second region was talked about and waits for its cost.',
  parties: 'Two American customers ask for a SOC 2 report within the year.',
  performance:
    'Objectives were measured three times; leavers and weaknesses are behind, and both have a plan. No internal audit was held yet.',
  feedback:
    'Support passes on four questions of customers about where data lie; the answer goes into the contract.',
  risks: 'The register is young; the founder wants the five highest told in the monthly report.',
  opportunities: 'One set of controls should answer both frameworks from the start.',
};

function minutesOf(on: Calendar): Review {
  return {
    ...planned(on.ago(REVIEW_HELD)),
    inputs: REVIEW_INPUT_NAMES.map((input) => ({ input, text: SAID[input], facts: [] })),
    attendance: [
      { name: OWNERS.founder, role: 'Founder', top_management: true },
      { name: OWNERS.security_lead, role: 'Security lead', top_management: false },
      { name: OWNERS.engineering_lead, role: 'Engineering lead', top_management: false },
    ],
    decisions: [
      'SOC 2 joins the programme, with security, availability and confidentiality.',
      'The objectives stay as they are; leavers are looked at every month.',
    ],
    actions: [
      {
        what: 'Choose the examiner and the first period',
        owner: OWNERS.security_lead,
        due: on.ago(110),
        done: on.ago(118),
      },
      {
        what: 'Plan the first internal audit with somebody who owns no control in it',
        owner: OWNERS.security_lead,
        due: on.ago(-14),
        done: null,
      },
    ],
    minutes:
      'An hour and a half, in person. Everybody had read the inputs; nobody objected to the decisions.',
  };
}
