// assay keys status|rotate.
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

export function addKeysCommands(program: Command): void {
  const keys = program.command('keys').description('Keys that seal artefacts and secrets');
  common(keys.command('status').description('Which key wraps what, and how far a rotation is')).action(
    status,
  );
  writing(
    keys
      .command('rotate')
      .description('Make a new key and wrap everything by it; artefacts stay as they are'),
  )
    .option('--root', 'the root key of the whole installation; only on the server’s machine')
    .action(rotate);
}

async function status(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['keys.read']({ params: { org } }));
  printOne(
    found,
    [
      ['key', `number ${found.version}${found.turning ? ', the one before still unwraps' : ''}`],
      ['artefacts', `${found.current} of ${found.items} wrapped by it`],
      ['not_sealed', unsealed(found)],
      ['root_key', `${found.root.id} (${found.root.kind})`],
      ['organisations', `${found.root.current} of ${found.root.realms} wrapped by it`],
    ],
    format,
  );
}

function unsealed({
  unsealed: files,
  damaged,
}: {
  readonly unsealed: number;
  readonly damaged: number;
}): string {
  if (files === 0) return 'nothing';
  return `${files} files of an older Assay${damaged === 0 ? '' : `, ${damaged} of them damaged: assay verify`}`;
}

async function rotate(options: WriteOptions & { readonly root?: boolean }): Promise<void> {
  const where = await open(options);
  if (options.root) {
    const done = await perform(where, options, {
      route: 'root_key.rotate',
      input: {},
      would: 'A new root key would be made, and the keys of every organisation wrapped by it.',
      ask: 'Make a new root key? Copies of the one before open no newer backup.',
    });
    if (!done) return;
    say(
      `The root key is ${done.id} now; ${done.current} of ${done.realms} are wrapped by it. Keep a copy of it apart.`,
    );
    if (where.format !== 'table') printOne(done, [], where.format);
    return;
  }
  const done = await perform(where, options, {
    route: 'keys.rotate',
    input: { params: { org: where.org } },
    would: `${where.org} would get a new key, and everything of it would be wrapped by it.`,
  });
  if (!done) return;
  say(`${done.items} keys are being wrapped anew: assay keys status says how far it is.`);
  if (where.format !== 'table') printOne(done, [], where.format);
}
