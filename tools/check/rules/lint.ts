// oxlint with types: no `any`, no floating promise, no assertion outside the kernel, files, functions and parameters within limits.
import { z } from 'zod';
import { runScript } from '../read/program.ts';
import type { Rule } from '../rule.ts';

const OXLINT = 'node_modules/oxlint/bin/oxlint';

const reportSchema = z.object({
  number_of_files: z.number(),
  number_of_rules: z.number().nullish(),
  diagnostics: z.array(
    z.object({
      message: z.string(),
      code: z.string().optional(),
      help: z.string().optional(),
      filename: z.string().default('(oxlint)'),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })).default([]),
    }),
  ),
});

export const rule: Rule = {
  name: 'lint',
  async run(root) {
    const printed = await runScript(OXLINT, ['--format', 'json', '.'], root);
    const start = printed.out.indexOf('{');
    if (start < 0)
      throw new Error(`oxlint gave no report: ${(printed.out + printed.err).trim().slice(0, 400)}`);
    const report = reportSchema.parse(JSON.parse(printed.out.slice(start)));
    return {
      seen: { files: report.number_of_files, rules: report.number_of_rules ?? 0 },
      findings: report.diagnostics.map((each) => ({
        file: each.filename,
        line: each.labels[0]?.span.line ?? 1,
        message: `${each.code ?? 'oxlint'}: ${each.message}`,
        remedy: each.help ?? 'see the rule in oxlint’s pages',
      })),
    };
  },
};
