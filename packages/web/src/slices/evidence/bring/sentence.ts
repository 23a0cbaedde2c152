// What an import says in one line.
import type { ImportRow } from '../records.ts';

/** `here`: it counted before it was brought once more. */
export function importSentence(of: ImportRow, here = false): string {
  const results = of.total === 1 ? '1 result' : `${of.total} results`;
  if (of.state === 'refused') return 'refused, because half a file is never imported';
  if (of.state === 'interrupted') return 'the reading was cut off, nothing was changed';
  if (here && of.state === 'committed')
    return `this very file was imported on ${of.created_at.slice(0, 10)}, nothing was changed`;
  if (of.state === 'undone') return `${of.total > 0 ? results : 'the file'} taken back`;
  if (of.state === 'committed')
    return of.total > 0 ? `${results} ${of.total === 1 ? 'is' : 'are'} in` : 'kept as evidence';
  if (of.same_as !== null) return 'this very file is in already, nothing would change';
  if (of.total === 0) return 'a file that says nothing by itself, not committed yet';
  const { change } = of;
  if (change.gone > 0)
    return `${results}; ${change.gone} of the list before ${change.gone === 1 ? 'is' : 'are'} no longer found, not committed yet`;
  if (change.new + change.changed === 0) return `${results} as they were already known, not committed yet`;
  return `${results}, not committed yet`;
}
