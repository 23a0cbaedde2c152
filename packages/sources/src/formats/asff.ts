// AWS Security Hub findings (ASFF 2018-10-08): an array, values in a row, one object or an envelope.
import type { Observation, ObservationStatus } from '@assay/core';
import { placeOf, type Item } from '../stream/items.ts';
import { eachItem, putAll } from '../read/eachItem.ts';
import { at, listAt, textAt, type JsonObject } from '../read/json.ts';
import { instantOf, observation, severityOf } from '../read/observe.ts';
import { refused, unknownStatus } from '../read/problem.ts';
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
  manual: {
    recognised:
      'SchemaVersion 2018-10-08, or ProductArn beside GeneratorId; an object, an array, one a line, or in an envelope named Findings',
    reads: 'stream',
    fields: {
      check:
        'Compliance.SecurityControlId, else ProductFields.ControlId, else GeneratorId; Prowler’s own id when Prowler wrote it',
      subject:
        'each Resources[].Id, with Vulnerabilities[0].Id where there is one; without any, AwsAccountId',
      observedAt: 'LastObservedAt, else UpdatedAt, else CreatedAt',
      severity: 'Severity.Label',
      message: 'Title and the status reasons; Prowler’s Description',
    },
    words: [{ field: 'Compliance.Status', table: STATUS }],
    also: [
      ['not_applicable', 'NOT_AVAILABLE with the reason CONFIG_RETURNS_NOT_APPLICABLE'],
      ['fail', 'a finding without Compliance'],
      ['unknown', 'a finding without Compliance that is archived or resolved'],
    ],
  },
  recognise: (head) =>
    /"SchemaVersion"\s*:\s*"2018-10-08"/.test(head.text)
      ? 0.98
      : /"ProductArn"\s*:/.test(head.text) && /"GeneratorId"\s*:/.test(head.text)
        ? 0.95
        : 0,
  async read(bytes, sink) {
    let told = false;
    await eachItem(bytes, { sink, envelope: ['Findings'] }, (value, item) => {
      const generator = textAt(value, 'GeneratorId');
      if (generator === undefined)
        return sink.problem(
          refused('asff.no_generator', 'A finding has no GeneratorId.', {
            position: placeOf(item),
            remedy: 'Export the findings again from Security Hub.',
          }),
        );
      if (!told) tellSource(value, generator, sink);
      told = true;
      const status = statusOf(value, item, sink);
      return putAll(observationsOf(value, generator, status), sink);
    });
  },
};

/** One observation for each resource of a finding. */
function observationsOf(
  value: JsonObject,
  generator: string,
  status: ObservationStatus,
): readonly Observation[] {
  const prowler = isProwler(generator);
  const account = textAt(value, 'AwsAccountId');
  const found = {
    tool: prowler ? 'prowler' : 'securityhub',
    check: prowler ? prowlerCheck(generator) : controlOf(value, generator),
    status,
    observedAt:
      instantOf(value['LastObservedAt']) ?? instantOf(value['UpdatedAt']) ?? instantOf(value['CreatedAt']),
    severity: severityOf(textAt(value, 'Severity', 'Label')),
    message: mutedMessage(isMuted(value, prowler), messageOf(value, prowler)),
  };
  const vulnerability = textAt(listAt(value, 'Vulnerabilities')[0], 'Id');
  const resources = listAt(value, 'Resources');
  return (resources.length > 0 ? resources : [undefined]).map((resource) => {
    const id = textAt(resource, 'Id');
    const subject = prowler
      ? prowlerSubject({ uid: id, account, region: textAt(resource, 'Region') ?? textAt(value, 'Region') })
      : (id ?? account);
    // Findings about packages share one generator: without the vulnerability's id they would hide each other.
    return observation({
      ...found,
      subject: vulnerability === undefined || subject === undefined ? subject : `${subject}#${vulnerability}`,
    });
  });
}

function isMuted(value: JsonObject, prowler: boolean): boolean {
  return (
    textAt(value, 'Workflow', 'Status') === 'SUPPRESSED' ||
    (prowler && textAt(value, 'Compliance', 'Status') === 'WARNING')
  );
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
    (reason) => textAt(reason, 'Description') ?? textAt(reason, 'ReasonCode'),
  );
  const title = textAt(value, 'Title');
  return reasons.length === 0 ? title : [title, ...reasons].filter((text) => text !== undefined).join(' · ');
}

function statusOf(value: JsonObject, item: Item, sink: Sink): ObservationStatus {
  const word = textAt(value, 'Compliance', 'Status');
  if (word === undefined)
    return textAt(value, 'RecordState') === 'ARCHIVED' || textAt(value, 'Workflow', 'Status') === 'RESOLVED'
      ? 'unknown'
      : 'fail';
  const status = meaningOf(STATUS, word.toUpperCase());
  if (!status) sink.problem(unknownStatus('asff', word, placeOf(item)));
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
