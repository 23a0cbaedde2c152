// The method that an organisation begins with: five by five after ISO/IEC 27005, in our own words, to be changed.
import { GRID_27005, type RiskMethod } from '../method.ts';

export const DEFAULT_METHOD: RiskMethod = {
  likelihood: [
    { name: 'Unlikely', meaning: 'Not seen here or at firms like us; once in ten years or less.' },
    { name: 'Possible', meaning: 'Could happen; once in three to ten years.' },
    { name: 'Likely', meaning: 'Happens to firms like us; about once in one to three years.' },
    { name: 'Very likely', meaning: 'Has happened here; about once a year.' },
    { name: 'Almost certain', meaning: 'Several times a year unless something changes.' },
  ],
  impact: [
    { name: 'Minor', meaning: 'Noticed inside only; hours of work.' },
    { name: 'Limited', meaning: 'A few customers notice; days of work, no duty to report.' },
    { name: 'Serious', meaning: 'Many customers notice; a contract or a law asks for a notice.' },
    { name: 'Severe', meaning: 'Customers leave; a regulator or a court is involved.' },
    { name: 'Catastrophic', meaning: 'The company may not survive it.' },
  ],
  levels: [
    { name: 'very low', meaning: 'Needs nothing.' },
    { name: 'low', meaning: 'Needs nothing; watched at reviews.' },
    { name: 'medium', meaning: 'To be treated, or accepted by the security lead.' },
    { name: 'high', meaning: 'To be treated soon, or accepted by a founder.' },
    { name: 'very high', meaning: 'To be treated now; nobody may accept it.' },
  ],
  combination: { kind: 'grid', levels: GRID_27005 },
  acceptable: 1,
  authority: [
    { role: 'security_lead', upTo: 2 },
    { role: 'founder', upTo: 3 },
  ],
};
