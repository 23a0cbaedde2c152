// How Harbourline rates risk: first by one scale of harm, since the reassessment by one that names customers.
import { DEFAULT_METHOD, type RiskMethod } from '@assay/core';
import type { StoredMethod } from '../../slices/risks/risks.usecases.ts';

/** Days before today on which each version of the method was put in force. */
export const METHOD_BEGAN = 276;
export const METHOD_REWORDED = 150;

const FIRST: RiskMethod = {
  ...DEFAULT_METHOD,
  impact: [
    { name: 'Minor', meaning: 'Below 2,000 euro.' },
    { name: 'Limited', meaning: 'From 2,000 to 20,000 euro.' },
    { name: 'Serious', meaning: 'From 20,000 to 100,000 euro.' },
    { name: 'Severe', meaning: 'From 100,000 to 500,000 euro.' },
    { name: 'Catastrophic', meaning: 'Above 500,000 euro.' },
  ],
  authority: [{ role: 'founder', upTo: 3 }],
};

const SECOND: RiskMethod = {
  ...DEFAULT_METHOD,
  impact: [
    { name: 'Minor', meaning: 'Below 2,000 euro; nobody outside notices.' },
    { name: 'Limited', meaning: 'Up to 20,000 euro, or a few forwarders wait for an hour.' },
    { name: 'Serious', meaning: 'Up to 100,000 euro, or a contract or a law asks for a notice.' },
    { name: 'Severe', meaning: 'Up to 500,000 euro, or customers leave, or an authority asks questions.' },
    { name: 'Catastrophic', meaning: 'Above 500,000 euro, or a terminal ends its contract.' },
  ],
};

export const FIRST_METHOD: StoredMethod = { method: FIRST, appetite: '' };

export const SECOND_METHOD: StoredMethod = {
  method: SECOND,
  appetite:
    'We take risks with new features and none with whose bookings somebody sees. What a terminal would end its contract for is treated whatever it costs within a quarter’s revenue.',
};
