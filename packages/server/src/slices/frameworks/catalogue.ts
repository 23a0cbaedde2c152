// Content as the program sees it: frameworks, the common control set, checks. Read once at start.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkFile,
  controlFile,
  editionPairsFile,
  frameworkFile,
  glossaryFile,
  scenarioFile,
  type ControlFile,
  type EditionPairsFile,
  type FrameworkFile,
  type GlossaryFile,
  type ScenarioFile,
} from '@assay/contract';
import {
  parseTemplate,
  requirementRef,
  type Check,
  type CheckKey,
  type Control,
  type EditionPairs,
  type Framework,
  type Mapping,
  type PolicyTemplate,
} from '@assay/core';

export interface Catalogue {
  readonly frameworks: ReadonlyMap<string, Framework>;
  readonly controls: readonly Control[];
  readonly mappings: readonly Mapping[];
  readonly checks: ReadonlyMap<CheckKey, Check>;
  readonly scanners: ReadonlyMap<string, string>;
  readonly editions: readonly EditionPairs[];
  readonly glossary: GlossaryFile['terms'];
  readonly policies: readonly PolicyTemplate[];
  /** Suggestions for a register, and who has reviewed them. */
  readonly scenarios: Pick<ScenarioFile, 'reviewer' | 'scenarios'>;
}

/** Reads the content directory; a file that breaks its format stops the program with its name. */
export function readCatalogue(directory: string): Catalogue {
  const frameworks = filesOf(directory, 'frameworks')
    .filter((file) => !file.path.includes('-to-'))
    .map((file) => frameworkOf(parse(file, frameworkFile)));
  const controlFiles = filesOf(directory, 'controls')
    .filter((file) => /\/\d\d-/.test(file.path))
    .map((file) => parse(file, controlFile));
  const checkFiles = filesOf(directory, 'checks').map((file) => parse(file, checkFile));
  const checks = checkFiles.flatMap((file) =>
    file.checks.map((check): Check => ({ ...check, key: `${file.scanner}:${check.key}` })),
  );
  return {
    frameworks: new Map(frameworks.map((framework) => [framework.id, framework])),
    controls: controlFiles.flatMap((file) => file.controls.map((control) => controlOf(file, control))),
    mappings: controlFiles.flatMap((file) =>
      file.controls.flatMap((control) => control.mappings.map((mapping) => mappingOf(control.id, mapping))),
    ),
    checks: new Map(checks.map((check) => [check.key, check])),
    scanners: new Map(checkFiles.map((file) => [file.scanner, file.title])),
    editions: filesOf(directory, 'frameworks')
      .filter((file) => file.path.includes('-to-'))
      .map((file) => editionsOf(parse(file, editionPairsFile))),
    glossary: parse(readContent(join(directory, 'glossary.json')), glossaryFile).terms,
    policies: policiesIn(join(directory, 'policies')),
    scenarios: parse(readContent(join(directory, 'risks/scenarios.json')), scenarioFile),
  };
}

/** A framework file in core's words. */
export function frameworkOf(file: FrameworkFile): Framework {
  const view = file.id.startsWith('iso27001:') ? 'iso' : file.id.startsWith('soc2:') ? 'soc2' : 'other';
  return {
    id: file.id,
    name: file.name,
    edition: file.edition,
    title: file.title,
    view,
    amendments: file.amendments,
    source: file.source,
    groups: file.groups.map(({ id, title, kind }) => ({ id, title, kind })),
    requirements: file.requirements.map((each) => ({
      ref: requirementRef(file.id, each.id),
      framework: file.id,
      id: each.id,
      title: each.title,
      kind: each.kind,
      group: each.group,
      leaf: each.leaf,
      ...(each.category ? { category: each.category } : {}),
      ...(each.isNew ? { isNew: true } : {}),
      ...(each.amendment ? { amendment: each.amendment } : {}),
      ...(each.attributes ? { attributes: each.attributes } : {}),
      ...(each.pointsOfFocus ? { pointsOfFocus: each.pointsOfFocus } : {}),
    })),
    ...(file.pointsOfFocus ? { pointsOfFocus: file.pointsOfFocus } : {}),
  };
}

function editionsOf(file: EditionPairsFile): EditionPairs {
  return {
    from: file.from,
    to: file.to,
    source: file.source,
    pairs: file.pairs.map((pair) => ({
      from: requirementRef(file.from, pair.from),
      to: requirementRef(file.to, pair.to),
      kind: pair.kind,
    })),
    fresh: file.newIn2022.map((id) => requirementRef(file.to, id)),
  };
}

interface ContentFile {
  readonly path: string;
  readonly value: unknown;
}

function filesOf(directory: string, folder: string): readonly ContentFile[] {
  const place = join(directory, folder);
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readContent(join(place, name)));
}

function policiesIn(place: string): readonly PolicyTemplate[] {
  return readdirSync(place)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const read = parseTemplate(readFileSync(join(place, name), 'utf8'));
      if (read.ok) return read.value;
      const [first] = read.error;
      throw new Error(`${join(place, name)}:${first?.line ?? 1} ${first?.detail ?? 'cannot be read'}`);
    });
}

function readContent(path: string): ContentFile {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return { path, value };
}

function parse<T>(
  file: ContentFile,
  schema: {
    safeParse(value: unknown): { success: true; data: T } | { success: false; error: { message: string } };
  },
): T {
  const parsed = schema.safeParse(file.value);
  if (parsed.success) return parsed.data;
  throw new Error(`${file.path}: ${parsed.error.message}`);
}

function controlOf(file: ControlFile, control: ControlFile['controls'][number]): Control {
  const { id, mappings: _, ...rest } = control;
  return { code: id, domain: file.title, ...rest };
}

function mappingOf(code: string, mapping: ControlFile['controls'][number]['mappings'][number]): Mapping {
  const cut = mapping.to.indexOf('/');
  return {
    ...mapping,
    control: code,
    to: requirementRef(mapping.to.slice(0, cut), mapping.to.slice(cut + 1)),
  };
}
