// What a browser or process test is.

/** One thing that must hold; `skip` says why it cannot be tried here. */
export interface Case {
  readonly name: string;
  readonly skip?: string | undefined;
  run(): Promise<void>;
}
