// The audits slice's only door.
export * from './audit.ts';
export {
  changeAudit,
  planAudit,
  reportAudit,
  sayResult,
  type AuditPlan,
  type AuditRefusal,
} from './decide.ts';
export * from './coverage.ts';
