// Options that every command over a running server has, and how it connects.
import { Option, type Command } from 'commander';
import { connect, connectTo, type Connection } from '../connection.ts';
import { FORMATS, formatOf, type Format } from '../output.ts';
import type { WriteFlags } from '../write.ts';

export interface CommonOptions {
  readonly data?: string;
  readonly url?: string;
  readonly org?: string;
  readonly output?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export interface WriteOptions extends CommonOptions, WriteFlags {}

/** A command's connection with the format to print in. */
export type Open = Connection & { readonly format: Format };

/** Adds connection and output options. */
export function common(command: Command): Command {
  return printing(command)
    .option('--data <dir>', 'data directory of the server (ASSAY_DATA)')
    .option('--url <url>', 'address of the server (ASSAY_URL)')
    .option('--org <slug>', 'organisation (ASSAY_ORG)');
}

/** Adds output options alone. */
export function printing(command: Command): Command {
  return command
    .addOption(
      new Option('-o, --output <format>', `one of ${FORMATS.join(', ')}`).choices(FORMATS).argParser(String),
    )
    .option('--json', 'short for -o json')
    .option('--quiet', 'no remarks, only data and errors')
    .option('--no-input', 'never ask; what would be asked is refused');
}

/** Adds what every write has beside: a dry run, and yes to every question. */
export function writing(command: Command): Command {
  return common(command)
    .option('--dry-run', 'check and say what would happen, change nothing')
    .option('-y, --yes', 'answer yes to every question');
}

/** The day on which a command runs, where nobody names another. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Connects to the organisation and reads the format. */
export async function open(options: CommonOptions): Promise<Open> {
  const format = formatOf(options);
  return { ...(await connectTo(options)), format };
}

/** Connects where no organisation is needed. */
export function openServer(options: CommonOptions): Omit<Open, 'org'> {
  const format = formatOf(options);
  return { ...connect(options), format };
}
