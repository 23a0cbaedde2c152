// Names what a SARIF result is about, so that the same finding keeps its name from run to run.
// Lines are never part of it: code moves, and a finding that changed its name with every commit
// would be new each day while its old name stayed failing for ever.
import { hash } from 'node:crypto';
import { at, isObject, listAt, numberAt, textAt } from '../../read/json.ts';

/** What a run adds to its results' places. */
export interface Places {
  readonly bases: readonly string[];
  readonly artifacts: readonly unknown[];
}

export function placesOf(run: unknown): Places {
  const bases = Object.values(at(run, 'originalUriBaseIds') ?? {}).flatMap(
    (base) => textAt(base, 'uri') ?? [],
  );
  return {
    bases: bases.filter((base) => base.endsWith('/')).toSorted((a, b) => b.length - a.length),
    artifacts: listAt(run, 'artifacts'),
  };
}

/** File or logical place, and a mark that tells findings of one rule in one file apart. */
export function subjectOf(
  result: unknown,
  places: Places,
): { readonly name: string | undefined; readonly sure: boolean } {
  const location = listAt(result, 'locations')[0];
  const logical = listAt(location, 'logicalLocations')[0];
  const place = textAt(logical, 'fullyQualifiedName') ?? textAt(logical, 'name');
  const file = fileOf(at(location, 'physicalLocation', 'artifactLocation'), places);
  const print = fingerprint(result);
  if (print !== undefined) return { name: joined(file ?? place, print), sure: true };
  if (file === undefined) return { name: place, sure: place !== undefined };
  if (place !== undefined) return { name: joined(file, place), sure: false };
  const message = textAt(location, 'message', 'text')?.replace(`${file}: `, '');
  const text =
    textAt(location, 'physicalLocation', 'region', 'snippet', 'text') ?? textAt(result, 'message', 'text');
  return { name: joined(file, message ?? (text === undefined ? undefined : short(text))), sure: false };
}

/**
 * The tool's own fingerprint: complete ones (3.27.16) before partial ones (3.27.17). Of several the one
 * that GitHub compares by, else all of them in the order of their names.
 */
function fingerprint(result: unknown): string | undefined {
  return printsOf(at(result, 'fingerprints')) ?? printsOf(at(result, 'partialFingerprints'));
}

function printsOf(prints: unknown): string | undefined {
  if (!isObject(prints)) return undefined;
  const line = textAt(prints, 'primaryLocationLineHash');
  if (line !== undefined) return line;
  const all = Object.keys(prints)
    .toSorted()
    .flatMap((name) => textAt(prints, name) ?? []);
  return all.length === 0 ? undefined : all.join(',');
}

/** A path below its base, or as given: absolute paths of a build machine differ from run to run. */
function fileOf(location: unknown, places: Places): string | undefined {
  const index = numberAt(location, 'index');
  const uri =
    textAt(location, 'uri') ??
    textAt(index === undefined ? undefined : places.artifacts[index], 'location', 'uri');
  if (uri === undefined) return undefined;
  const base = places.bases.find((each) => uri.startsWith(each));
  return (base === undefined ? uri : uri.slice(base.length)).replace(/^\.\//, '');
}

function joined(place: string | undefined, mark: string | undefined): string | undefined {
  if (place === undefined || mark === undefined) return place ?? mark;
  return `${place}#${mark}`;
}

function short(text: string): string {
  return hash('sha256', text.replace(/\s+/g, ' ').trim(), 'hex').slice(0, 16);
}
