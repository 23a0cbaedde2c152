// How the ways to a credential are called where one is chosen.
import type { AdviceOption, Credential } from '@assay/core';

export const OPTION_TITLES: Readonly<Record<AdviceOption, string>> = {
  iso_first: 'ISO/IEC 27001 first',
  type1_then_type2: 'SOC 2 Type I, then Type II',
  type2_directly: 'SOC 2 Type II directly',
  both_in_parallel: 'Both in parallel',
  nothing_yet: 'Nothing yet',
};

/** Credentials where there is little room. */
export const CREDENTIAL_SHORT: Readonly<Record<Credential, string>> = {
  iso27001: 'ISO',
  soc2_type1: 'Type I',
  soc2_type2: 'Type II',
};

export const CREDENTIAL_LONG: Readonly<Record<Credential, string>> = {
  iso27001: 'ISO/IEC 27001 certificate',
  soc2_type1: 'SOC 2 Type I report',
  soc2_type2: 'SOC 2 Type II report',
};
