// Recognising a risk register that somebody keeps as a spreadsheet.
export { REGISTER_FIELDS, type RegisterField } from './headings.ts';
export type { OptionSaid } from './option.ts';
export type { Scale } from './step.ts';
export { readRegister, type NoRegister, type RegisterReading } from './readRegister.ts';
export type { RegisterRow } from './row.ts';
export type { LeftRegisterRow, RegisterContext } from './rows.ts';
export type { BringAround } from './brought.ts';
export { planRegister, type RegisterOutcome, type RegisterPlanInput, type RegisterPlanRow } from './plan.ts';
