// A small question before something is done: its fields, one button that does it, and a way back. Who asks for a reason
// keeps it and shows it wherever the decision is.
import type { ReactNode } from 'react';
import { Dialog } from './Dialog.tsx';

/** Least letters of a reason, as the API has it. */
const SHORTEST = 3;

export function isReason(text: string): boolean {
  return text.trim().length >= SHORTEST;
}

export function Asking(props: {
  readonly title: string;
  /** What the button says. */
  readonly act: string;
  readonly ready: boolean;
  /** Why the button waits, where a reason is what it waits for. */
  readonly waits?: string;
  readonly close: () => void;
  readonly submit: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Dialog title={props.title} close={props.close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          props.close();
          props.submit();
        }}
      >
        {props.children}
        <div className="toolbar">
          <button
            type="submit"
            className="button primary"
            disabled={!props.ready}
            title={props.ready ? undefined : props.waits}
          >
            {props.act}
          </button>
          <button type="button" className="button quiet" onClick={props.close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** The field of a reason. */
export function Because(props: {
  readonly question: string;
  readonly value: string;
  readonly change: (next: string) => void;
  readonly longest?: number;
  readonly first?: boolean;
}) {
  return (
    <label className="field">
      <span>{props.question}</span>
      <textarea
        className="input"
        autoFocus={props.first}
        required
        minLength={SHORTEST}
        maxLength={props.longest ?? 500}
        value={props.value}
        onChange={(event) => props.change(event.target.value)}
      />
    </label>
  );
}
