// What a column of a statement is about, from its heading in English, German, French, Dutch or Spanish.
import { phrases, type Vocabulary } from '../../tables/index.ts';

/** `risk`, `law`, `contract` and `baseline` are columns that say why a control is in, by a mark or by naming it. */
export type StatementField =
  | 'id'
  | 'title'
  | 'applies'
  | 'excluded'
  | 'risk'
  | 'law'
  | 'contract'
  | 'baseline'
  | 'inclusion'
  | 'exclusion'
  | 'reason'
  | 'status'
  | 'due'
  | 'how'
  | 'owner'
  | 'evidence';

// Read from the top: "not applicable" is found before "applicable", "risk owner" before "risk", and the initials
// LR, CO, BR/BP and RRA, which many statements explain in a legend, before the "reasons" that stand over them.
const LISTS: readonly (readonly [StatementField, string])[] = [
  [
    'owner',
    'owner*|responsib*|accountable|*verantwort*|*zuständig*|propriétaire|responsable|verantwoordelijk*|eigenaar|propietario',
  ],
  [
    'exclusion',
    'justif*+exclu*|reason*+exclu*|rational*+exclu*|reason*+not applic*|justif*+not applic*|ausschlussgrund|begründ*+ausschl*|begründ*+nicht*|grund+ausschl*|raison*+exclu*|justif*+non applic*|reden*+uitsluit*|onderbouw*+uitsluit*',
  ],
  [
    'inclusion',
    'justif*+inclu*|reason*+inclu*|rational*+inclu*|begründ*+aufnahme|begründ*+auswahl|onderbouw*+opname|raison*+inclu*',
  ],
  ['law', 'lr|legal*|law|regulat*|gesetz*|loi|wettelijk*'],
  ['contract', 'co|contract*|*vertrag*|contrat*'],
  ['baseline', 'br|bp|baseline|best practice*|business requirement*'],
  ['risk', 'rra|ra|risk*|risiko*|risique*|risque*|riesgo*'],
  [
    'reason',
    'justif*|reason*|rationale|begründ*|grund|gründe|raison*|motiv*|reden*|onderbouw*|toelichting|razón',
  ],
  ['evidence', 'evidence*|proof*|*nachweis*|preuve*|bewijs*|evidencia*|reference doc*|document*|dokument*'],
  [
    'excluded',
    'not applic*|excluded|excl|out of scope|nicht anwendbar|ausgeschlossen|non applic*|exclu|niet van toepassing|no aplic*|applicab* no|anwendbar* nein|applicab* non|toepassing nee',
  ],
  [
    'applies',
    'applic*|applies|decision|entscheidung|in scope|selected|included|anwendbar*|zutreffend|retenue|van toepassing|toepasselijk|toepassing ja|aplica*',
  ],
  ['due', 'due|target date|planned date|deadline|termin|fällig*|zieltermin|échéance|streefdatum|fecha*'],
  [
    'status',
    'status|*status|state|umsetzungsgrad|umsetzungsstand|état|estado|implemented|umgesetzt|geïmplementeerd|implantad*|realised',
  ],
  ['how', 'how|implement*|umsetzung*|mise en œuvre|mise en oeuvre|implémentation|invulling|implementación'],
  [
    'title',
    'title*|name|control|controls|*maßnahme*|*massnahme*|titel|bezeichnung|titre|intitulé|mesure*|*maatregel*|título|controles',
  ],
];

export const STATEMENT_FIELDS: readonly StatementField[] = LISTS.map(([field]) => field);

export const STATEMENT_WORDS: Vocabulary<StatementField> = LISTS.map(([field, list]) => [
  field,
  phrases(list),
]);
