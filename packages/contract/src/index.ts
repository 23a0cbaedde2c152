// The contract's door: schemas, route table, OpenAPI document, typed client.
import './kernel/messages.ts';
export * from './access.ts';
export * from './account.ts';
export * from './federation.ts';
export * from './members.ts';
export * from './viewing.ts';
export * from './scim.ts';
export * from './ending.ts';
export * from './transfer.ts';
export * from './catalogue.ts';
export { collectorsRoutes } from './collectors.ts';
export * from './controls.ts';
export * from './documents.ts';
export * from './evidence.ts';
export * from './frameworks.ts';
export { gapsRoutes } from './gaps.ts';
export { trailRoutes } from './trail.ts';
export { adviceOut, advisorRoutes } from './advisor.ts';
export { circumstancesHeard, describedHeard, overridesHeard, situationHeard } from './adviceHeard.ts';
export {
  adviceSaid,
  ceilingSaid,
  NO_RECORDS,
  promiseSaid,
  type AdviceAround,
  type AdviceSaid,
  type FigureRecord,
} from './adviceSaid.ts';
export {
  answersField,
  answersOf,
  companyFile,
  situationSaid,
  snakeField,
  type SaidAnswers,
} from './situation.ts';
export { companyAdvice } from './companyAdvice.ts';
export { figureValue, type FigureValueSaid } from './planFields.ts';
export { planRoutes } from './plan.ts';
export { planSettingsField, variantField, type SaidPlanSettings, type SaidVariant } from './planSettings.ts';
export { pathRoutes } from './path.ts';
export { riskMethodFields, risksRoutes } from './risks.ts';
export { simulateByHands, type Hand } from './lossHands.ts';
export { lossCaseOf, lossesOut, lossesRoutes, lossModelOf, lossModelSaid } from './losses.ts';
export * from './imports.ts';
export { keptRoutes, keptTable } from './kept.ts';
export { erasureRoutes } from './erasure.ts';
export { keysRoutes } from './keys.ts';
export * from './ledger.ts';
export * from './monitoring.ts';
export * from './schedules.ts';
export * from './windows.ts';
export * from './windowRoutes.ts';
export * from './populations.ts';
export { workRoutes } from './work.ts';
export { auditOut, auditRecord, auditsRoutes, programmeRecord } from './audits.ts';
export * from './soa.ts';
export { obligationsRoutes } from './obligations.ts';
export { roomsRoutes } from './rooms.ts';
export { deskItemOut, deskOut, deskRoutes } from './desk.ts';
export { roomFileOut, roomShown, type RoomFile, type RoomShown } from './roomItems.ts';
export { ismsRoutes } from './isms.ts';
export { ismsBody, ismsRecord, ismsRecordOut } from './ismsRecords.ts';
export { findingOut, findingRecord, findingsRoutes } from './findings.ts';
export { policiesRoutes } from './policies.ts';
export {
  addressOf,
  createClient,
  type Client,
  type ClientOptions,
  type Failure,
  type Reply,
} from './client.ts';
export { ERROR_CODES, type ErrorCode } from './kernel/errors.ts';
export { PROBLEMS, type ProblemType } from './kernel/problems.ts';
export { problemSchema, type Problem } from './kernel/problem.ts';
export { type Method, type Raw, type Route, type Tag } from './kernel/route.ts';
export { type CallInput, type HandlerInput, type Output } from './kernel/typing.ts';
export { openApiDocument } from './openapi.ts';
export { isList, refusalsOf } from './openapi/operation.ts';
export { allPages } from './pages.ts';
export { routes, type RouteId, type Routes } from './routes.ts';
export { recipeField } from './sampleRecipe.ts';
export * from './sampleProfiles.ts';
export * from './samples.ts';
export * from './sizeRule.ts';
