// For which controls a check speaks: the organisation's own word first, then the catalogue, then the
// catalogue's word on the whole scanner (`codeql:*`), whose rules are too many to list.
import type { CheckKey, ControlCode } from '@assay/core';
import type { Catalogue } from '../frameworks/frameworks.module.ts';

/**
 * What a check is heard as when one asks whether every source of a control has spoken: itself where somebody mapped
 * it, else its whole scanner, whose rules come and go.
 */
export function sourceOfCheck(
  check: CheckKey,
  overrides: ReadonlyMap<CheckKey, readonly ControlCode[]>,
  catalogue: Catalogue,
): string {
  return overrides.has(check) || catalogue.checks.has(check)
    ? check
    : `${check.slice(0, check.indexOf(':'))}:*`;
}

export function controlsOfCheck(
  check: CheckKey,
  overrides: ReadonlyMap<CheckKey, readonly ControlCode[]>,
  catalogue: Catalogue,
): readonly ControlCode[] {
  const family: CheckKey = `${check.slice(0, check.indexOf(':'))}:*`;
  return (
    overrides.get(check) ??
    catalogue.checks.get(check)?.controls ??
    catalogue.checks.get(family)?.controls ??
    []
  );
}
