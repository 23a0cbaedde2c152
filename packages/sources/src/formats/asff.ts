// AWS Security Hub findings (ASFF 2018-10-08): an array, values in a row, one object or an envelope.
import type { ObservationStatus } from '@assay/core';
import { jsonItems } from '../stream/items.ts';
import { at, isObject, listAt, textAt } from '../read/json.ts';
import { instantOf, observation, severityOf } from '../read/observe.ts';
import { itemFault, refused, unknownStatus } from '../read/problem.ts';
import type { Reader, Sink } from '../read/reader.ts';
import { meaningOf } from '../read/words.ts';
import { mutedMessage, prowlerCheck, prowlerSubject } from './prowler.ts';

const STATUS: Readonly<Record<string, ObservationStatus>> = {
  PASSED: 'pass',
  FAILED: 'fail',
  WARNING: 'unknown',
  NOT_AVAILABLE: 'unknown',
};
/** The one reason (AWS Security Hub user guide, compliance status reason codes) that says the control has no resource. */
const NOTHING_TO_CHECK = 'CONFIG_RETURNS_NOT_APPLICABLE';

export const asff: Reader = {
  id: 'asff',
  title: 'AWS Security Hub (ASFF)',
  version: 1,
  statusRule:
    'Compliance.Status PASSED is pass, FAILED is fail (suppressed too: a decision is not a pass), WARNING is unknown (Prowler writes it for muted findings, whatever their result), NOT_AVAILABLE is unknown, or not applicable when its reason code says so; a finding without Compliance is a fail, unless its record is archived or resolved, then unknown.',
  recognise: (head) =>
    /"SchemaVersion"\s*:\s*"2018-10-08"/.test(head.text)
      ? 0.98
      : /"ProductArn"\s*:/.test(head.text) && /"GeneratorId"\s*:/.test(head.text)
        ? 0.95
        : 0,
  async read(bytes, sink) {
    let told = false;
    for await (const item of jsonItems(bytes, {
      envelope: ['Findings'],
      fault: (fault) => sink.problem(itemFault(fault)),
    })) {
      const position = `item ${item.index}, byte ${item.offset}`;
      const generator = isObject(item.value) ? textAt(item.value, 'GeneratorId') : undefined;
      if (generator === undefined) {
        sink.problem(
          refused('asff.no_generator', 'A finding has no GeneratorId.', {
            position,
            remedy: 'Export the findings again from Security Hub.',
          }),
        );
        continue;
      }
      if (!told) tellSource(item.value, generator, sink);
      told = true;
      await readFinding(item.value, { generator, position }, sink);
    }
  },
};

async function readFinding(
  value: unknown,
  where: { readonly generator: string; readonly position: string },
  sink: Sink,
): Promise<void> {
  const prowler = isProwler(where.generator);
  const account = textAt(value, 'AwsAccountId');
  const check = prowler ? prowlerCheck(where.generator) : controlOf(value, where.generator);
  const status = statusOf(value, where.position, sink);
  const observedAt =
    instantOf(at(value, 'LastObservedAt')) ??
    instantOf(at(value, 'UpdatedAt')) ??
    instantOf(at(value, 'CreatedAt'));
  const severity = severityOf(textAt(value, 'Severity', 'Label'));
  const muted =
    textAt(value, 'Workflow', 'Status') === 'SUPPRESSED' ||
    (prowler && textAt(value, 'Compliance', 'Status') === 'WARNING');
  const message = mutedMessage(muted, messageOf(value, prowler));
  const resources = listAt(value, 'Resources');
  for (const resource of resources.length > 0 ? resources : [undefined]) {
    const id = textAt(resource, 'Id');
    const subject = prowler
      ? prowlerSubject({ uid: id, account, region: textAt(resource, 'Region') ?? textAt(value, 'Region') })
      : (id ?? account);
    const waiting = sink.observation(
      observation({
        tool: prowler ? 'prowler' : 'securityhub',
        check,
        subject: withVulnerability(subject, value),
        status,
        observedAt,
        severity,
        message,
      }),
    );
    if (waiting) await waiting;
  }
}

function isProwler(generator: string): boolean {
  return /^prowler-/i.test(generator);
}

/** The control's own id where Security Hub names it, else the generator without the parts that are the same for all. */
function controlOf(value: unknown, generator: string): string {
  const control =
    textAt(value, 'Compliance', 'SecurityControlId') ?? textAt(value, 'ProductFields', 'ControlId');
  return (
    control ?? generator.replace(/^arn:[^:]*:securityhub:[^:]*:[^:]*:ruleset\//, '').replace('/rule/', '/')
  );
}

/** Prowler's description is the result in words; Security Hub's is the same for all results, its title and reasons are not. */
function messageOf(value: unknown, prowler: boolean): string | undefined {
  if (prowler) return textAt(value, 'Description');
  const reasons = listAt(value, 'Compliance', 'StatusReasons').map(
    (reason) => textAt(reason, 'Description') ?? textAt(reason, 'ReasonCode') ?? '',
  );
  return [textAt(value, 'Title') ?? '', ...reasons].filter((text) => text !== '').join(' · ');
}

/** Findings about packages share one generator: without the vulnerability's id they would hide each other. */
function withVulnerability(subject: string | undefined, value: unknown): string | undefined {
  const id = textAt(listAt(value, 'Vulnerabilities')[0], 'Id');
  return id === undefined || subject === undefined ? subject : `${subject}#${id}`;
}

function statusOf(value: unknown, position: string, sink: Sink): ObservationStatus {
  const word = textAt(value, 'Compliance', 'Status');
  if (word === undefined)
    return textAt(value, 'RecordState') === 'ARCHIVED' || textAt(value, 'Workflow', 'Status') === 'RESOLVED'
      ? 'unknown'
      : 'fail';
  const status = meaningOf(STATUS, word.toUpperCase());
  if (!status) sink.problem(unknownStatus('asff', word, position));
  const nothing =
    word === 'NOT_AVAILABLE' &&
    listAt(value, 'Compliance', 'StatusReasons').some(
      (reason) => textAt(reason, 'ReasonCode') === NOTHING_TO_CHECK,
    );
  return nothing ? 'not_applicable' : (status ?? 'unknown');
}

function tellSource(value: unknown, generator: string, sink: Sink): void {
  const account = textAt(value, 'AwsAccountId');
  const version = textAt(value, 'ProductFields', 'ProviderVersion');
  const ranAt = instantOf(at(value, 'UpdatedAt')) ?? instantOf(at(value, 'CreatedAt'));
  sink.source({
    tool: isProwler(generator) ? 'prowler' : 'securityhub',
    ...(version ? { toolVersion: version } : {}),
    ...(ranAt ? { ranAt } : {}),
    ...(account ? { scope: account } : {}),
  });
}
