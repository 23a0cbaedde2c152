// A text that a press copies whole: ids, hashes, addresses.
import { useState } from 'react';

interface Props {
  readonly text: string;
  /** What it is, for the name of the button. */
  readonly what: string;
}

const SAID_MS = 1500;

export function Copy({ text, what }: Props) {
  const [said, setSaid] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setSaid(true);
    setTimeout(() => setSaid(false), SAID_MS);
  };
  return (
    <>
      <button type="button" className="copy mono" onClick={() => void copy()}>
        <span className="sr">Copy {what} </span>
        <span>{text}</span>
        <span className="copy-hint" aria-hidden="true">
          {said ? 'copied' : 'copy'}
        </span>
      </button>
      <span className="sr" role="status">
        {said ? 'copied' : ''}
      </span>
    </>
  );
}
