// For which controls a check speaks: the organisation's own word first, then the catalogue.
import type { CheckKey, ControlCode } from '@assay/core';
import type { Catalogue } from '../frameworks/frameworks.module.ts';

export function controlsOfCheck(check: CheckKey, overrides: ReadonlyMap<CheckKey, readonly ControlCode[]>, catalogue: Catalogue): readonly ControlCode[] {
  return overrides.get(check) ?? catalogue.checks.get(check)?.controls ?? [];
}
