// What is said of a figure, and the default again; each undone by saying what stood before, in the currency in which it stood.
import { api, type Change } from '../../../data/api.ts';
import type { Figure } from '../advice.ts';

type Said = Omit<NonNullable<Figure['said']>, 'by' | 'at'>;

/** Says a figure; undone by what was said before, or by the default. */
export function sayFigure(org: string, figure: Figure, said: Said): Change<unknown> {
  const { key, revision, title } = figure;
  return {
    act: () => put(org, key, { revision, said }),
    done: `${title} is as you say.`,
    undo: () => backTo(org, figure, revision + 1),
  };
}

/** Lets the default count again; undone by what was said. */
export function dropFigure(org: string, figure: Figure): Change<unknown> {
  const { key, revision, title } = figure;
  return {
    act: () => drop(org, key, revision),
    done: `${title} is the default again.`,
    undo: () => backTo(org, figure, revision + 1),
  };
}

function backTo(org: string, { key, said }: Figure, revision: number) {
  return said === null ? drop(org, key, revision) : put(org, key, { revision, said });
}

function put(org: string, figure: string, { revision, said }: { revision: number; said: Said }) {
  const { value, currency, because } = said;
  return api['advice_figures.put']({
    params: { org, figure },
    ifMatch: `"${revision}"`,
    body: { value, currency, because },
  });
}

function drop(org: string, figure: string, revision: number) {
  return api['advice_figures.drop']({ params: { org, figure }, ifMatch: `"${revision}"` });
}
