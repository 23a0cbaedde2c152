// How far one reading is: what its row says while it goes on.
import type { Instant } from '@assay/core';
import type { Progress } from '@assay/sources';
import type { ImportRecord, ReadingState } from '../imports.repository.ts';
import type { Turn } from './reading.repository.ts';

export class Course {
  readonly turn: Turn;
  readonly #beganAt: Instant;
  #bytes: Progress;
  #rows = 0;

  constructor(held: ImportRecord, reading: ReadingState) {
    this.turn = { id: held.id, token: reading.token };
    this.#beganAt = reading.beganAt;
    this.#bytes = { read: 0, total: held.size };
  }

  get beganAt(): Instant {
    return this.#beganAt;
  }

  bytes(progress: Progress): void {
    this.#bytes = progress;
  }

  rows(more: number): void {
    this.#rows += more;
  }

  stateAt(heardAt: Instant): ReadingState {
    return { token: this.turn.token, beganAt: this.#beganAt, heardAt, rows: this.#rows, ...this.#bytes };
  }
}
