// Exit codes, the same for every command.

export const EXIT = {
  ok: 0,
  error: 1,
  usage: 2,
  findings: 3,
  auth: 4,
  notFound: 5,
  conflict: 6,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Text of `assay help exit-codes`. */
export const EXIT_TEXT = `Exit codes
  0    done
  1    it failed
  2    the command was written wrongly
  3    findings at or above --fail-on
  4    not signed in, or not allowed
  5    not found
  6    conflict: somebody changed it, or it is there already
  130  interrupted
`;

/** An expected end of a command: its code and what to say. */
export class CommandEnd extends Error {
  readonly code: ExitCode;
  readonly remedy: string | undefined;
  constructor(code: ExitCode, message: string, remedy?: string) {
    super(message);
    this.code = code;
    this.remedy = remedy;
  }
}

/** Exit code of an API problem by its HTTP status. */
export function exitOfStatus(status: number): ExitCode {
  if (status === 400) return EXIT.usage;
  if (status === 401 || status === 403) return EXIT.auth;
  if (status === 404 || status === 410) return EXIT.notFound;
  if (status === 409 || status === 412) return EXIT.conflict;
  return EXIT.error;
}
