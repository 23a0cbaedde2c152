// AWS Security Hub findings (ASFF 2018-10-08): an array, values in a row, one object or an envelope.
import type { ObservationStatus } from '@assay/core';
import { jsonItems } from '../stream/items.ts';
import { at, isObject, listAt, textAt } from '../read/json.ts';
import { instantOf, observation, severityOf } from '../read/observe.ts';
import { refused, unknownStatus } from '../read/problem.ts';
import type { Reader, Sink } from '../read/reader.ts';

const STATUS: Readonly<Record<string, ObservationStatus>> = { PASSED: 'pass', FAILED: 'fail', WARNING: 'unknown', NOT_AVAILABLE: 'not_applicable' };

export const asff: Reader = {
  id: 'asff', title: 'AWS Security Hub (ASFF)', version: 1,
  statusRule: 'Compliance.Status PASSED is pass, FAILED is fail, WARNING is unknown, NOT_AVAILABLE is not applicable; a finding without Compliance is a fail unless its record is archived or resolved, then unknown.',
  recognise: (head) => (/"SchemaVersion"\s*:\s*"2018-10-08"/.test(head.text) ? 0.98 : /"ProductArn"\s*:/.test(head.text) && /"GeneratorId"\s*:/.test(head.text) ? 0.95 : 0),
  async read(bytes, sink) {
    const state = { told: false, count: 0 };
    for await (const item of jsonItems(bytes)) {
      const inside = isObject(item.value) && Array.isArray(at(item.value, 'Findings')) ? listAt(item.value, 'Findings') : [item.value];
      for (const finding of inside) await one(finding, state, sink);
    }
  },
};

function one(value: unknown, state: { told: boolean; count: number }, sink: Sink): void | Promise<void> {
  const position = `finding ${state.count}`;
  state.count += 1;
  const generator = textAt(value, 'GeneratorId');
  if (generator === undefined) return sink.problem(refused('asff.no_generator', 'A finding has no GeneratorId.', { position, remedy: 'Export the findings again from Security Hub.' }));
  const prowler = /^prowler-(.+)$/i.exec(generator)?.[1];
  const observedAt = instantOf(at(value, 'UpdatedAt')) ?? instantOf(at(value, 'CreatedAt'));
  const account = textAt(value, 'AwsAccountId');
  if (!state.told) {
    state.told = true;
    sink.source({ tool: prowler === undefined ? 'securityhub' : 'prowler', ...(observedAt ? { ranAt: observedAt } : {}), ...(account ? { scope: account } : {}) });
  }
  const resource = listAt(value, 'Resources')[0];
  const control = textAt(value, 'Compliance', 'SecurityControlId') ?? textAt(value, 'ProductFields', 'ControlId') ?? generator.split('/').slice(-2).join('/');
  const reasons = listAt(value, 'Compliance', 'StatusReasons').map((reason) => textAt(reason, 'Description') ?? textAt(reason, 'ReasonCode') ?? '').filter((text) => text !== '');
  return sink.observation(observation({
    tool: prowler === undefined ? 'securityhub' : 'prowler', check: prowler ?? control, subject: textAt(resource, 'Id') ?? account, status: statusOf(value, position, sink), observedAt,
    severity: severityOf(textAt(value, 'Severity', 'Label')), message: [textAt(value, 'Title') ?? '', ...reasons].join(' '),
  }));
}

function statusOf(value: unknown, position: string, sink: Sink): ObservationStatus {
  const word = textAt(value, 'Compliance', 'Status');
  if (word === undefined) return textAt(value, 'RecordState') === 'ARCHIVED' || textAt(value, 'Workflow', 'Status') === 'RESOLVED' ? 'unknown' : 'fail';
  const status = STATUS[word.toUpperCase()];
  if (status) return status;
  sink.problem(unknownStatus('asff', word, position));
  return 'unknown';
}
