// Every route with its handler; the server refuses to start when one of the contract's is missing.
import { routes } from '@assay/contract';
import { accessHandlers } from '../slices/access/access.routes.ts';
import { transferHandlers } from '../slices/access/transfer/transfer.routes.ts';
import { endingHandlers } from '../slices/access/ending/ending.routes.ts';
import { viewingHandlers } from '../slices/access/viewing/viewing.routes.ts';
import { membersHandlers } from '../slices/access/people/members.routes.ts';
import { federationHandlers } from '../slices/access/federation/federation.routes.ts';
import { scimHandlers } from '../slices/access/federation/scim.routes.ts';
import { accountHandlers } from '../slices/access/account/account.routes.ts';
import { auditsHandlers } from '../slices/audits/audits.routes.ts';
import { controlsHandlers } from '../slices/controls/controls.routes.ts';
import { advisorHandlers } from '../slices/advisor/advisor.routes.ts';
import { planHandlers } from '../slices/plan/plan.routes.ts';
import { documentsHandlers } from '../slices/documents/documents.routes.ts';
import { erasureHandlers } from '../slices/evidence/erasure.routes.ts';
import { evidenceHandlers } from '../slices/evidence/evidence.routes.ts';
import { risksHandlers } from '../slices/risks/risks.routes.ts';
import { lossesHandlers } from '../slices/risks/losses/losses.routes.ts';
import { gapsHandlers } from '../slices/gaps/gaps.routes.ts';
import { pathHandlers } from '../slices/path/path.routes.ts';
import { importsHandlers } from '../slices/evidence/imports.routes.ts';
import { ledgerHandlers } from '../slices/evidence/ledger/ledger.routes.ts';
import { deskHandlers } from '../slices/rooms/desk.routes.ts';
import { roomsHandlers } from '../slices/rooms/rooms.routes.ts';
import { findingsHandlers } from '../slices/findings/findings.routes.ts';
import { frameworksHandlers } from '../slices/frameworks/frameworks.routes.ts';
import { collectorsHandlers } from '../slices/monitoring/collectors/collectors.routes.ts';
import { populationsHandlers } from '../slices/monitoring/populations/populations.routes.ts';
import { sampleProfilesHandlers } from '../slices/monitoring/samples/profiles.routes.ts';
import { samplesHandlers } from '../slices/monitoring/samples/samples.routes.ts';
import { monitoringHandlers } from '../slices/monitoring/monitoring.routes.ts';
import { schedulesHandlers } from '../slices/monitoring/windows/schedules.routes.ts';
import { windowsHandlers } from '../slices/monitoring/windows/windows.routes.ts';
import { obligationsHandlers } from '../slices/soa/obligations.routes.ts';
import { soaHandlers } from '../slices/soa/soa.routes.ts';
import { keysHandlers } from '../slices/keys/keys.routes.ts';
import { keptHandlers } from '../slices/kept/kept.routes.ts';
import { ismsHandlers } from '../slices/isms/isms.routes.ts';
import { policiesHandlers } from '../slices/policies/policies.routes.ts';
import { trailHandlers } from '../slices/trail/trail.routes.ts';
import { workHandlers } from '../slices/work/work.routes.ts';
import type { Bound } from './handler.ts';

/** All bound routes, in the contract's order. */
export const boundRoutes: readonly Bound[] = [
  ...accessHandlers,
  ...accountHandlers,
  ...membersHandlers,
  ...viewingHandlers,
  ...federationHandlers,
  ...scimHandlers,
  ...endingHandlers,
  ...transferHandlers,
  ...frameworksHandlers,
  ...controlsHandlers,
  ...monitoringHandlers,
  ...populationsHandlers,
  ...collectorsHandlers,
  ...windowsHandlers,
  ...schedulesHandlers,
  ...sampleProfilesHandlers,
  ...samplesHandlers,
  ...evidenceHandlers,
  ...erasureHandlers,
  ...importsHandlers,
  ...ledgerHandlers,
  ...keysHandlers,
  ...trailHandlers,
  ...workHandlers,
  ...soaHandlers,
  ...obligationsHandlers,
  ...keptHandlers,
  ...ismsHandlers,
  ...policiesHandlers,
  ...risksHandlers,
  ...lossesHandlers,
  ...gapsHandlers,
  ...pathHandlers,
  ...findingsHandlers,
  ...roomsHandlers,
  ...deskHandlers,
  ...auditsHandlers,
  ...advisorHandlers,
  ...planHandlers,
  ...documentsHandlers,
];

const missing = Object.keys(routes).filter((id) => !boundRoutes.some((bound) => bound.id === id));
if (missing.length > 0) throw new Error(`routes without a handler: ${missing.join(', ')}`);
