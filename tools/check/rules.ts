// Every rule of the house, the slow ones first.
import type { Rule } from './rule.ts';
import { rule as asvs } from './rules/asvs.ts';
import { rule as borders } from './rules/borders.ts';
import { rule as content } from './rules/content.ts';
import { rule as cycles } from './rules/cycles.ts';
import { rule as egress } from './rules/egress.ts';
import { rule as format } from './rules/format.ts';
import { rule as generated } from './rules/generated.ts';
import { rule as lint } from './rules/lint.ts';
import { rule as migrations } from './rules/migrations.ts';
import { rule as prose } from './rules/prose.ts';
import { rule as rls } from './rules/rls.ts';
import { rule as routes } from './rules/routes.ts';
import { rule as sinks } from './rules/sinks.ts';
import { rule as tenancy } from './rules/tenancy.ts';
import { rule as types } from './rules/types.ts';
import { rule as unused } from './rules/unused.ts';
import { rule as words } from './rules/words.ts';

export const RULES: readonly Rule[] = [
  types,
  lint,
  unused,
  format,
  borders,
  cycles,
  routes,
  tenancy,
  egress,
  sinks,
  asvs,
  rls,
  content,
  prose,
  generated,
  migrations,
  words,
];
