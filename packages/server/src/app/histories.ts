// All that is kept version by version; a new slice adds its own here.
import { accessHistory, settingsHistory, type OrgScope } from '../slices/access/access.module.ts';
import { auditsHistories } from '../slices/audits/audits.module.ts';
import { controlsHistories } from '../slices/controls/controls.module.ts';
import { findingsHistory } from '../slices/findings/findings.module.ts';
import { frameworksHistories } from '../slices/frameworks/frameworks.module.ts';
import {
  checksHistory,
  collectorsHistory,
  populationsHistories,
  samplesHistories,
  windowsHistories,
} from '../slices/monitoring/monitoring.module.ts';
import { roomsHistory } from '../slices/rooms/rooms.module.ts';
import { soaHistories } from '../slices/soa/soa.module.ts';
import { keptHistory } from '../slices/kept/kept.module.ts';
import { ismsHistories } from '../slices/isms/isms.module.ts';
import { policiesHistories } from '../slices/policies/policies.module.ts';
import { advisorHistory } from '../slices/advisor/advisor.module.ts';
import { planHistories } from '../slices/plan/plan.module.ts';
import { risksHistories } from '../slices/risks/risks.module.ts';
import type { History } from '../platform/postgres/history.ts';

export const histories: readonly History<OrgScope>[] = [
  settingsHistory,
  accessHistory,
  ...controlsHistories,
  ...frameworksHistories,
  checksHistory,
  ...windowsHistories,
  collectorsHistory,
  ...populationsHistories,
  ...samplesHistories,
  ...soaHistories,
  ...ismsHistories,
  findingsHistory,
  ...policiesHistories,
  ...risksHistories,
  ...auditsHistories,
  roomsHistory,
  keptHistory,
  advisorHistory,
  ...planHistories,
];
