// One shape for all code (.oxfmtrc.json): single quotes, semicolons, 110 columns, trailing commas.
import { runScript } from '../read/program.ts';
import { filesBelow } from '../read/files.ts';
import type { Rule } from '../rule.ts';

const OXFMT = 'node_modules/oxfmt/bin/oxfmt';

export const rule: Rule = {
  name: 'format',
  async run(root) {
    const printed = await runScript(OXFMT, ['--list-different', '.'], root);
    const files = printed.out.split('\n').filter((line) => line.trim() !== '');
    if (printed.code !== 0 && files.length === 0)
      throw new Error(`oxfmt failed: ${printed.err.trim().slice(0, 400)}`);
    const code = (await filesBelow(root)).filter((path) => /\.([cm]?[jt]sx?|css|html)$/.test(path));
    return {
      seen: { files: code.length },
      findings: files.map((file) => ({
        file,
        message: 'is not formatted',
        remedy: 'npm run check -- --fix',
      })),
    };
  },
  async fix(root) {
    const printed = await runScript(OXFMT, ['.'], root);
    if (printed.code !== 0) throw new Error(`oxfmt failed: ${printed.err.trim().slice(0, 400)}`);
    return 'formatted';
  },
};
