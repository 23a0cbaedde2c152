// Why bytes could not be read, and where: thrown inside the readers, a problem outside of them.

/** A refusal with its stable code and its place in the file. */
export class JsonFault extends Error {
  readonly code: string;
  readonly position: string;
  constructor(code: string, message: string, position: string) {
    super(message);
    this.code = code;
    this.position = position;
  }
}

/** Deepest nesting of a document or an item. No scanner writes more; a bomb does. */
export const DEPTH_LIMIT = 64;
