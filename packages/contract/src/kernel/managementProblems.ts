// Problems of the management system's slices: a part of the one table in problems.ts, which checks them.
import { AUDIT_PROBLEMS } from './auditProblems.ts';
import { FINDING_PROBLEMS } from './findingProblems.ts';
import { ISMS_PROBLEMS } from './ismsProblems.ts';
import { LOSS_PROBLEMS } from './lossProblems.ts';
import { KEPT_PROBLEMS } from './keptProblems.ts';
import { PLAN_PROBLEMS } from './planProblems.ts';
import { POLICY_PROBLEMS } from './policyProblems.ts';
import { RISK_PROBLEMS } from './riskProblems.ts';
import { ROOM_PROBLEMS } from './roomProblems.ts';
import { SOA_PROBLEMS } from './soaProblems.ts';

export const MANAGEMENT_PROBLEMS = {
  ...RISK_PROBLEMS,
  ...LOSS_PROBLEMS,
  ...SOA_PROBLEMS,
  ...ROOM_PROBLEMS,
  ...KEPT_PROBLEMS,
  ...ISMS_PROBLEMS,
  ...FINDING_PROBLEMS,
  ...AUDIT_PROBLEMS,
  ...POLICY_PROBLEMS,
  ...PLAN_PROBLEMS,
} as const;
