// Runs the machine's own git on a repository: no shell, no configuration that would start another program, no network.
import { execFile } from 'node:child_process';
import { CommandEnd, EXIT } from '../exit.ts';

const MOST_BYTES = 1024 ** 3;

/** What a stranger's repository may configure, switched off. */
const QUIET = [
  '--no-pager',
  '--no-replace-objects',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'log.showSignature=false',
  '-c',
  'i18n.logOutputEncoding=UTF-8',
  '-c',
  'color.ui=false',
];

/** Output of one git command as text; bytes that are not UTF-8 become the replacement character. */
export function git(repository: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      [...QUIET, '-C', repository, ...args],
      {
        encoding: 'utf8',
        maxBuffer: MOST_BYTES,
        env: {
          ...process.env,
          GIT_TERMINAL_PROMPT: '0',
          GIT_OPTIONAL_LOCKS: '0',
          GIT_NO_LAZY_FETCH: '1',
          GIT_ALLOW_PROTOCOL: 'none',
          LC_ALL: 'C.UTF-8',
        },
      },
      (cause, stdout, stderr) => {
        if (!cause) return resolve(stdout);
        if (cause.code === 'ENOENT')
          return reject(new CommandEnd(EXIT.notFound, 'git is not installed on this machine.'));
        const said = stderr.trim().split('\n')[0] ?? '';
        return reject(new CommandEnd(EXIT.error, `git says: ${said || cause.message}.`));
      },
    );
  });
}
