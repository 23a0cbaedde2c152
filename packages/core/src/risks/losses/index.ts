// Losses of an organisation: estimates, what a run says of them, what controls are worth.
export { estimateText, percentText, yearsText } from './amount.ts';
export {
  answerLosses,
  marksOf,
  type CaseScenario,
  type LossAnswer,
  type LossCase,
  type LossLine,
  type LossPoint,
  type TreatmentValue,
  type YearlyLoss,
} from './answer.ts';
export {
  estimateLosses,
  expectedYear,
  NO_ESTIMATE,
  toleranceFault,
  type EstimatedModel,
  type GivenModel,
  type LossEstimate,
} from './estimate.ts';
export { modelFault, type LossFault } from './fault.ts';
export { bandText, lossSentence, worstBeyond } from './sentence.ts';
export { controlWorths, type ControlWorth, type Worth } from './worth.ts';
export { followOrder, type SimulatorOrder, type SimulatorWord } from './order.ts';
export { curvePicture, type CurvePicture } from './picture.ts';
export { curveSvg, type CurveFile, type CurvePalette } from './svg.ts';
