// The room of the Type II examination: opened for the interim work, with what was released into it so far.
import { ok } from '@assay/core';
import { candidates, comment, openRoom, release, roomNamed } from '../slices/rooms/rooms.module.ts';
import { act, must, type Act, type Place } from './act.ts';
import { WINDOW_BEGAN, WINDOW_LEFT } from './company.ts';
import { PLANNED, REFUSED, UNDECIDED } from './decisions.ts';
import { OWNERS } from './people.ts';

/** Days before today: opened, filled, talked about. */
const OPENED = 20;
const RELEASED = 18;
const TALKED = 3;
/** Days after the period within which the report is due. */
const REPORT = 75;
/** How many of each kind were released so far. */
const SO_FAR = { evidence: 9, policy: 3, control: 5, statement: 0 } as const;
const WAITING: ReadonlySet<string> = new Set([...PLANNED, ...UNDECIDED, ...Object.keys(REFUSED)]);

export function roomActs(place: Place): readonly Act[] {
  const by = OWNERS.security_lead;
  const ids: string[] = [];
  const room = (): string => ids[0] ?? '';
  return [
    act(place, { ago: OPENED, time: '10:20', by }, async (work) => {
      ids.push(
        must(
          await openRoom(work, {
            title: 'SOC 2 Type II, interim and final',
            engagement: 'soc2_type2',
            framework: 'soc2:2017',
            firm: 'Tidewater Assurance LLP',
            systems: 'The Harbourline scheduling service; Security, Availability and Confidentiality.',
            from: place.on.ago(WINDOW_BEGAN),
            until: place.on.ago(-WINDOW_LEFT),
            controls: accessControls(place),
            ends_on: place.on.ago(-WINDOW_LEFT - REPORT),
          }),
        ),
      );
      return ok(undefined);
    }),
    act(place, { ago: RELEASED, time: '15:10', by }, async (work) => {
      const found = await candidates(work, must(await roomNamed(work, room())));
      const left: Record<keyof typeof SO_FAR, number> = { ...SO_FAR };
      const things = found.filter(({ of, shown }) => {
        // What still waits for a review is not shown to anybody.
        if (shown.kind === 'evidence' && (shown.review === 'pending' || shown.reconstructed)) return false;
        left[of.kind] -= 1;
        return left[of.kind] >= 0;
      });
      return release(
        work,
        room(),
        things.map(({ of }) => of),
      );
    }),
    said(place, room, {
      time: '09:40',
      audience: 'internal',
      text: 'The late offboarding is in the leavers’ list of the period. I would rather tell them before they draw it.',
    }),
    said(place, room, {
      time: '09:55',
      audience: 'shared',
      text: 'Everything on logical access of the first three months is in here; populations follow when the quarter is closed.',
    }),
  ];
}

function said(
  place: Place,
  room: () => string,
  of: { readonly time: string; readonly audience: 'internal' | 'shared'; readonly text: string },
): Act {
  return act(place, { ago: TALKED, time: of.time, by: OWNERS.security_lead }, async (work) => {
    const { audience, text } = of;
    return comment(work, must(await roomNamed(work, room())), {
      side: 'organisation',
      audience,
      text,
      release: null,
    });
  });
}

/** Controls of logical access (CC6) that are in place. */
function accessControls({ deps, known }: Place): string[] {
  const codes = deps.catalogue.mappings.flatMap(({ control, to }) =>
    to.startsWith('soc2:2017/CC6.') ? [control] : [],
  );
  return [...new Set(codes)].filter((code) => known.has(code) && !WAITING.has(code)).toSorted();
}
