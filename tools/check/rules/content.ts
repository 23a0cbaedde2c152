// content/ holds together: shapes and enums right, sources given, editions named, ids unique, every end exists, nothing unanswered.
import type { z } from 'zod';
import { filesBelow, textOf } from '../read/files.ts';
import {
  checksSchema,
  controlsSchema,
  frameworkSchema,
  glossarySchema,
  scenariosSchema,
  leftOutSchema,
  notAnswerableSchema,
  pairsSchema,
  type Content,
  type Part,
} from '../read/content.ts';
import type { Finding, Rule } from '../rule.ts';
import { endFindings } from './contentEnds.ts';

export const rule: Rule = {
  name: 'content',
  async run(root) {
    const findings: Finding[] = [];
    const files = (await filesBelow(root, 'content')).filter((path) => path.endsWith('.json'));
    const texts = await Promise.all(
      files.map(async (path) => ({ path, text: (await textOf(root, path)) ?? '' })),
    );
    const take = <S extends z.ZodType>(place: RegExp, schema: S): readonly Part<z.infer<S>>[] =>
      texts.filter(({ path }) => place.test(path)).flatMap((file) => parsed(file, schema, findings));
    const content: Content = {
      frameworks: take(/^content\/frameworks\/(?!.*-to-)[^/]+\.json$/, frameworkSchema),
      pairs: take(/^content\/frameworks\/.*-to-[^/]+\.json$/, pairsSchema),
      controls: take(/^content\/controls\/\d[^/]+\.json$/, controlsSchema),
      checks: take(/^content\/checks\/[^/]+\.json$/, checksSchema),
      leftOut: take(/^content\/crosswalk\/left-out\.json$/, leftOutSchema),
      glossary: take(/^content\/glossary\.json$/, glossarySchema),
      scenarios: take(/^content\/risks\/scenarios\.json$/, scenariosSchema),
      notAnswerable: take(/^content\/controls\/not-answerable\.json$/, notAnswerableSchema),
    };
    return { seen: countsOf(content), findings: [...findings, ...endFindings(content)] };
  },
};

function parsed<S extends z.ZodType>(
  file: { readonly path: string; readonly text: string },
  schema: S,
  findings: Finding[],
): readonly Part<z.infer<S>>[] {
  const json = jsonOf(file.text);
  if (json === undefined) {
    findings.push({ file: file.path, message: 'is not JSON', remedy: 'mend the syntax' });
    return [];
  }
  const result = schema.safeParse(json.value);
  if (result.success) return [{ ...file, data: result.data }];
  for (const issue of result.error.issues) {
    const line = lineOfPath(file.text, json.value, issue.path);
    findings.push({
      file: file.path,
      line,
      message: `${issue.path.join('.')}: ${issue.message}`,
      remedy: 'the shapes stand in tools/check/read/content.ts',
    });
  }
  return [];
}

function jsonOf(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Line of the nearest item with an id or key on the way to a place in the JSON. */
function lineOfPath(text: string, json: unknown, path: readonly PropertyKey[]): number {
  let at = 0;
  let value = json;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) break;
    value = Object.entries(value).find(([key]) => key === String(step))?.[1];
    if (value === undefined) break;
    const found = text.indexOf(typeof step === 'number' ? nameOf(value) : `"${String(step)}"`, at);
    at = found < 0 ? at : found;
  }
  return text.slice(0, at).split('\n').length;
}

function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const name: unknown = Object.entries(value).find(([key]) => ['id', 'key', 'to', 'tsc'].includes(key))?.[1];
  return typeof name === 'string' ? JSON.stringify(name) : '{';
}

function countsOf(content: Content): Readonly<Record<string, number>> {
  const controls = content.controls.flatMap((part) => part.data.controls);
  return {
    frameworks: content.frameworks.length,
    requirements: content.frameworks.flatMap((part) => part.data.requirements).length,
    controls: controls.length,
    mappings: controls.flatMap((control) => control.mappings).length,
    checks: content.checks.flatMap((part) => part.data.checks).length,
    hints: content.frameworks
      .flatMap((part) => part.data.requirements)
      .flatMap((each) => each.pointsOfFocus ?? []).length,
    terms: content.glossary.flatMap((part) => part.data.terms).length,
    scenarios: content.scenarios.flatMap((part) => part.data.scenarios).length,
  };
}
