// The answer as Markdown: for a terminal, a repository or a mail. It says what the page says, in the same sentences.
import { countWords, listWords, dayWords } from '../kernel/index.ts';
import type { Advice } from './advise.ts';
import { valueWords } from './counter.ts';
import { CRITERIA } from './criteria.ts';
import { meetingSentence, rangeWords } from './headline.ts';
import { limitSentence } from './reasons.ts';
import type { FieldOrigin } from './situation.ts';
import { CREDENTIAL_SHORT, FIELD_WORDS, OPTION_WORDS, sentence } from './words.ts';

const ORIGIN_WORDS: Readonly<Record<FieldOrigin, string>> = {
  entered: 'entered',
  counted: 'counted from records',
  assumed: 'assumed',
};

export function adviceMarkdown(advice: Advice): string {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['Why', advice.reasons.map((reason) => `${plain(reason.sentence)} (${originsOf(reason.inputs)})`)],
    ['What speaks against it', advice.counter ? [plain(advice.counter.sentence)] : []],
    ['What would change it', advice.flips.map((flip) => plain(flip.sentence))],
    ['How sure it is', [plain(advice.confidence.sentence)]],
  ];
  return `${[
    `# ${plain(sentence(OPTION_WORDS[advice.recommended]))}`,
    `${plain(advice.sentence)}\n\n${plain(`As of ${dayWords(advice.described.situation.today)}; dates and money are ranges from simulation.`)}`,
    ...parts
      .filter(([, items]) => items.length > 0)
      .map(([title, items]) => `## ${title}\n\n${items.map((item) => `- ${item}`).join('\n')}`),
    ...promises(advice),
    `## The options beside each other\n\n${optionTable(advice)}`,
    `## Points\n\n${pointTable(advice)}`,
  ].join('\n\n')}\n`;
}

function promises({ decision: { ranking } }: Advice): readonly string[] {
  const meetings = ranking[0]?.meetings ?? [];
  if (meetings.length === 0) return [];
  return [
    `## Deals and promises\n\n${meetings.map((each) => `- ${plain(meetingSentence(each))}`).join('\n')}`,
  ];
}

function originsOf(inputs: Advice['reasons'][number]['inputs']): string {
  return inputs.map(({ field, origin }) => `${FIELD_WORDS[field]}: ${ORIGIN_WORDS[origin]}`).join('; ');
}

function optionTable({ decision: { ranking }, described: { situation } }: Advice): string {
  const rows = ranking.map((standing) => {
    const { facts, limits } = standing;
    const dates = facts.credentials.map(
      ({ credential, ready }) =>
        `${CREDENTIAL_SHORT[credential]} ${ready.p50} (${ready.p10} to ${ready.p90})`,
    );
    const out = limits.map((limit) => limitSentence(standing, limit, situation));
    return [
      sentence(OPTION_WORDS[standing.option]),
      listWords(dates) || 'none',
      rangeWords(facts.firstYear, situation.currency),
      rangeWords(facts.threeYears, situation.currency),
      String(Math.round(facts.personDays.p50)),
      out.length > 0 ? out.join(' ') : countWords(standing.points, 'point'),
    ];
  });
  return table(['Option', 'In hand', 'First year', 'Three years', 'Person-days', 'Stands'], rows);
}

function pointTable({ decision: { ranking }, described: { situation } }: Advice): string {
  const header = ['By', ...ranking.map(({ option }) => sentence(OPTION_WORDS[option]))];
  const rows = CRITERIA.map(({ id, title }) => [
    title,
    ...ranking.map(({ scores }) => {
      const score = scores.find(({ criterion }) => criterion === id);
      return score ? `${valueWords(id, score.value, situation.currency)}: ${score.points}` : '';
    }),
  ]);
  return table(header, [...rows, ['Together', ...ranking.map(({ points }) => String(points))]]);
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows.map((row) => row.map(plain))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** Names of deals are somebody's own words: they stay words. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`);
}
