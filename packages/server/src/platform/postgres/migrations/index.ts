// Every step of the schema, in order.
import type { Migration } from './migration.ts';
import * as foundation from './0001-foundation.ts';
import * as answers from './0002-answers.ts';
import * as caller from './0003-caller.ts';
import * as runs from './0004-runs.ts';
import * as reading from './0005-reading.ts';
import * as windows from './0006-windows.ts';
import * as collectors from './0007-collectors.ts';
import * as populations from './0008-populations.ts';
import * as days from './0009-days.ts';
import * as samples from './0010-samples.ts';
import * as work from './0011-work.ts';
import * as jobs from './0012-jobs.ts';
import * as sampleProfiles from './0013-sample-profiles.ts';
import * as risks from './0014-risks.ts';
import * as soa from './0015-soa.ts';
import * as isms from './0016-isms.ts';
import * as findings from './0017-findings.ts';
import * as audits from './0018-audits.ts';
import * as policies from './0019-policies.ts';
import * as kept from './0020-kept.ts';
import * as policyFiles from './0021-policy-files.ts';
import * as losses from './0022-losses.ts';
import * as advisor from './0023-advisor.ts';
import * as plan from './0024-plan.ts';
import * as access from './0025-access.ts';
import * as erasure from './0026-erasure.ts';
import * as systems from './0027-systems.ts';
import * as trail from './0028-trail.ts';
import * as viewing from './0029-viewing.ts';
import * as rooms from './0030-rooms.ts';
import * as federation from './0031-federation.ts';

export const migrations: readonly Migration[] = [
  foundation,
  answers,
  caller,
  runs,
  reading,
  windows,
  collectors,
  populations,
  days,
  samples,
  work,
  jobs,
  sampleProfiles,
  risks,
  soa,
  isms,
  findings,
  audits,
  policies,
  kept,
  policyFiles,
  losses,
  advisor,
  plan,
  access,
  erasure,
  systems,
  trail,
  viewing,
  rooms,
  federation,
];
