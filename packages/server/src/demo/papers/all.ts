// Every paper of Harbourline.
import { access } from './access.ts';
import { assurance, customers } from './assurance.ts';
import { change } from './change.ts';
import { continuity } from './continuity.ts';
import { governance } from './governance.ts';
import { incidents } from './incidents.ts';
import { operations } from './operations.ts';
import type { Paper } from './paper.ts';
import { people } from './people.ts';
import { risk } from './risk.ts';
import { suppliers } from './suppliers.ts';

export const PAPERS: readonly Paper[] = [
  ...governance,
  ...risk,
  ...people,
  ...access,
  ...operations,
  ...incidents,
  ...change,
  ...suppliers,
  ...continuity,
  ...assurance,
  ...customers,
];
