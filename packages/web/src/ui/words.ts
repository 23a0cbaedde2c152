// How the interface says what the contract spells with underscores.

const WORDS: Readonly<Record<string, string>> = {
  per_event: 'per event',
  semi_annual: 'twice a year',
  it_admin: 'IT admin',
  security_lead: 'security lead',
  minor: 'minor nonconformity',
  major: 'major nonconformity',
  opportunity: 'opportunity for improvement',
  exception: 'SOC 2 exception',
  own_eyes: 'own eyes',
  not_audited: 'left out',
};

/** `engineering_lead` as "engineering lead". */
export function said(word: string): string {
  return WORDS[word] ?? word.replaceAll('_', ' ');
}

/** An instant to the minute, in UTC: 2026-11-25 02:00. */
export function minuteText(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}

/** 1 day, 12 days. */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
