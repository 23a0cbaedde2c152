// How far a control is implemented, in the words that people use for it.
import { phrases, says, type Phrases } from '../../tables/index.ts';
import { appliesOf, type Said } from './applies.ts';

export type StatusSaid = 'implemented' | 'partly' | 'planned' | 'not_started' | 'unclear';

// Read from the top: "not implemented" and "partly implemented" hold the word "implemented".
const WORDS: readonly (readonly [StatusSaid, Phrases])[] = [
  [
    'not_started',
    phrases(
      'not implement*|not started|not in place|not planned|nicht umgesetzt|nicht implementiert|nicht begonnen|offen|open|missing|fehlt|non implémenté*|non réalisé*|non mis en|pas commencé*|niet geïmplementeerd|niet gestart|no implementad*|no implantad*|to do|todo',
    ),
  ],
  [
    'partly',
    phrases(
      'part*|teil*|in progress|ongoing|in arbeit|in umsetzung|begonnen|en cours|gedeeltelijk|deels|parcial*|en curso|started',
    ),
  ],
  ['planned', phrases('plan*|geplan*|scheduled|vorgesehen|prévu*|gepland|previst*')],
  [
    'implemented',
    phrases(
      'implemented|fully|complete*|done|in place|operational|umgesetzt|vollständig|implementiert|erledigt|abgeschlossen|implémenté*|réalisé*|en place|mis en œuvre|mis en oeuvre|geïmplementeerd|gereed|implementad*|implantad*',
    ),
  ],
];

/** Reads one cell: words, a share of 100 %, or yes and no in a column that asks "implemented?". */
export function statusOf(text: string): StatusSaid {
  const share = /^(\d{1,3})(?:[.,]0+)?\s*%$/u.exec(text.trim())?.[1];
  if (share !== undefined)
    return share === '100' ? 'implemented' : Number(share) === 0 ? 'not_started' : 'partly';
  const said = WORDS.find(([, any]) => says(text, any))?.[0];
  if (said !== undefined) return said;
  return says(text, NOT_ASKED) ? 'unclear' : ANSWERS[appliesOf(text)];
}

/** Of a control that does not apply, nobody says how far it is. */
const NOT_ASKED = phrases('n a|na|*applic*|*anwendbar*|zutreffend|entfällt|exclu*|out|in|aplica');

const ANSWERS: Readonly<Record<Said, StatusSaid>> = {
  yes: 'implemented',
  no: 'not_started',
  unclear: 'unclear',
};
