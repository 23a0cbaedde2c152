// How long a certification body audits: the table by persons, and the sites that are sampled.

interface Band {
  readonly upTo: number;
  readonly days: number;
  /** Confirmed by what a certification body publishes; the others are told from memory of an earlier edition. */
  readonly confirmed: boolean;
}

/** ISO/IEC 27006-1: days of stage 1 and 2 together, for so many persons at most. */
const AUDIT_BANDS: readonly Band[] = [
  ...bands(true, [
    [10, 5],
    [15, 6],
    [25, 7],
    [45, 8.5],
    [65, 10],
    [85, 11],
    [125, 12],
    [175, 13],
  ]),
  ...bands(false, [
    [275, 14],
    [425, 15],
    [625, 16.5],
    [875, 17.5],
    [1175, 18.5],
    [1550, 19.5],
    [2025, 21],
    [2675, 22],
    [3450, 23],
    [4350, 24],
    [5450, 25],
    [6800, 26],
    [8500, 27],
    [10_700, 28],
  ]),
];

/** Above the table the progression goes on: a day more for each quarter more of persons, as from 8,500 to 10,700. */
const GROWTH = 1.25;

export function tableDays(people: number): { readonly days: number; readonly confirmed: boolean } {
  const band = AUDIT_BANDS.find(({ upTo }) => people <= upTo);
  if (band) return band;
  const last = AUDIT_BANDS.at(-1) ?? { upTo: 1, days: 0 };
  let { upTo, days } = last;
  for (; upTo < people; upTo = Math.floor(upTo * GROWTH)) days += 1;
  return { days, confirmed: false };
}

export type AuditKind = 'initial' | 'surveillance' | 'recertification';

/** Further sites that are visited where sampling is allowed; the central one always is and does not count (IAF MD 1). */
export function sitesVisited(kind: AuditKind, furtherSites: number): number {
  const root = Math.sqrt(Math.max(0, furtherSites));
  return Math.ceil(SHARE_OF_ROOT[kind] * root);
}

/** Of what the table gives after factors: surveillance about a third, recertification about two thirds. */
export const SHARE_OF_INITIAL: Readonly<Record<AuditKind, number>> = {
  initial: 1,
  surveillance: 1 / 3,
  recertification: 2 / 3,
};

const SHARE_OF_ROOT: Readonly<Record<AuditKind, number>> = {
  initial: 1,
  surveillance: 0.6,
  recertification: 0.8,
};

/** Up to the next half day; what is a half day but for the last bits of a double stays it. */
export function upToHalf(days: number): number {
  return Math.ceil(Math.round(days * 2e6) / 1e6) / 2;
}

function bands(confirmed: boolean, rows: readonly (readonly [number, number])[]): readonly Band[] {
  return rows.map(([upTo, days]) => ({ upTo, days, confirmed }));
}
