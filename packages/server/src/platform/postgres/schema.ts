// The whole schema as types: each slice declares its own tables, this file only joins them.
import type { JobTables } from '../../app/jobs/jobs.tables.ts';
import type { AccessTables } from '../../slices/access/access.tables.ts';
import type { AdvisorTables } from '../../slices/advisor/advisor.tables.ts';
import type { AuditsTables } from '../../slices/audits/audits.tables.ts';
import type { ControlsTables } from '../../slices/controls/controls.tables.ts';
import type { EvidenceTables } from '../../slices/evidence/evidence.tables.ts';
import type { FindingsTables } from '../../slices/findings/findings.tables.ts';
import type { FrameworksTables } from '../../slices/frameworks/frameworks.tables.ts';
import type { KeptTables } from '../../slices/kept/kept.tables.ts';
import type { CollectorTables } from '../../slices/monitoring/collectors/collectors.tables.ts';
import type { DaysTables } from '../../slices/monitoring/days/days.tables.ts';
import type { PopulationTables } from '../../slices/monitoring/populations/populations.tables.ts';
import type { MonitoringTables } from '../../slices/monitoring/monitoring.tables.ts';
import type { SampleTables } from '../../slices/monitoring/samples/samples.tables.ts';
import type { WindowsTables } from '../../slices/monitoring/windows/windows.tables.ts';
import type { RoomsTables } from '../../slices/rooms/rooms.tables.ts';
import type { SoaTables } from '../../slices/soa/soa.tables.ts';
import type { IsmsTables } from '../../slices/isms/isms.tables.ts';
import type { PlanTables } from '../../slices/plan/plan.tables.ts';
import type { PolicyTables } from '../../slices/policies/policies.tables.ts';
import type { RisksTables } from '../../slices/risks/risks.tables.ts';
import type { TrailTables } from '../../slices/trail/trail.tables.ts';
import type { WorkTables } from '../../slices/work/work.tables.ts';

export type Schema = AccessTables &
  FrameworksTables &
  ControlsTables &
  MonitoringTables &
  CollectorTables &
  DaysTables &
  WindowsTables &
  JobTables &
  PopulationTables &
  SampleTables &
  EvidenceTables &
  WorkTables &
  SoaTables &
  IsmsTables &
  FindingsTables &
  AuditsTables &
  RoomsTables &
  PolicyTables &
  RisksTables &
  KeptTables &
  AdvisorTables &
  PlanTables &
  TrailTables;
