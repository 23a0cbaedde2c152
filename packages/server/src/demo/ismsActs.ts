// How Harbourline's management system came to be: written, approved, measured, reviewed, and a scope that grew.
import { measure } from '../slices/isms/isms.usecases.ts';
import { must, type Act, type Place } from './act.ts';
import { approved, changed, handOf, written, type Hand } from './ismsHand.ts';
import {
  COMMUNICATION,
  COMMUNICATION_DRAFT,
  CONTEXT,
  CONTEXT_DECIDED,
  copyAbroad,
  isoScope,
  PARTIES,
  rolesOf,
  soc2System,
  supportJoins,
  SUPPORT_JOINED,
  TICKETS_JOINED,
} from './ismsRecords.ts';
import { competences, objectives } from './ismsMeasured.ts';
import { heardOf } from './ismsFeedback.ts';
import { REVIEW_HELD, reviewActs } from './ismsReviews.ts';

/** Days before today on which the system was written down, and on which top management approved it. */
const WRITTEN = 300;
const APPROVED = 292;
const SOC2_WRITTEN = 108;

export function ismsActs(place: Place): readonly Act[] {
  const hand = handOf(place);
  const { on } = place;
  return [
    ...written(hand, WRITTEN, [
      CONTEXT,
      PARTIES,
      isoScope(on.ago(APPROVED), false),
      rolesOf(on.ago(WRITTEN)),
      COMMUNICATION,
    ]),
    changed(hand, APPROVED + 1, ['context', CONTEXT_DECIDED]),
    ...['context', 'parties', 'SC-1', 'roles', 'communication'].map((id) => approved(hand, APPROVED, id)),
    ...written(hand, SOC2_WRITTEN, [soc2System(on.ago(96), false)]),
    approved(hand, SOC2_WRITTEN - 1, 'SC-2'),
    changed(hand, TICKETS_JOINED + 2, ['SC-2', soc2System(on.ago(TICKETS_JOINED), true)]),
    approved(hand, TICKETS_JOINED + 1, 'SC-2'),
    ...written(hand, 60, [supportJoins(on), copyAbroad(on)]),
    changed(hand, SUPPORT_JOINED + 3, ['SC-1', isoScope(on.ago(SUPPORT_JOINED), true)]),
    approved(hand, SUPPORT_JOINED + 2, 'SC-1'),
    changed(hand, SUPPORT_JOINED, ['CH-1', { ...supportJoins(on), done: on.ago(SUPPORT_JOINED) }]),
    changed(hand, 6, ['communication', COMMUNICATION_DRAFT]),
    ...objectiveActs(hand, place),
    ...written(hand, REVIEW_HELD - 20, competences(on).slice(0, 1)),
    ...written(hand, 30, competences(on).slice(1)),
    ...heardOf(on).flatMap(({ daysAgo, feedback }) => written(hand, daysAgo, [feedback])),
    ...reviewActs(hand, place),
  ];
}

function objectiveActs(hand: Hand, { on }: Place): readonly Act[] {
  return objectives(on).flatMap(({ objective, by, values }, i): readonly Act[] => {
    const id = `OB-${i + 1}`;
    return [
      ...written(hand, APPROVED - 1 - i, [objective]),
      approved(hand, APPROVED - 8, id),
      ...values.map(([daysAgo, value]) =>
        hand.on(daysAgo, '15:00', {
          by: 'security_lead',
          act: async (work) => {
            must(await measure(work, id, { on: on.ago(daysAgo), value, by }));
          },
        }),
      ),
    ];
  });
}
