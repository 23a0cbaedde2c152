// How a rule's answer is printed: one line, then what is wrong and what to do.
import { judge, type Finding, type Rule } from './rule.ts';

export interface Answer {
  readonly rule: string;
  readonly seen: string;
  readonly findings: readonly Finding[];
  readonly millis: number;
}

/** Runs one rule; a rule that breaks is red, not silent. */
export async function answerOf(rule: Rule, root: string): Promise<Answer> {
  const start = performance.now();
  const { seen, findings } = await run(rule, root);
  return { rule: rule.name, seen, findings, millis: performance.now() - start };
}

/** The lines of one answer. */
export function linesOf(answer: Answer): readonly string[] {
  const { findings } = answer;
  const verdict =
    findings.length === 0 ? 'ok' : `${findings.length} ${findings.length === 1 ? 'violation' : 'violations'}`;
  const head = `${findings.length === 0 ? 'ok  ' : 'RED '} ${answer.rule.padEnd(10)} ${[answer.seen, verdict].filter(Boolean).join(': ')} (${(answer.millis / 1000).toFixed(1)} s)`;
  return [
    head,
    ...findings.flatMap((each) => [`       ${placeOf(each)}  ${each.message}`, `         -> ${each.remedy}`]),
  ];
}

function placeOf(finding: Finding): string {
  return finding.line === undefined ? finding.file : `${finding.file}:${finding.line}`;
}

async function run(
  rule: Rule,
  root: string,
): Promise<{ readonly seen: string; readonly findings: readonly Finding[] }> {
  try {
    const outcome = await rule.run(root);
    const seen = Object.entries(outcome.seen).map(([what, count]) => `${count} ${what}`);
    return { seen: seen.join(', '), findings: judge(rule, outcome) };
  } catch (cause) {
    const message = `the rule itself failed: ${cause instanceof Error ? cause.message : String(cause)}`;
    return {
      seen: '',
      findings: [{ file: `(${rule.name})`, message, remedy: 'mend the rule or what it runs' }],
    };
  }
}
