// The route table: what the server serves, the client calls and the OpenAPI document says.
import { accessRoutes } from './access.ts';
import { accountRoutes } from './account.ts';
import { advisorRoutes } from './advisor.ts';
import { auditsRoutes } from './audits.ts';
import { collectorsRoutes } from './collectors.ts';
import { controlsRoutes } from './controls.ts';
import { deskRoutes } from './desk.ts';
import { documentsRoutes } from './documents.ts';
import { erasureRoutes } from './erasure.ts';
import { evidenceRoutes } from './evidence.ts';
import { federationRoutes } from './federation.ts';
import { findingsRoutes } from './findings.ts';
import { frameworksRoutes } from './frameworks.ts';
import { risksRoutes } from './risks.ts';
import { lossesRoutes } from './losses.ts';
import { gapsRoutes } from './gaps.ts';
import { pathRoutes } from './path.ts';
import { importsRoutes } from './imports.ts';
import { ismsRoutes } from './isms.ts';
import { keptRoutes } from './kept.ts';
import { keysRoutes } from './keys.ts';
import { ledgerRoutes } from './ledger.ts';
import { membersRoutes } from './members.ts';
import { transferRoutes } from './transfer.ts';
import { endingRoutes } from './ending.ts';
import { viewingRoutes } from './viewing.ts';
import { monitoringRoutes } from './monitoring.ts';
import { obligationsRoutes } from './obligations.ts';
import { roomsRoutes } from './rooms.ts';
import { sampleProfilesRoutes } from './sampleProfiles.ts';
import { samplesRoutes } from './samples.ts';
import { schedulesRoutes } from './schedules.ts';
import { scimRoutes } from './scim.ts';
import { soaRoutes } from './soa.ts';
import { windowsRoutes } from './windowRoutes.ts';
import { planRoutes } from './plan.ts';
import { policiesRoutes } from './policies.ts';
import { populationsRoutes } from './populations.ts';
import { trailRoutes } from './trail.ts';
import { workRoutes } from './work.ts';

export const routes = {
  ...accessRoutes,
  ...accountRoutes,
  ...membersRoutes,
  ...viewingRoutes,
  ...federationRoutes,
  ...scimRoutes,
  ...endingRoutes,
  ...transferRoutes,
  ...frameworksRoutes,
  ...controlsRoutes,
  ...monitoringRoutes,
  ...populationsRoutes,
  ...collectorsRoutes,
  ...windowsRoutes,
  ...schedulesRoutes,
  ...sampleProfilesRoutes,
  ...samplesRoutes,
  ...evidenceRoutes,
  ...erasureRoutes,
  ...importsRoutes,
  ...ledgerRoutes,
  ...keysRoutes,
  ...trailRoutes,
  ...workRoutes,
  ...soaRoutes,
  ...obligationsRoutes,
  ...keptRoutes,
  ...ismsRoutes,
  ...policiesRoutes,
  ...risksRoutes,
  ...lossesRoutes,
  ...gapsRoutes,
  ...pathRoutes,
  ...findingsRoutes,
  ...auditsRoutes,
  ...roomsRoutes,
  ...deskRoutes,
  ...advisorRoutes,
  ...planRoutes,
  ...documentsRoutes,
} as const;

export type Routes = typeof routes;
export type RouteId = keyof Routes;
