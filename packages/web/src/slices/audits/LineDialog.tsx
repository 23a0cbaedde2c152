// What was seen of one requirement; a finding is recorded with it, or neither is.
import { FINDING_KINDS, LINE_RESULTS, type RequirementRef } from '@assay/core';
import { useState } from 'react';
import { api, useChange } from '../../data/api.ts';
import { isReference } from '../../data/rows.ts';
import { Asking, Because, isReason } from '../../ui/Asking.tsx';
import { PersonField } from '../../ui/PersonField.tsx';
import { Select } from '../../ui/Select.tsx';
import { idOf, type Audit, type Line } from './audits.ts';

export type Result = (typeof LINE_RESULTS)[number];

const KINDS = FINDING_KINDS.filter((kind) => kind !== 'exception');
const WORDS: Readonly<Record<Result, string>> = {
  conforms: 'It conforms',
  finding: 'It is a finding',
  not_audited: 'It is left out of this audit',
};

interface Props {
  readonly org: string;
  readonly audit: Audit;
  readonly line: Line;
  readonly first: Result;
  readonly close: () => void;
}

export function LineDialog({ org, audit, line, first, close }: Props) {
  const [said, setSaid] = useState<Draft>({
    result: first,
    note: line.said?.note ?? '',
    evidence: line.said?.evidence.join(' ') ?? '',
    kind: 'minor',
    statement: '',
    owner: '',
    because: '',
  });
  const other = line.said !== null && line.said.result !== said.result;
  const set = (next: Partial<Draft>): void => setSaid({ ...said, ...next });
  const change = useChange(org);
  const save = (requirement: RequirementRef): void =>
    change.mutate({
      act: () => api['audits.result']({ params: { org, audit: audit.id }, body: bodyOf(requirement, said) }),
      done: `${idOf(line.requirement)}: ${WORDS[said.result].toLowerCase()}.`,
    });
  return (
    <Asking
      title={`${idOf(line.requirement)} ${line.title}`}
      act={said.result === 'finding' ? 'Record the finding' : 'Record what was seen'}
      ready={isReady(said, line) && (!other || isReason(said.because))}
      waits={
        isReady(said, line)
          ? 'Say why it is said otherwise'
          : said.result === 'finding'
            ? 'Say what is, against what should be'
            : 'Say what was looked at'
      }
      close={close}
      submit={() => (isReference(line.requirement) ? save(line.requirement) : undefined)}
    >
      <fieldset>
        <legend>What was seen?</legend>
        <div className="choice-row">
          {LINE_RESULTS.map((result) => (
            <label key={result}>
              <input
                type="radio"
                name="result"
                checked={said.result === result}
                onChange={() => set({ result })}
              />{' '}
              {WORDS[result]}
            </label>
          ))}
        </div>
      </fieldset>
      {said.result === 'finding' ? <FindingFields org={org} said={said} set={set} /> : null}
      <label className="field">
        <span>
          {said.result === 'not_audited' ? 'Why is it left out?' : 'What was looked at, with whom?'}
        </span>
        <textarea
          className="input"
          autoFocus={first !== 'finding'}
          maxLength={5000}
          value={said.note}
          onChange={(event) => set({ note: event.target.value })}
        />
      </label>
      <label className="field">
        <span>Evidence that shows it, by id</span>
        <input
          className="input mono"
          placeholder={
            line.controls
              .flatMap(({ evidence }) => evidence)
              .slice(0, 2)
              .join(' ') || 'E-12'
          }
          pattern="\s*(E-\d+[\s,]*)*"
          value={said.evidence}
          onChange={(event) => set({ evidence: event.target.value })}
        />
      </label>
      {other ? (
        <Because
          question="Why is it said otherwise than before?"
          value={said.because}
          change={(because) => set({ because })}
        />
      ) : null}
    </Asking>
  );
}

interface Draft {
  readonly result: Result;
  readonly note: string;
  readonly evidence: string;
  readonly kind: (typeof KINDS)[number];
  readonly statement: string;
  readonly owner: string;
  readonly because: string;
}

function FindingFields(props: {
  readonly org: string;
  readonly said: Draft;
  readonly set: (next: Partial<Draft>) => void;
}) {
  const { said, set } = props;
  return (
    <>
      <Select name="Kind" of={KINDS} value={said.kind} change={(kind) => set({ kind })} />
      <label className="field">
        <span>What is, against what should be</span>
        <textarea
          className="input"
          autoFocus
          required
          maxLength={10_000}
          value={said.statement}
          onChange={(event) => set({ statement: event.target.value })}
        />
      </label>
      <PersonField
        org={props.org}
        name="Who answers for it"
        value={said.owner}
        change={(owner) => set({ owner })}
      />
    </>
  );
}

/** A line that has a finding already may be said anew without another. */
function isReady({ result, note, evidence, statement }: Draft, line: Line): boolean {
  if (result === 'finding') return statement.trim() !== '' || (line.said?.findings.length ?? 0) > 0;
  return note.trim() !== '' || evidence.trim() !== '';
}

function bodyOf(requirement: RequirementRef, said: Draft) {
  const { result, kind, statement, owner } = said;
  const finding =
    result === 'finding' && statement.trim() !== ''
      ? { kind, statement: statement.trim(), owner: owner.trim() === '' ? null : owner.trim() }
      : undefined;
  return {
    requirement,
    result,
    note: said.note.trim(),
    evidence: said.evidence.split(/[\s,]+/).filter((each) => each !== ''),
    because: said.because.trim(),
    ...(finding === undefined ? {} : { finding }),
  };
}
