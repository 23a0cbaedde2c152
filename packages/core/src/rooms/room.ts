// An auditor's room: it belongs to one engagement and shows nothing outside of its period and its controls.
import type { ControlCode, PlainDate } from '../kernel/index.ts';

/** What an engagement is: a certification audit (ISO/IEC 17021-1) or an examination (AICPA AT-C 205). */
export const ROOM_KINDS = ['iso_certification', 'soc2_type1', 'soc2_type2'] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

/** What can be released: each is kept as it was shown on the day of its release. */
export const RELEASE_KINDS = ['evidence', 'policy', 'statement', 'control'] as const;
export type ReleaseKind = (typeof RELEASE_KINDS)[number];

/** Who a comment is for; what nobody decided is internal. */
export const AUDIENCES = ['internal', 'shared'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What can be read in a room: the list, one released thing, its file, the comments. */
export const READ_KINDS = ['room', 'item', 'file', 'comments'] as const;
export type ReadKind = (typeof READ_KINDS)[number];

/** Days of an engagement: `until` is the first day after it. A Type I has one day. */
export interface RoomPeriod {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** The engagement's own facts, as far as the room asks for them. */
export interface Room {
  readonly framework: string;
  readonly period: RoomPeriod;
  /** Controls that are looked at; nothing that bears on none of them is shown. */
  readonly controls: readonly ControlCode[];
  /** Last day on which somebody of the audit firm gets in. */
  readonly endsOn: PlainDate;
  /** Ended before or after that day, by somebody. */
  readonly ended: boolean;
}

/** What a thing is about: which controls it bears on, and in which days; `until` is open for what still holds. */
export interface Bears {
  readonly controls: readonly ControlCode[];
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  /** A statement is of one framework; everything else of any. */
  readonly framework: string | null;
}

export type RoomState = 'open' | 'ended';

/** Whether the audit firm gets in on a day. */
export function roomState({ ended, endsOn }: Pick<Room, 'ended' | 'endsOn'>, today: PlainDate): RoomState {
  return ended || today > endsOn ? 'ended' : 'open';
}

/** Why a thing lies outside of a room; undefined where it belongs into it. */
export function outsideOf(room: Room, bears: Bears): 'framework' | 'period' | 'controls' | undefined {
  if (bears.framework !== null && bears.framework !== room.framework) return 'framework';
  const { from, until } = room.period;
  if (bears.from >= until || (bears.until !== null && bears.until <= from)) return 'period';
  return bears.controls.some((code) => room.controls.includes(code)) ? undefined : 'controls';
}

/** A thing that was released, as far as it decides whether it is shown. */
export interface Released {
  readonly bears: Bears;
  readonly withdrawn: boolean;
}

/** What the audit firm sees, and nothing else: released, not taken back, of the room's period and controls. */
export function shownIn<T extends Released>(room: Room, releases: readonly T[]): readonly T[] {
  return releases.filter(({ bears, withdrawn }) => !withdrawn && outsideOf(room, bears) === undefined);
}

/** Of the controls that a thing bears on, those that the room is about: the others are nobody's business there. */
export function controlsShown(
  room: Pick<Room, 'controls'>,
  codes: readonly ControlCode[],
): readonly ControlCode[] {
  return codes.filter((code) => room.controls.includes(code));
}

/** Comments that an audience sees: the audit firm what is shared, the organisation everything. */
export function commentsFor<T extends { readonly audience: Audience }>(
  side: 'organisation' | 'auditor',
  comments: readonly T[],
): readonly T[] {
  return side === 'organisation' ? comments : comments.filter(({ audience }) => audience === 'shared');
}

/** Whether a session shows who it is by something that is held or inscribed, not by a link or a password alone. */
export function hasOwnFactor(factors: readonly string[]): boolean {
  // Recovery codes are the second factor of whoever lost the device that made the codes.
  return ['passkey', 'totp', 'recovery'].some((each) => factors.includes(each));
}
