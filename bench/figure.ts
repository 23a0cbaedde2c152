// What a bench prints.

/** One figure. `ratio` compares it with the machine's limit where there is one. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly limit: string;
  readonly ratio: string;
  readonly goal: string;
  readonly met: boolean;
}
