// assay glossary [term]: the words of both audits.
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { printList, printOne } from '../output.ts';
import { common, open, type CommonOptions } from './shared.ts';

export function addGlossaryCommand(program: Command): void {
  common(
    program.command('glossary [term]').description('What a word of the field means: glossary carve-out'),
  ).action(async (wanted: string | undefined, options: CommonOptions) => {
    const { client, format } = await open(options);
    const { data } = take(await client['glossary.list']({}));
    if (wanted === undefined)
      return printList(
        data,
        [
          { name: 'term', of: (row) => row.term },
          { name: 'meaning', of: (row) => row.short },
        ],
        format,
      );
    const word = wanted.toLowerCase();
    const found =
      data.find((each) => each.term.toLowerCase() === word) ??
      data.find((each) => each.synonyms.some((synonym) => synonym.toLowerCase() === word));
    if (!found) {
      const near = data.filter((each) => each.term.toLowerCase().includes(word)).map((each) => each.term);
      throw new CommandEnd(
        EXIT.notFound,
        `The glossary does not hold “${wanted}”.`,
        near.length > 0 ? `Near it: ${near.join(', ')}.` : 'See all terms with assay glossary.',
      );
    }
    return printOne(
      found,
      [
        ['term', found.term],
        ['in short', found.short],
        ['more', found.long],
        ['used in', found.frameworks.join(', ')],
        ['also called', found.synonyms.join(', ')],
        ['see also', found.see.join(', ')],
      ],
      format,
    );
  });
}
