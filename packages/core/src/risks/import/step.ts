// Likelihood and impact as people write them, read on the scale of a method.
import { phrases, saysOnly, type Phrases } from '../../tables/index.ts';

/** Names of a scale's steps, the least first. */
export type Scale = readonly string[];

// Words whose order everybody shares. A scale of three has no place for "rare" or "catastrophic".
const FIVE: readonly Phrases[] = [
  phrases(
    'very low|rare|remote|negligible|insignificant|very unlikely|sehr gering|sehr niedrig|sehr selten|unbedeutend|très faible|négligeable|rare|zeer laag|verwaarloosbaar|muy bajo',
  ),
  phrases(
    'low|unlikely|minor|gering|niedrig|selten|unwahrscheinlich|faible|peu probable|mineur|laag|klein|bajo',
  ),
  phrases(
    'medium|moderate|possible|mittel|möglich|moderat|moyen|moyenne|modéré|possible|gemiddeld|middel|mogelijk|medio',
  ),
  phrases(
    'high|likely|major|hoch|wahrscheinlich|erheblich|élevé|élevée|probable|majeur|hoog|groot|waarschijnlijk|alto',
  ),
  phrases(
    'very high|almost certain|certain|severe|critical|catastrophic|extreme|sehr hoch|sehr wahrscheinlich|fast sicher|katastrophal|existenzbedrohend|kritisch|très élevé|très élevée|critique|quasi certain|zeer hoog|kritiek|muy alto',
  ),
];

/**
 * Reads a column of likelihoods or impacts as steps from 0.
 * @returns undefined for what the scale has no place for. A number beyond the scale, or a zero, shows that the whole
 *   column counts on another one, so that none of its numbers is taken: 4 of 10 is not 4 of 5.
 */
export function stepsOf(texts: readonly string[], scale: Scale): readonly (number | undefined)[] {
  const said = texts.map((text) => text.normalize('NFC').trim().toLowerCase());
  const numbers = said.map((text) => numberIn(text, scale));
  const other = numbers.some((number) => number !== undefined && (number < 1 || number > scale.length));
  return said.map((text, i) => {
    const named = scale.findIndex((name) => name.toLowerCase() === text);
    if (named >= 0) return named;
    const number = numbers[i];
    if (number !== undefined) return other ? undefined : number - 1;
    return wordIn(text, scale);
  });
}

/** The number that a text begins with, or ends with in brackets; "4/10" on a scale of five is beyond it. */
function numberIn(said: string, scale: Scale): number | undefined {
  const [whole, number, of] =
    /^(\d{1,3})(?:[.,]0+)?(?:\s*\/\s*(\d+))?(?:$|\s*[–:(=-]|\s)/u.exec(said) ??
    /\((\d{1,3})\)$/u.exec(said) ??
    [];
  if (whole === undefined) return undefined;
  return of === undefined || Number(of) === scale.length ? Number(number) : scale.length + 1;
}

function wordIn(said: string, scale: Scale): number | undefined {
  const word = FIVE.findIndex((any) => saysOnly(said, any));
  if (word < 0) return undefined;
  if (scale.length === FIVE.length) return word;
  // low, medium, high
  return scale.length === 3 && word >= 1 && word <= 3 ? word - 1 : undefined;
}
