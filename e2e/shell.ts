// Runs a script of a guide or of an integration as its reader would.
import { spawn } from 'node:child_process';

/** Its exit code and all that it said. */
export function shell(
  script: string,
  options: {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
    /** sh unless told: guides are plain, an action says bash. */
    readonly program?: 'sh' | 'bash';
  },
): Promise<{ readonly code: number | null; readonly said: string }> {
  const { program = 'sh', cwd } = options;
  // A reader's own shell would keep what was compiled, too.
  const env = { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], ...options.env };
  return new Promise((resolve) => {
    const child = spawn(program, ['-c', script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    child.on('close', (code) => resolve({ code, said }));
  });
}
