// What is to be done about a risk, in the words of ISO/IEC 27005 and in those of other books.
import { phrases, says, type Phrases } from '../../tables/index.ts';

export type OptionSaid = 'modify' | 'retain' | 'avoid' | 'share';

const WORDS: readonly (readonly [OptionSaid, Phrases])[] = [
  ['avoid', phrases('avoid*|terminate*|eliminat*|vermeid*|beend*|évit*|refus*|vermijd*|beëindig*|evitar')],
  [
    'share',
    phrases(
      'transfer*|shar*|insur*|outsourc*|übertrag*|teilen|versicher*|transfér*|partag*|assur*|overdrag*|delen',
    ),
  ],
  [
    'retain',
    phrases(
      'accept*|retain*|retention|tolerat*|akzept*|trag*|tragen|conserv*|maintenir|aanvaard*|accepteer*|acepta*',
    ),
  ],
  [
    'modify',
    phrases(
      'mitigat*|modif*|reduc*|treat*|minder*|reduzier*|verminder*|behandel*|rédui*|réduction|atténu*|trait*|beperk*|mitiga*',
    ),
  ],
];

/** The one option that a text names; undefined for none, and for several, which a person has to choose from. */
export function optionOf(text: string): OptionSaid | undefined {
  const named = WORDS.filter(([, any]) => says(text, any));
  return named.length === 1 ? named[0]?.[0] : undefined;
}
