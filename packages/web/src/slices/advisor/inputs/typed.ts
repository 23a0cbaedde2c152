// What a control needs to show an input and to change it.
import type { Field, Situation } from '../advice.ts';
import type { Edits } from './edits.ts';

export interface Typed {
  readonly situation: Situation;
  readonly set: (values: Edits['values']) => void;
  readonly setExisting: (part: Edits['existing']) => void;
  readonly leaveOut: (field: Field) => void;
  /** As it was recorded, after all. */
  readonly keep: (field: Field) => void;
}
