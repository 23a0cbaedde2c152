// How the ways to a credential are called where one is chosen.
import { OPTION_WORDS, type AdviceOption, type Credential } from '@assay/core';

/** As every sentence calls them; the long one is short where it stands beside others. */
export const OPTION_TITLES: Readonly<Record<AdviceOption, string>> = {
  ...OPTION_WORDS,
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
