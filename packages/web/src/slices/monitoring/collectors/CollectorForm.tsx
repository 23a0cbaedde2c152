// Declares a collector, or changes what one promises from now on.
import { useState } from 'react';
import { COLLECTOR_KINDS, COLLECTOR_LISTS } from '@assay/core';
import { api, useChange } from '../../../data/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Picker } from '../../../ui/Picker.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useControlChoices } from '../../evidence/useControlChoices.ts';
import type { Collector } from './collectors.ts';

interface Props {
  readonly org: string;
  /** The collector to change; a new one without. */
  readonly held?: Collector;
  readonly close: () => void;
}

const NAME = '[a-z0-9]([a-z0-9\\-]*[a-z0-9])?';

export function CollectorForm({ org, held, close }: Props) {
  const choices = useControlChoices(org);
  const change = useChange(org);
  const [name, setName] = useState(held?.name ?? '');
  const [title, setTitle] = useState(held?.title ?? '');
  const [kind, setKind] = useState<Collector['kind']>(held?.kind ?? 'ci');
  const [controls, setControls] = useState<readonly string[]>(held?.covers.controls ?? []);
  const [checks, setChecks] = useState(held?.covers.checks.join(' ') ?? '');
  const [every, setEvery] = useState(held?.every_hours ?? 24);
  const [tolerance, setTolerance] = useState(held?.tolerance ?? 2);
  const [lists, setLists] = useState<Collector['lists']>(held?.lists ?? 'everything');
  const [path, setPath] = useState(held?.reads?.path ?? '');
  const named = checks.split(/[\s,]+/).filter((each) => each !== '');
  const nothing = controls.length + named.length === 0 && held?.covers.all !== true;
  const body = {
    title: title.trim() === '' ? name : title.trim(),
    covers:
      held?.covers.all === true && controls.length + named.length === 0
        ? { all: true, controls: [], checks: [] }
        : { all: false, controls: [...controls], checks: named },
    every_hours: every,
    tolerance,
    lists,
    reads: kind === 'scheduled' ? { path } : null,
  };
  const save = (): void => {
    close();
    if (held)
      change.mutate({
        act: () =>
          api['collectors.change']({
            params: { org, collector: held.name },
            body,
            ifMatch: `"${held.revision}"`,
          }),
        done: `${held.name} promises a run every ${every} hours from now on.`,
      });
    else
      change.mutate({
        act: () => api['collectors.add']({ params: { org }, body: { ...body, name, kind } }),
        done: `${name} is expected every ${every} hours.`,
      });
  };
  return (
    <Dialog title={held ? `Change ${held.name}` : 'Declare a collector'} close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {held ? null : (
          <>
            <label className="field">
              <span>Name, as the job gives it</span>
              <input
                className="input mono"
                required
                pattern={NAME}
                maxLength={40}
                placeholder="semgrep-nightly"
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            </label>
            <Select name="Who collects" of={COLLECTOR_KINDS} value={kind} change={setKind} />
          </>
        )}
        <label className="field">
          <span>Title</span>
          <input
            className="input"
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <Picker
          name="Controls that it covers"
          hint="C-81, or words of its name"
          choices={choices}
          value={controls}
          change={setControls}
        />
        <label className="field">
          <span>Checks that it covers</span>
          <input
            className="input mono"
            placeholder="prowler:*"
            value={checks}
            onChange={(event) => setChecks(event.target.value)}
          />
          <small>scanner:check, or scanner:* for all of a scanner; blanks between</small>
        </label>
        <label className="field">
          <span>Hours from one run to the next</span>
          <input
            className="input"
            type="number"
            min={1}
            max={8784}
            required
            value={every}
            onChange={(event) => setEvery(event.target.valueAsNumber)}
          />
        </label>
        <label className="field">
          <span>Intervals that may pass before silence is an outage</span>
          <input
            className="input"
            type="number"
            min={1}
            max={10}
            step="any"
            required
            value={tolerance}
            onChange={(event) => setTolerance(event.target.valueAsNumber)}
          />
        </label>
        <Select name="What it lists" of={COLLECTOR_LISTS} value={lists} change={setLists} />
        {kind === 'scheduled' ? (
          <label className="field">
            <span>File or directory on the server’s machine</span>
            <input
              className="input mono"
              required
              value={path}
              onChange={(event) => setPath(event.target.value)}
            />
            <small>Below a directory that the server was started with: --collect-from</small>
          </label>
        ) : null}
        <div className="toolbar">
          <button
            type="submit"
            className="button primary"
            disabled={nothing}
            title={nothing ? 'It covers a control or a check first' : undefined}
          >
            {held ? 'Change the promise' : 'Expect its runs'}
          </button>
          <button type="button" className="button quiet" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
