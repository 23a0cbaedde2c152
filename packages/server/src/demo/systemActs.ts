// Which system each look at administrators was of: said when the ticket system came into what SOC 2 describes.
import { listEvidence } from '../slices/evidence/evidence.module.ts';
import { changeSchedule, excludeDays, setBearing } from '../slices/monitoring/windows/schedules.usecases.ts';
import { must, type Act, type Place } from './act.ts';
import { at } from './calendar.ts';
import { TICKETS_JOINED } from './ismsRecords.ts';
import { OWNERS } from './people.ts';

/** The monthly review of what administrators did: of production alone, until somebody reads the ticket system's log too. */
const REVIEWED = { control: 'C-69', system: 'production' } as const;

/** Days before today on which it was said, and from which it is said to have held. */
const SAID = TICKETS_JOINED - 1;
const HELD_FROM = 268;

/** Where administrators are watched in another way, and by which control. */
const ELSEWHERE: readonly (readonly [system: string, reason: string])[] = [
  ['Source code and build', 'The code host lists its administrators every week, and C-47 reads the list.'],
  ['Identity and mail', 'Rights of administrators raise an alert at once, which C-68 answers.'],
  ['People system', 'Two people administer it; their rights are looked at with all others under C-43.'],
];

export function systemActs(place: Place): readonly Act[] {
  const { on } = place;
  return [
    act(place, [SAID, '10:00'], async (work) => {
      must(
        await changeSchedule(work, REVIEWED.control, {
          ifMatch: '"0"',
          to: {
            versions: [
              {
                from: on.ago(HELD_FROM),
                cadence: { kind: 'periodic', frequency: 'monthly', mode: 'interval', graceDays: 7 },
              },
            ],
            scopes: [{ name: REVIEWED.system, from: undefined, until: undefined }],
          },
        }),
      );
      for (const [scope, reason] of ELSEWHERE)
        must(
          await excludeDays(work, {
            control: REVIEWED.control,
            scope,
            period: { from: on.ago(96), until: on.ago(-84) },
            reason,
            owner: OWNERS.security_lead,
          }),
        );
    }),
    bearing(place, SAID, ['first month', 'second month']),
    bearing(place, 16, ['third month']),
  ];
}

function bearing(place: Place, daysAgo: number, months: readonly string[]): Act {
  return act(place, [daysAgo, '10:20'], async (work) => {
    const records = await listEvidence(work.tx, work.scope, { control: REVIEWED.control, limit: 50 });
    const reviews = records.filter(({ title }) => months.some((month) => title.includes(month)));
    if (reviews.length !== months.length) throw new Error('demo: a review of administrators is missing');
    for (const { code } of reviews) {
      const said = { scope: REVIEWED.system, events: [], support: null };
      must(await setBearing(work, { evidence: code, control: REVIEWED.control }, said));
    }
  });
}

type Work = Parameters<typeof setBearing>[0];

function act(
  place: Place,
  [daysAgo, time]: readonly [daysAgo: number, time: string],
  run: (work: Work) => Promise<void>,
): Act {
  const now = at(place.on.ago(daysAgo), time);
  return { at: now, inside: (tx) => run({ tx, scope: place.as(OWNERS.security_lead), now }) };
}
