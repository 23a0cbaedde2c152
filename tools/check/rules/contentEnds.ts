// What no single file of content/ can show: ids unique across files, both ends of every mapping, requirements that nothing answers.
import { lineAt, lineOf } from '../read/files.ts';
import type { Content, Part } from '../read/content.ts';
import type { Finding } from '../rule.ts';

/** All findings that need more than one file. */
export function endFindings(content: Content): readonly Finding[] {
  const refs = refsOf(content);
  const codes = new Set(content.controls.flatMap((part) => part.data.controls.map((control) => control.id)));
  return [
    ...content.frameworks.flatMap(frameworkFindings),
    ...doubles(content.frameworks, (data) => [data.id]),
    ...doubles(content.controls, (data) => data.controls.map((control) => control.id)),
    ...doubles(
      content.checks,
      (data) => data.checks.map((check) => `${data.scanner}/${check.key}`),
      (id) => id.slice(id.indexOf('/') + 1),
    ),
    ...numberFindings(content),
    ...content.controls.flatMap((part) => mappingFindings(part, refs)),
    ...content.checks.flatMap((part) => checkFindings(part, codes)),
    ...content.pairs.flatMap((part) => pairFindings(part, refs)),
    ...content.leftOut.flatMap((part) => leftOutFindings(part, refs)),
    ...content.notAnswerable.flatMap((part) =>
      part.data.requirements.flatMap(({ to }) => missing(part, refs, { to })),
    ),
    ...content.glossary.flatMap(glossaryFindings),
    ...doubles(content.scenarios, (data) => data.scenarios.map(({ id }) => id)),
    ...content.scenarios.flatMap((part) => scenarioFindings(part, codes)),
    ...unanswered(content),
  ];
}

/** Every requirement by reference; false for a heading that asks nothing itself. */
type Refs = ReadonlyMap<string, boolean>;

interface End {
  readonly to: string;
  readonly needle?: string;
}

function refsOf(content: Content): Refs {
  return new Map(
    content.frameworks.flatMap(({ data }) =>
      data.requirements.map((requirement): [string, boolean] => [
        `${data.id}/${requirement.id}`,
        requirement.leaf ?? true,
      ]),
    ),
  );
}

function at(part: Part<unknown>, needle: string, problem: Problem): Finding {
  return { file: part.path, line: lineOf(part.text, `"${needle}"`), ...problem };
}

/** `needle` is how the file writes the end, when it leaves the edition out. */
function missing(part: Part<unknown>, refs: Refs, end: End): readonly Finding[] {
  const { to, needle = to } = end;
  if (refs.has(to)) return [];
  return [
    at(part, needle, {
      message: `the end ${to} does not exist`,
      remedy: 'name a requirement that content/frameworks holds',
    }),
  ];
}

function frameworkFindings(part: Content['frameworks'][number]): readonly Finding[] {
  const { data } = part;
  const groups = new Set(data.groups.map((group) => group.id));
  const ids = data.requirements.map((requirement) => requirement.id);
  const remedy = 'mend the framework’s file';
  return [
    ...(data.id.endsWith(`:${data.edition}`)
      ? []
      : [
          at(part, data.id, {
            message: `the id ${data.id} does not name the edition ${data.edition}`,
            remedy,
          }),
        ]),
    ...ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => at(part, id, { message: `the id ${id} is given twice`, remedy })),
    ...data.requirements
      .filter((each) => !groups.has(each.group))
      .map((each) => at(part, each.id, { message: `${each.id} lies in no group (${each.group})`, remedy })),
    ...data.requirements
      .filter(
        (each) =>
          each.parent !== undefined && !ids.includes(each.parent) && !each.id.startsWith(`${each.parent}.`),
      )
      .map((each) => at(part, each.id, { message: `${each.id} has no parent ${each.parent ?? ''}`, remedy })),
    ...data.requirements
      .filter((each) => each.kind === 'criterion' && each.category === undefined)
      .map((each) => at(part, each.id, { message: `${each.id} has no category`, remedy })),
    ...data.requirements.flatMap((each) =>
      (each.pointsOfFocus ?? []).flatMap((point, index) =>
        point.id === `${each.id}-${index + 1}`
          ? []
          : [at(part, point.id, { message: `${point.id} where ${each.id}-${index + 1} is due`, remedy })],
      ),
    ),
    ...(data.pointsOfFocus === undefined && data.requirements.some((each) => each.pointsOfFocus)
      ? [at(part, data.id, { message: 'points of focus without their edition and note', remedy })]
      : []),
  ];
}

function glossaryFindings(part: Content['glossary'][number]): readonly Finding[] {
  const names = part.data.terms.map((each) => each.term);
  return part.data.terms.flatMap((each, index) => [
    ...each.see
      .filter((name) => !names.includes(name))
      .map((name) =>
        at(part, name, {
          message: `${each.term} points to “${name}”, which is no term`,
          remedy: 'name a term of the glossary',
        }),
      ),
    ...(names.indexOf(each.term) === index
      ? []
      : [at(part, each.term, { message: `the term ${each.term} stands twice`, remedy: 'keep one' })]),
  ]);
}

