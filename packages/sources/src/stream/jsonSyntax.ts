// What V8 says of text that is not JSON, without its positions and without what the file holds there.

/** The reason in a few words, without a full stop: `Expected ',' or '}' after property value`. */
export function syntaxReason(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : 'unreadable';
  return message
    .replace(/,? (?:\.\.\.)?"[^]*(?:"|\.\.\.) is not valid JSON$/, '')
    .replace(/ (?:in|after) JSON at position [^]*$/, '')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\s.]+$/, '')
    .slice(0, 160);
}
