// What content/ says is worth reading: concrete duties, examples from life, a reason of its own for each mapping.
import { filesBelow, lineOf, textOf } from '../read/files.ts';
import { controlsSchema, frameworkSchema, type Content, type Part } from '../read/content.ts';
import type { Finding, Rule } from '../rule.ts';
import { FILLER, LEAST } from '../tables/prose.ts';

type ControlsPart = Content['controls'][number];
type Control = ControlsPart['data']['controls'][number];

export const rule: Rule = {
  name: 'prose',
  async run(root) {
    const files = await Promise.all(
      (await filesBelow(root, 'content')).map(async (path) => ({
        path,
        text: (await textOf(root, path)) ?? '',
      })),
    );
    const controls = files.flatMap((file) => controlsOf(file));
    const titles = new Map(files.flatMap((file) => titlesOf(file)));
    const all = controls.flatMap((part) => part.data.controls.map((control) => ({ part, control })));
    return {
      seen: { controls: all.length, rationales: all.flatMap(({ control }) => control.mappings).length },
      findings: [
        ...all.flatMap(({ part, control }) => controlFindings(part, control)),
        ...all.flatMap(({ part, control }) => equalFindings(part, control)),
        ...all.flatMap(({ part, control }) => echoFindings(part, control, titles)),
        ...repeated(controls),
      ],
    };
  },
};

interface File {
  readonly path: string;
  readonly text: string;
}

/** Files that break their shape are the content rule’s business. */
function controlsOf(file: File): readonly ControlsPart[] {
  if (!/^content\/controls\/\d[^/]+\.json$/.test(file.path)) return [];
  const parsed = controlsSchema.safeParse(jsonOf(file.text));
  return parsed.success ? [{ ...file, data: parsed.data }] : [];
}

function titlesOf(file: File): readonly (readonly [string, string])[] {
  if (!/^content\/frameworks\/(?!.*-to-)[^/]+\.json$/.test(file.path)) return [];
  const parsed = frameworkSchema.safeParse(jsonOf(file.text));
  if (!parsed.success) return [];
  const { id, requirements } = parsed.data;
  return requirements.map((each) => [`${id}/${each.id}`, each.title] as const);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function finding(part: Part<unknown>, text: string, message: string): Finding {
  return {
    file: part.path,
    line: lineOf(part.text, JSON.stringify(text)),
    message,
    remedy: 'say who does what, when and how it shows; 05-access.json is the measure',
  };
}

function controlFindings(part: ControlsPart, control: Control): readonly Finding[] {
  const said = [
    ['objective', control.objective],
    ['activity', control.activity],
    ['ask', control.evidence.ask],
    ['good', control.evidence.good],
    ['bad', control.evidence.bad],
    ...control.mappings.map((mapping) => ['rationale', mapping.rationale] as const),
  ] as const;
  return said.flatMap(([kind, text]) => {
    const filler = FILLER.exec(text)?.[0];
    return [
      ...(text.length < LEAST[kind]
        ? [finding(part, text, `${control.id}: the ${kind} is too short to mean something (${text.length})`)]
        : []),
      ...(filler === undefined
        ? []
        : [finding(part, text, `${control.id}: the ${kind} says “${filler}”, which binds nobody`)]),
      ...(kind === 'good' && !/\d/.test(text)
        ? [finding(part, text, `${control.id}: the good example has neither date nor number`)]
        : []),
    ];
  });
}

/** Two requirements of one framework are never the same, so a control cannot equal both. */
function equalFindings(part: ControlsPart, control: Control): readonly Finding[] {
  const equals = control.mappings.filter((each) => each.relation === 'equal');
  const frameworks = equals.map((each) => each.to.slice(0, each.to.indexOf('/')));
  return [...new Set(frameworks)]
    .filter((framework) => frameworks.filter((each) => each === framework).length > 1)
    .map((framework) =>
      finding(part, control.id, `${control.id} is equal to two requirements of ${framework}`),
    );
}

/** A rationale that only says the title of the requirement again gives no reason. */
function echoFindings(
  part: ControlsPart,
  control: Control,
  titles: ReadonlyMap<string, string>,
): readonly Finding[] {
  return control.mappings.flatMap((mapping) => {
    const title = wordsOf(titles.get(mapping.to) ?? '');
    const said = wordsOf(mapping.rationale);
    const shared = [...title].filter((word) => said.has(word)).length;
    if (title.size < 2 || shared / title.size < 0.75 || said.size - shared > 3) return [];
    return [
      finding(part, mapping.rationale, `${control.id}: the rationale repeats the title of ${mapping.to}`),
    ];
  });
}

const SMALL = new Set(
  'a an and are as at be by for from in into is it of on or that the their they this to with who its not are has have'.split(
    ' ',
  ),
);

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return new Set(
    words.filter((word) => !SMALL.has(word)).map((word) => word.replace(/(ing|ed|es|s|ion|ions)$/, '')),
  );
}

function repeated(parts: readonly ControlsPart[]): readonly Finding[] {
  const first = new Map<string, string>();
  return parts.flatMap((part) =>
    part.data.controls.flatMap((control) =>
      control.mappings.flatMap((mapping) => {
        const met = first.get(mapping.rationale);
        first.set(mapping.rationale, met ?? control.id);
        return met === undefined
          ? []
          : [finding(part, mapping.rationale, `${control.id}: the rationale was used before, in ${met}`)];
      }),
    ),
  );
}
