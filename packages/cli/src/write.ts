// Every write walks the same way: check it, show it when it is a dry run, ask when it cannot be taken back, do it.
import { routes, type CallInput, type Output, type Route, type RouteId, type Routes } from '@assay/contract';
import { createInterface } from 'node:readline/promises';
import { take, type Connection } from './connection.ts';
import { CommandEnd, EXIT } from './exit.ts';
import { printOne, say, type Format } from './output.ts';

export interface WriteFlags {
  readonly dryRun?: boolean | undefined;
  readonly yes?: boolean | undefined;
  readonly input?: boolean | undefined;
}

export interface Plan<K extends RouteId> {
  readonly route: K;
  readonly input: CallInput<Routes[K]>;
  /** One sentence: what a dry run says would happen. */
  readonly would: string;
  /** Question to answer before it happens; only where it cannot be undone. */
  readonly ask?: string;
}

/** Does what the plan says, or under `--dry-run` only checks it; undefined when nothing was done. */
export async function perform<K extends RouteId>(
  connection: Pick<Connection, 'client'> & { readonly format: Format },
  flags: WriteFlags,
  plan: Plan<K>,
): Promise<Output<Routes[K]> | undefined> {
  checkInput(routes[plan.route], plan.input);
  if (flags.dryRun) {
    say(plan.would);
    if (connection.format !== 'table')
      printOne({ dry_run: true, operation: plan.route, would: plan.would }, [], connection.format);
    return undefined;
  }
  if (plan.ask !== undefined) await confirm(plan.ask, flags);
  return take(await connection.client[plan.route](plan.input));
}

/** Asks a person; without one, only `--yes` says yes. */
export async function confirm(question: string, flags: WriteFlags): Promise<void> {
  if (flags.yes) return;
  if (flags.input === false || !process.stdin.isTTY || !process.stderr.isTTY)
    throw new CommandEnd(EXIT.usage, `${question} Nothing was changed.`, 'Add --yes to answer yes.');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} [y/N] `).finally(() => terminal.close());
  if (!/^y(es)?$/i.test(answer.trim())) throw new CommandEnd(EXIT.interrupted, 'Nothing was changed.');
}

/** Refuses here what the server would refuse, so that a dry run means something. */
function checkInput(route: Route, input: unknown): void {
  if (typeof input !== 'object' || input === null) return;
  for (const name of ['params', 'query', 'body'] as const) {
    const schema = route[name];
    if (schema === undefined || schema === 'bytes') continue;
    const value: unknown = Object.getOwnPropertyDescriptor(input, name)?.value;
    const parsed = schema.safeParse(value ?? {});
    if (parsed.success) continue;
    const [issue] = parsed.error.issues;
    throw new CommandEnd(EXIT.usage, `${issue?.path.join('.') || name}: ${issue?.message ?? 'not valid'}.`);
  }
}
