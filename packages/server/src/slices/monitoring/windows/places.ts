// To which rows of a control what was seen or done belongs: a row counts what names it, and nothing else.
import {
  isUnsaid,
  localDay,
  ONLY_SCOPE,
  placeInRows,
  type ControlCode,
  type ControlLine,
  type Instant,
  type PlainDate,
  type RowPlace,
  type RowsAsked,
  type Zone,
} from '@assay/core';
import type { Placing } from './runs.repository.ts';

/** Rows, what the approved scopes say of systems, and the zone of days. */
export interface PlacesAsked {
  readonly lines: readonly ControlLine[];
  readonly systems: RowsAsked | undefined;
  readonly zone: Zone;
  /** The system that an import looked at, where its collector says one. */
  readonly systemOf: ReadonlyMap<string, string>;
}

/** Looks of a control at each of its rows; undefined where nothing is told apart. */
export function placingsOf(asked: PlacesAsked): (control: ControlCode) => Placing | undefined {
  if (asked.systemOf.size === 0 && asked.systems === undefined) return () => undefined;
  const lines = new Map(
    asked.lines.flatMap((each) => each.line.map(({ code }): [ControlCode, ControlLine] => [code, each])),
  );
  return (control) => {
    const line = lines.get(control);
    return line && placingOf(line.scopes, asked);
  };
}

function placingOf(scopes: ControlLine['scopes'], { systems, zone, systemOf }: PlacesAsked): Placing {
  // With one row alone, what lies there and what names nothing are looked at together.
  const scopeOf = (row: string): string | undefined =>
    scopes.length === 1 && !scopes[0]?.joint ? undefined : row;
  const said = scopes.filter(({ added }) => !added);
  const unnamed = said.length === 1 || said.some(({ joint }) => joint) ? said : [];
  const places = new Map<string, RowPlace>();
  const placeOn = (name: string, at: Instant): RowPlace => {
    const day = localDay(zone, at);
    const key = `${day} ${name}`;
    const place = places.get(key) ?? placeInRows(scopes, systems, { name, day });
    places.set(key, place);
    return place;
  };
  return (look) => {
    const inRows = (rows: ControlLine['scopes'], change: object = {}) =>
      rows.map((row) => ({ ...look, ...change, scope: scopeOf(row.name) }));
    const name = systemOf.get(look.import_id);
    if (name === undefined) return unnamed.length === 0 ? [look] : inRows(unnamed);
    const place = placeOn(name, look.at);
    if (place.at === 'row') return inRows(scopes.filter((row) => row.name === place.row));
    const elsewhere = { ...look, scope: name };
    // A wrong spelling proves nothing, and hides no failure.
    return place.at === 'unmatched' && look.fail
      ? [elsewhere, ...inRows(scopes, { pass: false })]
      : [elsewhere];
  };
}

/** What a place that somebody named is for a control on a day: its row; else the word itself, which speaks for no row. */
export function rowNamed(
  { scopes }: Pick<ControlLine, 'scopes'>,
  systems: RowsAsked | undefined,
  said: { readonly name: string | undefined; readonly day: PlainDate },
): string | undefined {
  const { name, day } = said;
  if (name === undefined || isEverywhere(scopes, name)) return undefined;
  const place = placeInRows(scopes, systems, { name, day });
  return place.at === 'row' ? place.row : name;
}

/** Whether a name means all rows: that of the only row there was before systems told it apart. */
export function isEverywhere(scopes: ControlLine['scopes'], name: string): boolean {
  return name === ONLY_SCOPE && isUnsaid(scopes);
}
