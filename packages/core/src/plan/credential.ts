// What buyers ask for, and the ways to get there that the advice compares.

/** A certificate of ISO/IEC 27001, or a report on SOC 2 of design at a date (Type I) or operation over a period (Type II). */
export const CREDENTIALS = ['iso27001', 'soc2_type1', 'soc2_type2'] as const;
export type Credential = (typeof CREDENTIALS)[number];

/** What one buyer would take: a credential by name, any SOC 2 report, either of the two, or both (certificate and Type II). */
export const CREDENTIAL_NEEDS = [...CREDENTIALS, 'soc2_any', 'either', 'both'] as const;
export type CredentialNeed = (typeof CREDENTIAL_NEEDS)[number];

export const ADVICE_OPTIONS = [
  'iso_first',
  'type1_then_type2',
  'type2_directly',
  'both_in_parallel',
  'nothing_yet',
] as const;
export type AdviceOption = (typeof ADVICE_OPTIONS)[number];

/** The credentials of an option, in the order in which they come; `iso_first` goes on to Type II where both are wished. */
export const LEADS_TO: Readonly<Record<AdviceOption, readonly Credential[]>> = {
  iso_first: ['iso27001'],
  type1_then_type2: ['soc2_type1', 'soc2_type2'],
  type2_directly: ['soc2_type2'],
  both_in_parallel: ['iso27001', 'soc2_type2'],
  nothing_yet: [],
};

/** Which sets of credentials meet a need: each inner list is one way, of which all must be there. A Type II answers who asks for a Type I. */
export const MEETS: Readonly<Record<CredentialNeed, readonly (readonly Credential[])[]>> = {
  iso27001: [['iso27001']],
  soc2_type1: [['soc2_type1'], ['soc2_type2']],
  soc2_type2: [['soc2_type2']],
  soc2_any: [['soc2_type1'], ['soc2_type2']],
  either: [['iso27001'], ['soc2_type1'], ['soc2_type2']],
  both: [['iso27001', 'soc2_type2']],
};
