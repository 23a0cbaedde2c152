// What a column of a risk register is about, from its heading in English, German, French, Dutch or Spanish.
import { phrases, type Vocabulary } from '../../tables/index.ts';

/** `level` is kept as a text only: a level follows from the method, it is not brought. `residual` is after treatment. */
export type RegisterField =
  | 'ref'
  | 'title'
  | 'description'
  | 'asset'
  | 'threat'
  | 'weakness'
  | 'category'
  | 'owner'
  | 'likelihood'
  | 'impact'
  | 'level'
  | 'residual_likelihood'
  | 'residual_impact'
  | 'residual_level'
  | 'option'
  | 'existing'
  | 'controls'
  | 'plan'
  | 'plan_owner'
  | 'due'
  | 'review'
  | 'status';

const LIKELIHOOD =
  'likelihood|probab*|prob|*wahrscheinlich*|vraisemblance|kans|waarschijnlijk*|frequency|*häufigkeit';
const IMPACT =
  'impact*|consequence*|severity|*auswirkung*|schaden|schadenshöhe|schwere|gravité|conséquence*|gevolg*';
const LEVEL =
  'level|score|rating|*stufe|*wert|*klasse|niveau|value|magnitude|*höhe|criticité|risk|*risiko|risque|riesgo';
const AFTER =
  'residual*|rest|restrisiko*|net|netto|after|nach|target|ziel*|résiduel*|cible|restant*|restrisico|doel*|treated';

// Read from the top: "risk owner" is found before "risk", "residual likelihood" before "likelihood".
const LISTS: readonly (readonly [RegisterField, string])[] = [
  ['review', 'review*|reassess*|überprüfung*|wiedervorlage|prochaine revue|revue|herbeoordeling'],
  [
    'plan_owner',
    'action+owner|treatment+owner|action+responsib*|maßnahme*+verantwort*|maßnahmenverantwort*|behandl*+verantwort*|actie+eigenaar',
  ],
  [
    'owner',
    '*owner*|responsib*|accountable|*verantwort*|*zuständig*|*eigentümer*|propriétaire*|responsable|*eigenaar|verantwoordelijk*',
  ],
  [
    'due',
    'due*|deadline|target date|completion date|by when|*termin|fällig*|zieldatum|umsetzung bis|bis|échéance|date cible|streefdatum|fecha*',
  ],
  ['status', 'status|*status|state|stand|état|estado'],
  ['description', 'descri*|*beschreib*|details|omschrijving|remark*|comment*|bemerkung*'],
  ['residual_likelihood', both(AFTER, `${LIKELIHOOD}|l`)],
  ['residual_impact', both(AFTER, `${IMPACT}|i`)],
  ['residual_level', both(AFTER, LEVEL)],
  ['likelihood', `${LIKELIHOOD}|inherent l`],
  ['impact', `${IMPACT}|inherent i`],
  ['existing', 'existing|current controls|bestehend*|vorhanden*|existantes|bestaande'],
  ['plan', 'treatment plan|action*|mitigation*|plan|planned|*maßnahmen|*massnahmen|plan d action|acties'],
  [
    'controls',
    'control*|annex a|iso 27001|soa|*kontroll*|iso+maßnahme*|mesure*|beheersmaatregel*|maatregel*|controles',
  ],
  [
    'option',
    'option*|*treatment|response|strateg*|*behandlung|risikostrategie|umgang|traitement*|behandeling',
  ],
  ['ref', 'id|ref|reference|nr|no|number|key|kennung|référence|nummer|risk id|risk no|risk ref|risiko nr'],
  ['asset', 'asset*|process*|*prozess*|*werte|schutzobjekt*|zielobjekt*|system*|actif*|bien|middel'],
  ['threat', 'threat*|*bedrohung*|gefährdung*|menace*|dreiging*|amenaza*'],
  ['weakness', 'vulnerab*|weakness*|*schwachstelle*|vulnérabilité*|kwetsbaarheid'],
  ['category', 'category|kategorie|type|catégorie|categorie|domain|department|abteilung'],
  [
    'level',
    'level|*score|*rating|*stufe|*wert|*klasse|niveau|risk value|criticité|inherent risk|bruttorisiko',
  ],
  [
    'title',
    'title|name|risk*|scenario*|event|*risiko*|*szenario*|titel|bezeichnung|risque*|scénario|risico*|riesgo*',
  ],
];

export const REGISTER_WORDS: Vocabulary<RegisterField> = LISTS.map(([field, list]) => [field, phrases(list)]);

export const REGISTER_FIELDS: readonly RegisterField[] = LISTS.map(([field]) => field);

/** Every word of the one list together with every word of the other. */
function both(some: string, others: string): string {
  return some
    .split('|')
    .flatMap((one) => others.split('|').map((other) => `${one}+${other}`))
    .join('|');
}
