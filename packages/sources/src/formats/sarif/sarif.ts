// SARIF 2.1.0: results of static analysis, and whether the analysis itself came to its end.
import type { Instant, ObservationStatus } from '@assay/core';
import { at, listAt, textAt } from '../../read/json.ts';
import { instantOf, observation, toolName } from '../../read/observe.ts';
import { fatal } from '../../read/problem.ts';
import type { Head, Problem, Sink } from '../../read/reader.ts';
import { documentReader } from '../document.ts';
import { hasKeys, shapeOf } from '../shape.ts';
import { KIND, observationOf } from './result.ts';
import { ruleFinder } from './rules.ts';
import { placesOf } from './subject.ts';

export const sarif = documentReader({
  id: 'sarif',
  title: 'SARIF 2.1.0',
  version: 3,
  manual: {
    recognised: 'a $schema that names SARIF, or runs beside version 2.x; only 2.1.0 is then read',
    reads: 'whole',
    fields: {
      check:
        'the rule’s id, found by ruleIndex, ruleId or rule; ids of known vulnerabilities become one check named vulnerability',
      subject:
        'the file, and the fingerprint, logical place or message that tells results in it apart; never a line',
      observedAt: 'the end of the last invocation, else its start',
      severity: 'properties.security-severity of the result or rule, else level, else the rule’s own level',
      message: 'message.text, or the rule’s wording with its arguments',
    },
    words: [{ field: 'results[].kind, fail when absent', table: KIND }],
    also: [
      [
        'pass',
        'a result that baselineState calls absent; TOOL:run when executionSuccessful is true and no error is noted',
      ],
      ['fail', 'a suppressed result too: a suppression is an exception that somebody accepted'],
      ['error', 'TOOL:run when executionSuccessful is false'],
      [
        'unknown',
        'TOOL:run when a run without results does not say how it ended, when its results lie elsewhere, or when it notes an error',
      ],
    ],
  },
  recognise,
  accepts: (document) => wrongVersion(document) ?? Array.isArray(at(document, 'runs')),
  readDocument: async (document, sink) => {
    const runs = listAt(document, 'runs');
    if (runs.length === 0) sink.problem(noRuns());
    for (const [i, run] of runs.entries())
      await readRun(run, { position: `/runs/${i}`, alone: runs.length === 1 }, sink);
  },
});

function recognise(head: Head): number {
  const { keys, root } = shapeOf(head);
  if (root !== 'object') return 0;
  if (/sarif/i.test(keys.get('$schema') ?? '')) return 0.98;
  return hasKeys(head, 'runs') && (keys.get('version')?.startsWith('2.') ?? true) ? 0.95 : 0;
}

function wrongVersion(document: unknown): Problem | undefined {
  const version = textAt(document, 'version');
  if (version === '2.1.0') return undefined;
  return fatal('sarif.version', `The file is SARIF ${version ?? 'without a version'}; only 2.1.0 is read.`, {
    position: '/version',
    remedy: 'Convert it with the SARIF multitool, or use a newer version of the scanner.',
  });
}

function noRuns(): Problem {
  return {
    code: 'sarif.no_runs',
    level: 'warning',
    message: 'The file holds no run: nothing was analysed, so nothing is shown.',
    position: '/runs',
    remedy: 'Check the step of the pipeline that should have run the scanner.',
  };
}

/** `alone`: a file of several runs is no whole list of one of them. */
async function readRun(
  run: unknown,
  { position, alone }: { readonly position: string; readonly alone: boolean },
  sink: Sink,
): Promise<void> {
  const tool = toolName(textAt(run, 'tool', 'driver', 'name') ?? 'sarif');
  const toolVersion =
    textAt(run, 'tool', 'driver', 'semanticVersion') ?? textAt(run, 'tool', 'driver', 'version');
  const ended = endOf(run);
  const scope = scopeOf(run);
  const outcome = outcomeOf(run);
  sink.source({
    tool,
    ...(toolVersion ? { toolVersion } : {}),
    ...(ended ? { ranAt: ended } : {}),
    ...(scope ? { scope } : {}),
    complete: alone && outcome?.status === 'pass',
  });
  const context = {
    tool,
    ended,
    places: placesOf(run),
    ruleOf: ruleFinder(run),
    names: new Map<string, number>(),
    sink,
  };
  for (const [i, result] of listAt(run, 'results').entries())
    await sink.observation(observationOf(result, `${position}/results/${i}`, context));
  if (outcome)
    await sink.observation(
      observation({ tool, check: 'run', subject: scope ?? tool, observedAt: ended, ...outcome }),
    );
}

function endOf(run: unknown): Instant | undefined {
  const times = listAt(run, 'invocations').flatMap(
    (each) => instantOf(at(each, 'endTimeUtc')) ?? instantOf(at(each, 'startTimeUtc')) ?? [],
  );
  return times.toSorted().at(-1);
}

/**
 * What was analysed. The last part of automationDetails.id may name the single run (section 3.17.3);
 * a number, date or GUID there is left out, or every run would be another subject.
 */
function scopeOf(run: unknown): string | undefined {
  const repository = textAt(listAt(run, 'versionControlProvenance')[0], 'repositoryUri');
  const id = textAt(run, 'automationDetails', 'id');
  return repository ?? id?.replace(/\/(?:[0-9a-f]{8}-[0-9a-f-]{27}|\d[\d.:TZ+-]*)?$/i, '');
}

interface Outcome {
  readonly status: ObservationStatus;
  readonly message: string;
}

/**
 * TOOL:run, told whatever was found: a later clean end has to overrule an earlier error. Only
 * executionSuccessful (section 3.20.14) makes it a pass; results that lie elsewhere, that were never
 * attempted (null or absent, section 3.14.23) or an error that the tool noted make it unknown.
 */
function outcomeOf(run: unknown): Outcome | undefined {
  const said = listAt(run, 'invocations').map((each) => at(each, 'executionSuccessful'));
  const results = listAt(run, 'results').length;
  if (said.includes(false)) return { status: 'error', message: 'The tool says that its run failed.' };
  if (listAt(run, 'externalPropertyFileReferences', 'results').length > 0)
    return { status: 'unknown', message: 'The results lie in other files, which were not sent.' };
  if (said.length === 0 || !said.every((each) => each === true))
    return results > 0
      ? undefined
      : {
          status: 'unknown',
          message: 'Nothing was found, and the tool does not say whether its run ended well.',
        };
  if (!Array.isArray(at(run, 'results')))
    return {
      status: 'unknown',
      message: 'The run ended well but holds no list of results, so nothing was looked for.',
    };
  if (notedError(run))
    return { status: 'unknown', message: 'The tool says that its run ended well, and notes an error.' };
  return { status: 'pass', message: `The run ended well; it gave ${results} results.` };
}

function notedError(run: unknown): boolean {
  return listAt(run, 'invocations')
    .flatMap((each) => [
      ...listAt(each, 'toolExecutionNotifications'),
      ...listAt(each, 'toolConfigurationNotifications'),
    ])
    .some((note) => textAt(note, 'level') === 'error');
}
