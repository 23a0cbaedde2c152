// What a column is about, from its heading in English, German, French, Dutch or Spanish.

export type StatementField =
  | 'id'
  | 'title'
  | 'applies'
  | 'excluded'
  | 'reason'
  | 'status'
  | 'how'
  | 'owner'
  | 'evidence';

// Read from the top: "not applicable" must be found before "applicable", "reason for exclusion" before "exclusion".
const HEADINGS: readonly (readonly [StatementField, RegExp])[] = [
  ['reason', /justif|reason|rationale|begründ|grund|raison|motiv|reden|onderbouw|razón/u],
  [
    'excluded',
    /not applicable|exclu|nicht anwendbar|ausgeschlossen|non applicable|niet van toepassing|no aplica/u,
  ],
  ['applies', /applicab|applies|in scope|anwendbar|zutreffend|van toepassing|toepasselijk|aplica/u],
  ['status', /status|state|umsetzungsgrad|état|estado|implemented|umgesetzt|geïmplementeerd|implantad/u],
  ['owner', /owner|responsib|verantwort|zuständig|propriétaire|verantwoordelijk|eigenaar|propietario/u],
  ['evidence', /evidence|proof|nachweis|preuve|bewijs|evidencia/u],
  ['how', /how|implementation|umsetzung|mise en œuvre|mise en oeuvre|implementatie|implementación|comment/u],
  ['title', /title|name|control|maßnahme|massnahme|titel|titre|mesure|maatregel|título/u],
];

/** The field that a heading speaks of; undefined for one that nothing is known of, which stays a column of its own. */
export function fieldOf(heading: string): StatementField | undefined {
  const words = heading.normalize('NFC').toLowerCase();
  return HEADINGS.find(([, pattern]) => pattern.test(words))?.[0];
}