/** Ids that stand in two files, or twice in one. */
function doubles<T>(
  parts: readonly Part<T>[],
  idsOf: (data: T) => readonly string[],
  needleOf = (id: string): string => id,
): readonly Finding[] {
  const met = new Map<string, string>();
  return parts.flatMap((part) =>
    idsOf(part.data).flatMap((id) => {
      const first = met.get(id);
      met.set(id, part.path);
      if (first === undefined) return [];
      return [
        at(part, needleOf(id), {
          message: `the id ${id} is given twice (first in ${first})`,
          remedy: 'ids are unique and stable: take the next free one',
        }),
      ];
    }),
  );
}

/** Controls are numbered through all files in the files' order. */
function numberFindings(content: Content): readonly Finding[] {
  const all = content.controls.flatMap((part) =>
    part.data.controls.map((control) => ({ part, id: control.id })),
  );
  return all.flatMap(({ part, id }, index) => {
    const before = all[index - 1];
    if (before === undefined || Number(id.slice(2)) >= Number(before.id.slice(2))) return [];
    return [
      at(part, id, {
        message: `${id} comes after ${before.id}`,
        remedy: 'controls are numbered through all files in the files’ order',
      }),
    ];
  });
}

function mappingFindings(part: Content['controls'][number], refs: Refs): readonly Finding[] {
  let offset = 0;
  return part.data.controls.flatMap((control) => {
    offset = Math.max(offset, part.text.indexOf(`"${control.id}"`));
    const ends = control.mappings.map((mapping) => mapping.to);
    return ends.flatMap((to, index): readonly Finding[] => {
      offset = Math.max(offset, part.text.indexOf(`"${to}"`, offset + 1));
      const problem = mappingProblem(`${control.id} is mapped`, to, {
        twice: ends.indexOf(to) !== index,
        leaf: refs.get(to),
      });
      return problem === undefined ? [] : [{ file: part.path, line: lineAt(part.text, offset), ...problem }];
    });
  });
}

interface Problem {
  readonly message: string;
  readonly remedy: string;
}

function mappingProblem(
  mapped: string,
  to: string,
  end: { readonly twice: boolean; readonly leaf: boolean | undefined },
): Problem | undefined {
  if (end.twice) return { message: `${mapped} twice to ${to}`, remedy: 'one mapping for each pair' };
  if (end.leaf === undefined)
    return {
      message: `${mapped} to ${to}: the end does not exist`,
      remedy: 'name a requirement that content/frameworks holds',
    };
  return end.leaf
    ? undefined
    : {
        message: `${mapped} to ${to}, a heading that asks nothing itself`,
        remedy: 'map to what stands below it',
      };
}

function checkFindings(part: Content['checks'][number], codes: ReadonlySet<string>): readonly Finding[] {
  return part.data.checks.flatMap((check) =>
    check.controls
      .filter((code) => !codes.has(code))
      .map((code) =>
        at(part, check.key, {
          message: `the check ${check.key} is mapped to ${code}, which does not exist`,
          remedy: 'name a control of content/controls',
        }),
      ),
  );
}

function scenarioFindings(
  part: Content['scenarios'][number],
  codes: ReadonlySet<string>,
): readonly Finding[] {
  return part.data.scenarios.flatMap(({ id, controls }) =>
    controls
      .filter((code) => !codes.has(code))
      .map((code) =>
        at(part, id, {
          message: `the scenario ${id} names ${code}, which does not exist`,
          remedy: 'name a control of content/controls',
        }),
      ),
  );
}

function pairFindings(part: Content['pairs'][number], refs: Refs): readonly Finding[] {
  const { from, to, pairs, newIn2022 } = part.data;
  return [
    ...pairs.flatMap((pair) => [
      ...missing(part, refs, { to: `${from}/${pair.from}`, needle: pair.from }),
      ...missing(part, refs, { to: `${to}/${pair.to}`, needle: pair.to }),
    ]),
    ...newIn2022.flatMap((id) => missing(part, refs, { to: `${to}/${id}`, needle: id })),
  ];
}

function leftOutFindings(part: Content['leftOut'][number], refs: Refs): readonly Finding[] {
  const exists = (id: string): boolean => [...refs.keys()].some((ref) => ref.endsWith(`/${id}`));
  return part.data.pairs.flatMap(({ tsc, iso }) =>
    [tsc, iso]
      .filter((id) => !exists(id))
      .map((id) =>
        at(part, id, {
          message: `the end ${id} does not exist`,
          remedy: 'name a requirement that content/frameworks holds',
        }),
      ),
  );
}

/** Newest editions only: what the company is asked today. */
function unanswered(content: Content): readonly Finding[] {
  const answered = new Set([
    ...content.controls.flatMap((part) =>
      part.data.controls.flatMap((control) =>
        control.mappings.filter((each) => each.strength !== 'supporting').map((each) => each.to),
      ),
    ),
    ...content.notAnswerable.flatMap((part) => part.data.requirements.map((each) => each.to)),
  ]);
  const replaced = new Set(content.pairs.map((part) => part.data.from));
  return content.frameworks
    .filter((part) => !replaced.has(part.data.id))
    .flatMap((part) =>
      part.data.requirements
        .filter(
          (each) =>
            each.kind !== 'clause' && each.leaf !== false && !answered.has(`${part.data.id}/${each.id}`),
        )
        .map((each) =>
          at(part, each.id, {
            message: `no control answers ${each.id}`,
            remedy: 'map a control to it, or say in content/controls/not-answerable.json why none can',
          }),
        ),
    );
}
