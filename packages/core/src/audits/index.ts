// The audits slice's only door.
export * from './audit.ts';
export {
  changeAudit,
  planAudit,
  reportAudit,
  sayResult,
  takeBack,
  type AuditPlan,
  type AuditRefusal,
  type Withdrawal,
} from './decide.ts';
export * from './coverage.ts';
