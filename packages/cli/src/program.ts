// The command tree: noun, verb; every command thin, over the client or the local store.
import { Command, CommanderError } from 'commander';
import { addAdviseCommands } from './commands/advise.ts';
import { addAuditCommands } from './commands/audit.ts';
import { addAuditLogCommands } from './commands/auditLog.ts';
import { addCollectorCommands } from './commands/collector.ts';
import { addCompletionCommand } from './commands/completion.ts';
import { addControlCommands } from './commands/controls.ts';
import { addDigestCommands } from './commands/digest.ts';
import { addDocumentCommands } from './commands/document.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addEvidenceCommands } from './commands/evidence.ts';
import { addFindingCommands } from './commands/finding.ts';
import { addFrameworkCommands } from './commands/frameworks.ts';
import { addGapCommands } from './commands/gap.ts';
import { addGlossaryCommand } from './commands/glossary.ts';
import { addKeysCommands } from './commands/keys.ts';
import { addKeptTableCommands } from './commands/kept.ts';
import { addImportCommands } from './commands/imports.ts';
import { addLedgerCommands } from './commands/ledger.ts';
import { addExclusionCommands } from './commands/exclusion.ts';
import { addMonitoringCommands } from './commands/monitoring.ts';
import { addOrganisationCommands } from './commands/organisation.ts';
import { addPopulationCommands } from './commands/population.ts';
import { addSampleCommands } from './commands/sample.ts';
import { addPushCommand } from './commands/push.ts';
import { addScheduleCommands } from './commands/schedule.ts';
import { addServeCommands } from './commands/serve.ts';
import { addIsmsCommands } from './commands/isms.ts';
import { addFeedbackCommands } from './commands/feedback.ts';
import { addCompetenceCommands } from './commands/competence.ts';
import { addPlanCommands } from './commands/plan.ts';
import { addPathCommand } from './commands/path.ts';
import { addObjectiveCommands } from './commands/objective.ts';
import { addReviewCommands } from './commands/review.ts';
import { addMemberCommands } from './commands/member.ts';
import { addRoleCommands } from './commands/role.ts';
import { addSsoCommands } from './commands/sso.ts';
import { addTokenCommands } from './commands/token.ts';
import { addRoomCommands } from './commands/room.ts';
import { addPolicyCommands } from './commands/policy.ts';
import { addTaskCommands } from './commands/task.ts';
import { addViewCommands } from './commands/views.ts';
import { addRiskCommands } from './commands/risk.ts';
import { addObligationCommands } from './commands/obligation.ts';
import { addSoaCommands } from './commands/soa.ts';
import { addWindowCommands } from './commands/window.ts';
import { CONFIG_TEXT } from './config.ts';
import { CommandEnd, EXIT, EXIT_TEXT } from './exit.ts';
import { complain, out, setQuiet } from './output.ts';
import { didYouMean } from './words.ts';

/** Topics of `assay help` that are no commands. */
const TOPICS: Readonly<Record<string, string>> = { 'exit-codes': EXIT_TEXT, config: CONFIG_TEXT };

/** Runs the command line; resolves with the exit code. */
export async function run(argv: readonly string[], version: string): Promise<number> {
  const program = makeProgram(version);
  process.once('SIGINT', () => process.exit(EXIT.interrupted));
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', (cause: NodeJS.ErrnoException) =>
    process.exit(cause.code === 'EPIPE' ? EXIT.ok : EXIT.error),
  );
  try {
    if (argv[2] === 'help' && argv.length === 4 && !known(program, argv[3] ?? ''))
      return topic(program, argv[3] ?? '');
    await program.parseAsync([...argv]);
    return Number(process.exitCode ?? EXIT.ok);
  } catch (cause) {
    return explain(cause);
  }
}

/** In the order in which help lists them. */
const COMMANDS: readonly ((program: Command, version: string) => void)[] = [
  addServeCommands,
  addDoctorCommand,
  addOrganisationCommands,
  addFrameworkCommands,
  addGlossaryCommand,
  addControlCommands,
  addViewCommands,
  addMonitoringCommands,
  addEvidenceCommands,
  addImportCommands,
  addPushCommand,
  addCollectorCommands,
  addLedgerCommands,
  addKeysCommands,
  addAuditLogCommands,
  addTaskCommands,
  addAdviseCommands,
  addPlanCommands,
  addIsmsCommands,
  addObjectiveCommands,
  addPathCommand,
  addReviewCommands,
  addFeedbackCommands,
  addCompetenceCommands,
  addRoleCommands,
  addMemberCommands,
  addTokenCommands,
  addSsoCommands,
  addFindingCommands,
  addPolicyCommands,
  addAuditCommands,
  addRoomCommands,
  addDigestCommands,
  addWindowCommands,
  addGapCommands,
  addDocumentCommands,
  addRiskCommands,
  addSoaCommands,
  addObligationCommands,
  addPopulationCommands,
  addSampleCommands,
  addScheduleCommands,
  addExclusionCommands,
  addKeptTableCommands,
  addCompletionCommand,
];

/** The whole tree; also what completion and the reference are made from. */
export function makeProgram(version: string): Command {
  const program = new Command('assay')
    .description('One control environment, evidenced once, answered twice: ISO/IEC 27001 and SOC 2.')
    .version(`assay ${version}`, '-V, --version')
    .hook('preAction', (_, command) => setQuiet(command.opts()['quiet'] === true))
    .addHelpText(
      'after',
      `
More: ${Object.keys(TOPICS)
        .map((name) => `assay help ${name}`)
        .join(', ')}.
Data goes to standard output, everything else to standard error.`,
    );
  for (const add of COMMANDS) add(program, version);
  settle(program);
  return program;
}

/** What holds for every command: failures come back here, and mistakes are asked about. */
function settle(command: Command): void {
  command
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'assay: ')) });
  // A noun alone shows its verbs, as an answer rather than as a mistake.
  for (const child of command.commands) settle(child);
}

function known(program: Command, name: string): boolean {
  return program.commands.some((command) => command.name() === name);
}

function topic(program: Command, name: string): number {
  const text = TOPICS[name];
  if (text !== undefined) {
    out(text);
    return EXIT.ok;
  }
  const names = [...Object.keys(TOPICS), ...program.commands.map((command) => command.name())];
  throw new CommandEnd(
    EXIT.usage,
    `There is no help on ${name}.`,
    didYouMean(name, names) ?? 'assay help lists everything.',
  );
}

function explain(cause: unknown): number {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (cause instanceof CommandEnd) {
    complain(`assay: ${cause.message}${cause.remedy === undefined ? '' : ` ${cause.remedy}`}`);
    return cause.code;
  }
  if (cause instanceof Error && 'remedy' in cause) {
    complain(`assay: ${cause.message} ${String(cause.remedy)}`);
    return EXIT.error;
  }
  complain(`assay: ${cause instanceof Error ? cause.message : String(cause)}`);
  return EXIT.error;
}
