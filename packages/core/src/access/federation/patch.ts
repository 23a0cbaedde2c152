// Changes of SCIM (RFC 7644 3.5.2) to a user or a group as it is kept, with what the two common directories send beside
// the letter of it: "Replace" with capitals, no path, paths as names of fields, "False" for false, members to remove as a value.
import { err, ok, type Result } from '../../kernel/result.ts';
import { attributeOf, fits, listOf, parseFilter, withoutSchema, type Filter } from './filter.ts';

export interface PatchOperation {
  readonly op: string;
  readonly path?: string | undefined;
  readonly value?: unknown;
}

export interface PatchFault {
  readonly scimType: 'invalidSyntax' | 'invalidPath' | 'invalidValue' | 'noTarget';
  readonly detail: string;
}

type Thing = Readonly<Record<string, unknown>>;

/** Attributes that are kept, in the capitals of the standard. */
const KEPT = ['userName', 'externalId', 'name', 'displayName', 'emails', 'active', 'members'];
const INNER = ['givenName', 'familyName', 'formatted', 'value', 'type', 'primary', 'display'];
const PLURAL = ['emails', 'members'];

/** The thing after all changes, or the first that cannot be made: then none is. What is not kept is passed over. */
export function patched(thing: Thing, operations: readonly PatchOperation[]): Result<Thing, PatchFault> {
  let now: Result<Thing, PatchFault> = ok(thing);
  for (const { op, path, value } of operations) {
    if (!now.ok) return now;
    const act = op.toLowerCase();
    if (act !== 'add' && act !== 'replace' && act !== 'remove')
      return fault('invalidSyntax', `${op} is no change; add, replace and remove are.`);
    now =
      path === undefined || path === ''
        ? withoutPath(now.value, act, value)
        : at(now.value, act, { path, value });
  }
  return now;
}

/** true and false, also as texts; undefined for anything else. */
export function booleanOf(value: unknown): boolean | undefined {
  const text = typeof value === 'string' ? value.toLowerCase() : value;
  if (text === true || text === 'true') return true;
  return text === false || text === 'false' ? false : undefined;
}

type Act = 'add' | 'replace' | 'remove';

function withoutPath(thing: Thing, act: Act, value: unknown): Result<Thing, PatchFault> {
  if (act === 'remove') return fault('noTarget', 'What is removed is named by a path.');
  if (!isThing(value)) return fault('invalidValue', 'Without a path, the value names the attributes.');
  let now: Result<Thing, PatchFault> = ok(thing);
  for (const [path, inner] of Object.entries(value)) {
    if (!now.ok) return now;
    now = at(now.value, act, { path, value: inner });
  }
  return now;
}

interface Place {
  readonly attribute: string;
  readonly filter: Filter | undefined;
  readonly inner: string | undefined;
}

function at(
  thing: Thing,
  act: Act,
  { path, value }: { readonly path: string; readonly value: unknown },
): Result<Thing, PatchFault> {
  const place = placeOf(path);
  if (!place.ok) return place;
  if (!place.value) return ok(thing);
  const { attribute, filter, inner } = place.value;
  const before = thing[attribute];
  const after = filter
    ? chosen(listOf(before), act, { filter, inner, value })
    : ok(
        inner === undefined
          ? whole(attribute, act, { before, value })
          : within(before, act, { inner, value }),
      );
  return after.ok ? ok({ ...thing, [attribute]: after.value }) : after;
}

/** Where a path leads; undefined for what is not kept here (telephone numbers, an enterprise's own attributes). */
function placeOf(path: string): Result<Place | undefined, PatchFault> {
  const plain = withoutSchema(path.trim());
  if (/^urn:/i.test(plain)) return ok(undefined);
  const [, name, asked, sub] = /^([A-Za-z][\w$-]*)(?:\[(.*)\])?(?:\.([A-Za-z][\w$-]*))?$/s.exec(plain) ?? [];
  if (name === undefined) return fault('invalidPath', `${path.slice(0, 100)} is no path.`);
  const attribute = KEPT.find((each) => each.toLowerCase() === name.toLowerCase());
  if (attribute === undefined) return ok(undefined);
  const inner = INNER.find((each) => each.toLowerCase() === sub?.toLowerCase());
  if (sub !== undefined && inner === undefined) return ok(undefined);
  const filter = asked === undefined ? undefined : parseFilter(asked);
  if (filter && !filter.ok) return fault('invalidPath', filter.error);
  return ok({ attribute, filter: filter?.value, inner });
}

/** A whole attribute. */
function whole(
  attribute: string,
  act: Act,
  { before, value }: { readonly before: unknown; readonly value: unknown },
): unknown {
  if (PLURAL.includes(attribute)) {
    const named = listOf(value);
    if (act === 'add') return joined(listOf(before), named);
    if (act === 'replace') return named;
    return named.length === 0
      ? []
      : listOf(before).filter((each) => !named.some((other) => same(each, other)));
  }
  if (act === 'remove') return undefined;
  return isThing(value) && isThing(before) ? { ...before, ...value } : value;
}

/** One inner attribute: of a thing, or of every one of several. */
function within(
  before: unknown,
  act: Act,
  { inner, value }: { readonly inner: string; readonly value: unknown },
): unknown {
  const set = (thing: Thing): Thing => ({ ...thing, [inner]: act === 'remove' ? undefined : value });
  if (Array.isArray(before)) return before.map((each) => set(isThing(each) ? each : { value: each }));
  return set(isThing(before) ? before : {});
}

/** Those of several values that a filter names. */
function chosen(
  list: readonly unknown[],
  act: Act,
  {
    filter,
    inner,
    value,
  }: { readonly filter: Filter; readonly inner: string | undefined; readonly value: unknown },
): Result<unknown, PatchFault> {
  const named = list.filter((each) => fits(filter, each));
  if (named.length === 0) {
    // What an added value is to be is said by the filter itself: emails[type eq "work"].value
    const asked = act === 'add' ? thingAsked(filter) : undefined;
    if (act === 'remove') return ok(list);
    return asked
      ? ok([
          ...list,
          inner === undefined
            ? { ...asked, ...(isThing(value) ? value : { value }) }
            : { ...asked, [inner]: value },
        ])
      : fault('noTarget', 'The path names no value that is there.');
  }
  if (act === 'remove' && inner === undefined) return ok(list.filter((each) => !named.includes(each)));
  const changed = (each: unknown): unknown => {
    if (!named.includes(each)) return each;
    if (inner !== undefined) return within(each, act, { inner, value });
    return isThing(value) && isThing(each) ? { ...each, ...value } : value;
  };
  return ok(list.map(changed));
}

function thingAsked(filter: Filter): Thing | undefined {
  return filter.is === 'compare' && filter.by === 'eq' ? { [filter.path]: filter.to } : undefined;
}

function joined(before: readonly unknown[], more: readonly unknown[]): readonly unknown[] {
  return [...before, ...more.filter((each) => !before.some((other) => same(each, other)))];
}

/** Values of several are told apart by their `value`. */
function same(a: unknown, b: unknown): boolean {
  return valueOf(a) === valueOf(b);
}

function valueOf(each: unknown): unknown {
  return isThing(each) ? attributeOf(each, 'value') : each;
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fault(scimType: PatchFault['scimType'], detail: string): Result<never, PatchFault> {
  return err({ scimType, detail });
}
