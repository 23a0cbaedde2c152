// How a control stands, as shape and word. Its words are its own: unknown is something else here than "no proof".
import { STANDING_WORDS, type Standing as Of } from '@assay/core';
import { StatusMark } from '../../../ui/marks.tsx';

export function stateOfStanding(standing: Of): string {
  return `standing_${standing}`;
}

export function Standing({ of }: { readonly of: Of }) {
  return <StatusMark state={stateOfStanding(of)}>{STANDING_WORDS[of].word}</StatusMark>;
}
