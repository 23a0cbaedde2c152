// The one of a list that a person meant: exact, in other case, or by a beginning that only one has.
import { CommandEnd, EXIT } from './exit.ts';
import { didYouMean } from './words.ts';

/** The one that was meant; otherwise the command ends and asks about what is near. */
export function pick(
  text: string,
  known: readonly string[],
  about: { readonly kind: string; readonly list: string },
): string {
  const same =
    known.find((each) => each === text) ?? known.find((each) => each.toLowerCase() === text.toLowerCase());
  if (same !== undefined) return same;
  const begins = known.filter((each) => each.toLowerCase().startsWith(text.toLowerCase()));
  const [only, second] = begins;
  if (only !== undefined && second === undefined && text !== '') return only;
  if (second !== undefined)
    throw new CommandEnd(
      EXIT.usage,
      `${text || 'An empty id'} may be any of ${begins.slice(0, 5).join(', ')}${begins.length > 5 ? ' and more' : ''}.`,
      'Write more of it.',
    );
  const near = didYouMean(text, known);
  throw new CommandEnd(
    EXIT.notFound,
    `There is no ${about.kind} ${text}.`,
    near ?? `${about.list} shows what is there.`,
  );
}
