// A whole file of mappings at once, for an own framework or a review: all of them or none.
import { err, ok, splitRef, type Framework, type Mapping, type Result } from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { record } from '../evidence/evidence.module.ts';
import { allFrameworks } from '../frameworks/frameworks.module.ts';
import { changeMapping, controlCodes, listMappings } from './controls.repository.ts';
import type { Work } from './controls.usecases.ts';

/** What a file of mappings does to what is there. */
export interface MappingsDone {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly written: boolean;
}

/** Sets all mappings, or names every one that leads nowhere and sets none. */
export async function putMappings(
  work: Work,
  mappings: readonly Mapping[],
  dryRun: boolean,
): Promise<Result<MappingsDone, Refusal>> {
  const frameworks = await allFrameworks(work.tx, work.scope, work.catalogue);
  const controls = await controlCodes(work.tx, work.scope);
  const errors = mappings.flatMap((mapping, i) =>
    faults(mapping, `/mappings/${i}`, { frameworks, controls }),
  );
  const [first] = errors;
  if (first)
    return err({
      code: 'mapping.invalid',
      detail: `${errors.length} of ${mappings.length} mappings cannot be set; the first at ${first.pointer}: ${first.message}.`,
      errors: errors.slice(0, 100),
    });
  const held = new Map((await listMappings(work.tx, work.scope)).map((each) => [endsOf(each), each]));
  const given = [...new Map(mappings.map((each) => [endsOf(each), each])).values()];
  const fresh = given.filter((each) => !held.has(endsOf(each)));
  const other = given.filter((each) => {
    const now = held.get(endsOf(each));
    return now !== undefined && !same(now, each);
  });
  if (!dryRun) for (const mapping of [...fresh, ...other]) await write(work, mapping);
  return ok({
    added: fresh.length,
    changed: other.length,
    unchanged: mappings.length - fresh.length - other.length,
    written: !dryRun,
  });
}

interface Known {
  readonly frameworks: ReadonlyMap<string, Framework>;
  readonly controls: ReadonlySet<string>;
}

function faults(mapping: Mapping, pointer: string, known: Known) {
  const place = splitRef(mapping.to);
  const framework = place && known.frameworks.get(place.framework);
  const requirement = framework?.requirements.find((each) => each.ref === mapping.to);
  return [
    ...(known.controls.has(mapping.control)
      ? []
      : [{ pointer: `${pointer}/control`, message: `there is no control ${mapping.control}` }]),
    ...(requirement?.leaf
      ? []
      : [
          {
            pointer: `${pointer}/to`,
            message: framework
              ? `${framework.id} asks nothing under ${place.id}`
              : `there is no framework ${place?.framework ?? mapping.to}`,
          },
        ]),
  ];
}

async function write(work: Work, mapping: Mapping): Promise<void> {
  await changeMapping(work.tx, work.scope, {
    code: mapping.control,
    to: mapping.to,
    mapping,
    now: work.now,
  });
  await record(work.tx, work.scope, {
    kind: 'mapping.set',
    subject: mapping.control,
    at: work.now,
    payload: { ...mapping },
  });
}

function endsOf(mapping: Mapping): string {
  return `${mapping.control} ${mapping.to}`;
}

function same(a: Mapping, b: Mapping): boolean {
  return (
    a.relation === b.relation &&
    a.strength === b.strength &&
    a.rationale === b.rationale &&
    a.reviewer === b.reviewer
  );
}
