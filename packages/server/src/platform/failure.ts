// A start that cannot go on says one sentence and what to do, and ends with a code.

/** Ends the program with one sentence for the person; never a stack. */
export class StartFailure extends Error {
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(message);
    this.name = 'StartFailure';
    this.remedy = remedy;
  }
}

/** The system's error code of an unknown failure (`ENOSPC`, `28P01`), or undefined. */
export function codeOf(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' ? cause.code : undefined;
}
