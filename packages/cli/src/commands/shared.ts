// Options that every command over a running server has.
import type { Command } from 'commander';
import { connect, type Connection } from '../connection.ts';
import { FORMATS, formatOf, type Format } from '../output.ts';

export interface CommonOptions {
  readonly data?: string;
  readonly url?: string;
  readonly org?: string;
  readonly output?: string;
  readonly json?: boolean;
}

/** Adds connection and output options. */
export function common(command: Command): Command {
  return command
    .option('--data <dir>', 'data directory of the server (ASSAY_DATA)')
    .option('--url <url>', 'address of the server (ASSAY_URL)')
    .option('--org <slug>', 'organisation (ASSAY_ORG)')
    .option('-o, --output <format>', `one of ${FORMATS.join(', ')}`)
    .option('--json', 'short for -o json');
}

/** Connects and reads the format. */
export async function open(options: CommonOptions): Promise<Connection & { readonly format: Format }> {
  const format = formatOf(options);
  return { ...(await connect(options)), format };
}

/** Splits `C-07,C-09` into ids. */
export function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim().toUpperCase())
    .filter((part) => part !== '');
}
