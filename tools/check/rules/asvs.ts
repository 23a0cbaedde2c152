// docs/security/asvs.tsv: every requirement of ASVS 5.0.0 at levels 1 and 2 (chapter 17 asks about what Assay has not),
// each with the test that shows it, the reason why none is needed, or the word open. A test that is gone turns it red.
import { textOf } from '../read/files.ts';
import type { Finding, Rule } from '../rule.ts';
import { ASVS } from '../tables/asvs.ts';

const FILE = 'docs/security/asvs.tsv';
const HEAD = 'id\tlevel\tstate\ttest or reason';
const STATES = ['test', 'reason', 'open'];
const SHORTEST_REASON = 30;

interface Row {
  readonly line: number;
  readonly id: string;
  readonly level: string;
  readonly state: string;
  /** `path > name` for a test; a sentence for the rest. */
  readonly said: string;
}

export const rule: Rule = {
  name: 'asvs',
  async run(root) {
    const text = await textOf(root, FILE);
    if (text === undefined)
      return {
        seen: { requirements: 0 },
        findings: [{ file: FILE, message: 'not there', remedy: 'write one line for each requirement' }],
      };
    const rows = rowsOf(text);
    const findings = [...listFindings(text, rows), ...rows.flatMap(rowFindings)];
    for (const row of rows.filter(({ state }) => state === 'test'))
      findings.push(...(await testFindings(root, row)));
    return { seen: counted(rows), findings };
  },
};

function rowsOf(text: string): readonly Row[] {
  return text.split('\n').flatMap((each, at) => {
    if (at === 0 || each === '' || each.startsWith('#')) return [];
    const [id = '', level = '', state = '', ...rest] = each.split('\t');
    return [{ line: at + 1, id, level, state, said: rest.join(' ') }];
  });
}

/** How many rows have each state; a state that nothing has is not counted, for a zero would be red. */
function counted(rows: readonly Row[]): Readonly<Record<string, number>> {
  const seen: Record<string, number> = { requirements: rows.length };
  for (const [state, words] of [
    ['test', 'by test'],
    ['reason', 'by reason'],
    ['open', 'open'],
  ] as const) {
    const count = rows.filter((row) => row.state === state).length;
    if (count > 0) seen[words] = count;
  }
  return seen;
}

function listFindings(text: string, rows: readonly Row[]): readonly Finding[] {
  const found: Finding[] = [];
  const add = (message: string, line = 1): void => {
    found.push({
      file: FILE,
      line,
      message,
      remedy: 'one line for each requirement, in the order of their ids',
    });
  };
  if (text.split('\n', 1)[0] !== HEAD) add('the first line is not the head of the table');
  const held = new Map(rows.map((row) => [row.id, row]));
  for (const [id, level] of ASVS) {
    const row = held.get(id);
    if (!row) add(`${id} is missing`);
    else if (row.level !== level) add(`${id} is of level ${level}`, row.line);
  }
  const known = new Set(ASVS.map(([id]) => id));
  const seen = new Set<string>();
  for (const { id, line } of rows) {
    if (!known.has(id)) add(`${id} is no requirement of these levels`, line);
    if (seen.has(id)) add(`${id} stands twice`, line);
    seen.add(id);
  }
  return found;
}

function rowFindings({ line, id, state, said }: Row): readonly Finding[] {
  const bad = (message: string, remedy: string): readonly Finding[] => [
    { file: FILE, line, message, remedy },
  ];
  if (!STATES.includes(state))
    return bad(`${id} has no state: ${state}`, `write one of ${STATES.join(', ')}`);
  if (state === 'reason' && said.trim().length < SHORTEST_REASON)
    return bad(`${id} has no reason that says anything`, 'say in a sentence why no test can or need show it');
  return [];
}

async function testFindings(root: string, row: Row): Promise<readonly Finding[]> {
  const [path = '', name = ''] = row.said.split(/ > (.*)/s);
  const text = await textOf(root, path);
  const bad = (message: string): readonly Finding[] => [
    {
      file: FILE,
      line: row.line,
      message,
      remedy: 'name a test that stands, or say that the requirement is open',
    },
  ];
  if (text === undefined) return bad(`${row.id} names a file that is not there: ${path}`);
  const quoted = ["'", '`', '"'].some((mark) => text.includes(`${mark}${name}${mark}`));
  return name !== '' && quoted ? [] : bad(`${row.id} names a test that is not there: ${name}`);
}
