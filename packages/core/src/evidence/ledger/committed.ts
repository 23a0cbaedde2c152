// Whether an entry commits to one version of a record. Today's entries commit to the whole document of the version; the
// first Assay committed to a part of it, which is cut from the document and compared just so. What stands in an entry
// can no longer be chosen: its hash is in the tree.
import { canonicalText, type JsonValue } from './canonical.ts';
import { isList, isObject, type JsonObject } from './parsed.ts';

/** `document`: one version as `evidence.json` has it; `payload`: canonical text of the entry about that version. */
export function commitsToVersion(payload: string, document: JsonObject): boolean {
  return isTextOf(document, payload) || isTextOf(firstForm(document), payload);
}

/** What the first Assay said of a version; of the first one without who changed what. */
function firstForm(document: JsonObject): JsonValue {
  const { artefact, controls, review } = document;
  const said = {
    code: document['code'] ?? null,
    title: document['title'] ?? null,
    kind: document['kind'] ?? null,
    controls: isList(controls) ? controls.filter((each) => typeof each === 'string').sort() : null,
    artefact: memberOf(artefact, 'sha256'),
    performed_at: document['performed_at'] ?? null,
    received_at: document['received_at'] ?? null,
    covers: document['covers'] ?? null,
    captured_at: document['captured_at'] ?? null,
  };
  if (document['revision'] === 1) return said;
  return {
    ...said,
    review: memberOf(review, 'state'),
    revision: document['revision'] ?? null,
    by: document['changed_by'] ?? null,
    withdrawn: document['withdrawn'] ?? null,
  };
}

function memberOf(value: JsonValue | undefined, name: string): JsonValue {
  return (isObject(value) ? value[name] : undefined) ?? null;
}

function isTextOf(value: JsonValue, payload: string): boolean {
  const text = canonicalText(value);
  return text.ok && text.value === payload;
}
