// The command tree: noun, verb; every command thin, over the client or the local store.
import { Command, CommanderError } from 'commander';
import { addControlCommands } from './commands/controls.ts';
import { addEvidenceCommands } from './commands/evidence.ts';
import { addFrameworkCommands } from './commands/frameworks.ts';
import { addGlossaryCommand } from './commands/glossary.ts';
import { addImportCommands } from './commands/imports.ts';
import { addLedgerCommands } from './commands/ledger.ts';
import { addMonitoringCommands } from './commands/monitoring.ts';
import { addOrganisationCommands } from './commands/organisation.ts';
import { addServeCommands } from './commands/serve.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addCompletionCommand } from './commands/completion.ts';
import { CommandEnd, EXIT, EXIT_TEXT } from './exit.ts';
import { out, say } from './output.ts';

/** Runs the command line; resolves with the exit code. */
export async function run(argv: readonly string[], version: string): Promise<number> {
  const program = makeProgram(version);
  if (argv[2] === 'help' && argv[3] === 'exit-codes') {
    out(EXIT_TEXT);
    return EXIT.ok;
  }
  process.once('SIGINT', () => process.exit(EXIT.interrupted));
  try {
    await program.parseAsync([...argv]);
    return Number(process.exitCode ?? EXIT.ok);
  } catch (cause) {
    return explain(cause);
  }
}

/** The whole tree; also what completion and the coverage check look at. */
function makeProgram(version: string): Command {
  const program = new Command('assay')
    .description('One control environment, evidenced once, answered twice: ISO/IEC 27001 and SOC 2.')
    .version(`assay ${version}`, '-V, --version')
    .showSuggestionAfterError(true)
    .exitOverride()
    .addHelpText(
      'after',
      '\nExit codes: assay help exit-codes. Data goes to standard output, everything else to standard error.',
    );
  addServeCommands(program, version);
  addDoctorCommand(program);
  addOrganisationCommands(program);
  addFrameworkCommands(program);
  addGlossaryCommand(program);
  addControlCommands(program);
  addMonitoringCommands(program);
  addEvidenceCommands(program);
  addImportCommands(program);
  addLedgerCommands(program);
  addCompletionCommand(program);
  overrideAll(program);
  return program;
}

function overrideAll(command: Command): void {
  command.exitOverride().showSuggestionAfterError(true);
  for (const child of command.commands) overrideAll(child);
}

function explain(cause: unknown): number {
  if (cause instanceof CommanderError)
    return cause.code === 'commander.helpDisplayed' ||
      cause.code === 'commander.version' ||
      cause.code === 'commander.help'
      ? EXIT.ok
      : EXIT.usage;
  if (cause instanceof CommandEnd) {
    say(`assay: ${cause.message}${cause.remedy === undefined ? '' : ` ${cause.remedy}`}`);
    return cause.code;
  }
  if (cause instanceof Error && 'remedy' in cause) {
    say(`assay: ${cause.message} ${String(cause.remedy)}`);
    return EXIT.error;
  }
  say(`assay: ${cause instanceof Error ? cause.message : String(cause)}`);
  return EXIT.error;
}
