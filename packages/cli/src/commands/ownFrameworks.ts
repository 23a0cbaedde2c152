// assay framework add, map, use, drop: a framework of one's own from file to posture.
import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { endOf, takeWithTag } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { printOne, say } from '../output.ts';
import { mappingsFile } from '@assay/contract';
import { findFramework } from '../find.ts';
import { perform } from '../write.ts';
import { open, writing, type WriteOptions } from './shared.ts';

export function addOwnFrameworkCommands(framework: Command): void {
  writing(
    framework.command('add <file>').description('Add an own framework from our format or an OSCAL catalogue'),
  )
    .option('--use', 'answer it from now on')
    .action(addFramework);
  writing(
    framework
      .command('map <file>')
      .description('Map controls to requirements from a file: all mappings in it or none'),
  ).action(mapFramework);
  writing(framework.command('use <framework>').description('Answer a framework from now on')).action(
    (id: string, options: WriteOptions) => changeUse(id, true, options),
  );
  writing(
    framework.command('drop <framework>').description('Answer a framework no longer; nothing known is lost'),
  ).action((id: string, options: WriteOptions) => changeUse(id, false, options));
}

async function addFramework(file: string, options: WriteOptions & { readonly use?: boolean }): Promise<void> {
  const { client, org, format } = await open(options);
  const added = await client['frameworks.add']({
    params: { org },
    query: { dry_run: options.dryRun ? 'true' : 'false' },
    body: jsonFile(file),
  });
  if (!added.ok) throw refused(added.error);
  const { data } = added.value;
  printOne(
    data,
    [
      ['framework', data.id],
      ['title', data.title],
      ['asks', String(data.requirement_count)],
      ['written', options.dryRun ? 'no, dry run' : 'yes'],
    ],
    format,
  );
  if (options.use && !options.dryRun) await changeUse(data.id, true, options);
}

async function mapFramework(file: string, options: WriteOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const parsed = mappingsFile.safeParse(jsonFile(file));
  if (!parsed.success)
    throw new CommandEnd(
      EXIT.error,
      `${file} is no file of mappings.`,
      parsed.error.issues
        .slice(0, 10)
        .map((issue) => `/${issue.path.map(String).join('/')}: ${issue.message}`)
        .join('\n'),
    );
  const done = await client['mappings.put_many']({
    params: { org },
    query: { dry_run: options.dryRun ? 'true' : 'false' },
    body: { mappings: parsed.data.mappings },
  });
  if (!done.ok) throw refused(done.error);
  const { data } = done.value;
  printOne(
    data,
    [
      ['added', String(data.added)],
      ['changed', String(data.changed)],
      ['unchanged', String(data.unchanged)],
      ['written', data.written ? 'yes' : 'no, dry run'],
    ],
    format,
  );
}

/** Puts a framework among those that the organisation answers, or takes it away. */
async function changeUse(text: string, use: boolean, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const { client, org, format } = where;
  const id = await findFramework(where, text);
  const { data, etag } = takeWithTag(await client['organisations.read']({ params: { org } }));
  const held = data.frameworks;
  if (held.includes(id) === use) return say(use ? `${id} is answered already.` : `${id} is not answered.`);
  const frameworks = use ? [...held, id] : held.filter((each) => each !== id);
  const changed = await perform(where, options, {
    route: 'organisations.change',
    input: { params: { org }, ifMatch: etag, body: { frameworks } },
    would: `Answered would be: ${frameworks.join(', ')}.`,
  });
  if (!changed) return undefined;
  say(`Answered: ${changed.frameworks.join(', ')}.`);
  if (format === 'json' || format === 'ndjson') printOne(changed, [], format);
  return undefined;
}

/** A refusal with every fault on a line of its own, so that a file can be mended in one go. */
function refused(failure: Parameters<typeof endOf>[0]): CommandEnd {
  const faults = 'errors' in failure ? (failure.errors ?? []) : [];
  if (faults.length < 2) return endOf(failure);
  for (const fault of faults.slice(0, 20)) say(`${fault.pointer || '/'}: ${fault.message}`);
  if (faults.length > 20) say(`and ${faults.length - 20} more`);
  return endOf(failure);
}

const anyJson = z.json();

function jsonFile(path: string): z.infer<typeof anyJson> {
  let text: string;
  try {
    text = readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch {
    throw new CommandEnd(EXIT.notFound, `${path} cannot be read.`);
  }
  try {
    return anyJson.parse(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (cause) {
    throw new CommandEnd(
      EXIT.error,
      `${path} is not JSON: ${cause instanceof SyntaxError ? cause.message : 'it holds something else'}.`,
    );
  }
}
