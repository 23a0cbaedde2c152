// SARIF 2.1.0: static analysis results. A clean run is evidence too, but only when the tool says it ended well.
import type { ObservationStatus } from '@assay/core';
import { readJsonWhole } from '../stream/whole.ts';
import { at, listAt, textAt, numberAt } from '../read/json.ts';
import { instantOf, observation, severityOf, severityOfScore, toolName } from '../read/observe.ts';
import { fatal, unknownStatus } from '../read/problem.ts';
import type { Reader, Sink } from '../read/reader.ts';
import { meaningOf } from '../read/words.ts';

/** SARIF 3.27.9: kind; absent means fail. */
const KIND: Readonly<Record<string, ObservationStatus>> = {
  pass: 'pass',
  fail: 'fail',
  open: 'unknown',
  review: 'unknown',
  notApplicable: 'not_applicable',
  informational: 'not_applicable',
};

export const sarif: Reader = {
  id: 'sarif',
  title: 'SARIF 2.1.0',
  version: 1,
  statusRule:
    'kind pass is pass, fail or absent is fail, open and review are unknown, notApplicable and informational are not applicable; a suppressed result stays a fail; a run that says executionSuccessful without failures gives one pass for the run, a failed run one error, a silent one unknown.',
  recognise: (head) =>
    /"runs"\s*:\s*\[/.test(head.text) &&
    (/sarif/i.test(head.text) || /"version"\s*:\s*"2\.1\.0"/.test(head.text))
      ? 0.97
      : 0,
  async read(bytes, sink) {
    const document = await readJsonWhole(bytes);
    if (!Array.isArray(at(document, 'runs'))) {
      sink.problem(
        fatal('sarif.no_runs', 'The file has no runs.', { remedy: 'Export again as SARIF 2.1.0.' }),
      );
      return;
    }
    for (const [i, run] of listAt(document, 'runs').entries()) await readRun(run, i, sink);
  },
};

interface Rule {
  readonly id: string;
  readonly level: string | undefined;
  readonly score: number | undefined;
}

async function readRun(run: unknown, index: number, sink: Sink): Promise<void> {
  const tool = toolName(textAt(run, 'tool', 'driver', 'name') ?? 'sarif');
  const version =
    textAt(run, 'tool', 'driver', 'semanticVersion') ?? textAt(run, 'tool', 'driver', 'version');
  const invocations = listAt(run, 'invocations');
  const ended = invocations
    .map((each) => instantOf(at(each, 'endTimeUtc')) ?? instantOf(at(each, 'startTimeUtc')))
    .find((time) => time !== undefined);
  const scope =
    textAt(listAt(run, 'versionControlProvenance')[0], 'repositoryUri') ??
    textAt(run, 'automationDetails', 'id');
  sink.source({
    tool,
    ...(version ? { toolVersion: version } : {}),
    ...(ended ? { ranAt: ended } : {}),
    ...(scope ? { scope } : {}),
  });
  const rules = listAt(run, 'tool', 'driver', 'rules').map(ruleOf);
  let failures = 0;
  for (const [i, result] of listAt(run, 'results').entries()) {
    const status = statusOf(result, `runs/${index}/results/${i}`, sink);
    if (status === 'fail') failures += 1;
    const rule = ruleFor(result, rules);
    const suppressed = listAt(result, 'suppressions').some(
      (each) => (textAt(each, 'status') ?? 'accepted') === 'accepted',
    );
    const message = textAt(result, 'message', 'text') ?? textAt(result, 'message', 'markdown');
    await sink.observation(
      observation({
        tool,
        check: rule?.id ?? 'no-rule',
        subject: subjectOf(result),
        status,
        observedAt: ended,
        severity: severityFor(result, rule),
        message: suppressed ? `Suppressed. ${message ?? ''}` : message,
      }),
    );
  }
  const said = invocations.map((each) => at(each, 'executionSuccessful'));
  const whole: ObservationStatus = said.includes(false)
    ? 'error'
    : said.length > 0 && said.every((each) => each === true)
      ? 'pass'
      : 'unknown';
  if (failures === 0 || whole === 'error')
    await sink.observation(
      observation({
        tool,
        check: 'run',
        subject: scope ?? tool,
        status: whole,
        observedAt: ended,
        message:
          whole === 'pass'
            ? 'The run ended well and found nothing.'
            : whole === 'error'
              ? 'The tool says that its run failed.'
              : 'The tool does not say whether its run ended well.',
      }),
    );
}

function ruleOf(rule: unknown): Rule {
  return {
    id: textAt(rule, 'id') ?? '',
    level: textAt(rule, 'defaultConfiguration', 'level'),
    score: Number(textAt(rule, 'properties', 'security-severity') ?? Number.NaN),
  };
}

function ruleFor(result: unknown, rules: readonly Rule[]): Rule | undefined {
  const index = numberAt(result, 'ruleIndex') ?? numberAt(result, 'rule', 'index');
  const id = textAt(result, 'ruleId') ?? textAt(result, 'rule', 'id');
  const found = (index === undefined ? undefined : rules[index]) ?? rules.find((rule) => rule.id === id);
  if (found && (id === undefined || found.id !== '')) return { ...found, id: id ?? found.id };
  return id === undefined ? undefined : { id, level: undefined, score: undefined };
}

function statusOf(result: unknown, position: string, sink: Sink): ObservationStatus {
  const kind = textAt(result, 'kind') ?? 'fail';
  const status = meaningOf(KIND, kind);
  if (status) return status;
  sink.problem(unknownStatus('sarif', kind, position));
  return 'unknown';
}

/** File and fingerprint keep a finding's name when lines move; without a fingerprint the line has to do. */
function subjectOf(result: unknown): string | undefined {
  const location = listAt(result, 'locations')[0];
  const file =
    textAt(location, 'physicalLocation', 'artifactLocation', 'uri') ??
    textAt(listAt(location, 'logicalLocations')[0], 'fullyQualifiedName');
  const prints = Object.values(at(result, 'partialFingerprints') ?? at(result, 'fingerprints') ?? {});
  const print = prints.find((each) => typeof each === 'string');
  const line = numberAt(location, 'physicalLocation', 'region', 'startLine');
  const mark = print ?? line;
  if (file === undefined) return print;
  return mark === undefined ? file : `${file}#${String(mark)}`;
}

function severityFor(result: unknown, rule: Rule | undefined) {
  const score = rule?.score;
  return (
    (score === undefined || Number.isNaN(score) ? undefined : severityOfScore(score)) ??
    severityOf(textAt(result, 'level') ?? rule?.level ?? 'warning')
  );
}
