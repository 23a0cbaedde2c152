// Finds the rule of a result (SARIF 2.1.0 sections 3.27.5 to 3.27.7, 3.52) and what the rule adds to it.
import type { Severity } from '@assay/core';
import { at, listAt, numberAt, textAt } from '../../read/json.ts';
import { severityOf, severityOfScore } from '../../read/observe.ts';

/** The rule of a result: its own id when the tool lists it, else the id that the result names. */
export interface Rule {
  readonly id: string | undefined;
  readonly descriptor: unknown;
}

interface Component {
  readonly name: string | undefined;
  readonly rules: readonly unknown[];
  readonly byId: ReadonlyMap<string, unknown>;
}

/** Looks rules up in one run's driver and extensions. */
export function ruleFinder(run: unknown): (result: unknown) => Rule {
  const driver = component(at(run, 'tool', 'driver'));
  const extensions = listAt(run, 'tool', 'extensions').map(component);
  return (result) => {
    const index = numberAt(result, 'rule', 'toolComponent', 'index');
    const name = textAt(result, 'rule', 'toolComponent', 'name');
    const named = index === undefined ? extensions.find((each) => each.name === name) : extensions[index];
    return ruleIn(named ?? driver, result);
  };
}

function component(of: unknown): Component {
  const rules = listAt(of, 'rules');
  const byId = new Map<string, unknown>();
  for (const rule of rules) {
    const id = textAt(rule, 'id');
    if (id !== undefined && !byId.has(id)) byId.set(id, rule);
  }
  return { name: textAt(of, 'name'), rules, byId };
}

function ruleIn(place: Component, result: unknown): Rule {
  const said = textAt(result, 'ruleId') ?? textAt(result, 'rule', 'id');
  const index = numberAt(result, 'ruleIndex') ?? numberAt(result, 'rule', 'index') ?? -1;
  const indexed = place.rules[index];
  const id = textAt(indexed, 'id');
  if (id !== undefined && (said === undefined || said === id || said.startsWith(`${id}/`)))
    return { id, descriptor: indexed };
  // A hierarchical id such as CA2101/markers belongs to the rule CA2101 (section 3.27.5).
  for (let name = said ?? ''; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('/')))) {
    if (place.byId.has(name)) return { id: name, descriptor: place.byId.get(name) };
  }
  return { id: said, descriptor: undefined };
}

/**
 * Severity of a result: a CVSS-like `security-severity` when there is one, else its level, else the
 * rule's default level, else `warning` (section 3.27.10); what is no failure has the rule's only.
 */
export function severityOfResult(result: unknown, rule: Rule): Severity | undefined {
  const score = scoreAt(result) ?? scoreAt(rule.descriptor);
  const usual = textAt(rule.descriptor, 'defaultConfiguration', 'level');
  const fails = (textAt(result, 'kind') ?? 'fail') === 'fail';
  return severityOfScore(score) ?? severityOf(textAt(result, 'level') ?? usual ?? (fails ? 'warning' : ''));
}

function scoreAt(of: unknown): number | undefined {
  const text = textAt(of, 'properties', 'security-severity');
  const score = text === undefined ? numberAt(of, 'properties', 'security-severity') : Number(text);
  return score === undefined || Number.isNaN(score) ? undefined : score;
}

/** The message, with the rule's wording and its arguments when the result gives only their names (3.11). */
export function messageOf(result: unknown, rule: Rule): string | undefined {
  const own = textAt(result, 'message', 'text') ?? textAt(result, 'message', 'markdown');
  const id = textAt(result, 'message', 'id');
  const template =
    own ?? (id === undefined ? undefined : textAt(rule.descriptor, 'messageStrings', id, 'text'));
  const parts = listAt(result, 'message', 'arguments');
  return (template ?? textAt(rule.descriptor, 'shortDescription', 'text'))?.replace(
    /\{(\d+)\}/g,
    (whole, index) => {
      const part = parts[Number(index)];
      return typeof part === 'string' ? part : whole;
    },
  );
}
