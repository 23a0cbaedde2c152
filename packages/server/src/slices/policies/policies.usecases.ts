// Use cases of what a policy says: begin one, change its draft. Each leaves a version and a ledger entry.
import {
  err,
  ok,
  variablesIn,
  versionToWrite,
  type JsonValue,
  type OwnerRole,
  type PolicyTemplate,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import { nextNumber } from '../access/access.module.ts';
import { controlCodes } from '../controls/controls.module.ts';
import { recordAll } from '../evidence/evidence.module.ts';
import { allFrameworks } from '../frameworks/frameworks.module.ts';
import { findPolicy, versionFacts, type Asked, type Policy } from './policies.readmodel.ts';
import type { Brought } from './brought.ts';
import { writeVersion, type PolicyDraft, type PolicyRecord, type PolicyText } from './versions.repository.ts';

export interface Work extends Asked {
  readonly tx: Tx;
}

/** What somebody says of a policy; what is left out stays as it was. */
export interface Said {
  readonly title?: string | undefined;
  readonly owner?: OwnerRole | undefined;
  readonly review_months?: number | undefined;
  readonly answers?: readonly string[] | undefined;
  readonly controls?: readonly string[] | undefined;
  readonly variables?: Readonly<Record<string, string>> | undefined;
  readonly text?: string | undefined;
  /** A file that was read; its text takes the place of what stood. */
  readonly brought?: Brought | undefined;
}

/** Codes of templates lie below; what a company writes itself is numbered from here. */
const FIRST_OWN = 100;
const DEFAULTS = { owner: 'security_lead', reviewMonths: 12 } as const;

/** Begins a policy: from a template under its code, or from a text of one's own. */
export async function createPolicy(
  work: Work,
  said: Said & { readonly template?: string | undefined },
): Promise<Result<Policy, Refusal>> {
  const begun =
    said.template === undefined ? await ownText(work, said) : await fromTemplate(work, said.template);
  if (!begun.ok) return begun;
  const draft = merged(begun.value, said);
  const refusal = await refuse(work, draft, said);
  if (refusal) return err(refusal);
  return write(work, 'policy.created', draft);
}

/** Changes the draft; where the newest version is approved, the change begins the next one. */
export async function changePolicy(
  work: Work,
  code: string,
  change: { readonly ifMatch: string | undefined; readonly to: Said },
): Promise<Result<Policy, Refusal>> {
  const found = await findPolicy(work.tx, work, code);
  if (!found.ok) return found;
  const { newest, versions } = found.value;
  const conflict = refuseStale(newest, change.ifMatch);
  if (conflict) return err(conflict);
  const version = versionToWrite(versions.map((each) => versionFacts(each)));
  const ended = { approval: undefined, publication: undefined, retirement: undefined };
  const draft = merged({ ...newest, version, ...ended }, change.to);
  const refusal = await refuse(work, draft, change.to);
  if (refusal) return err(refusal);
  return write(work, 'policy.changed', draft);
}

/** The tag of what was read: which version, and how often it was written. */
export function tagOf({ version, revision }: PolicyRecord): string {
  return `"${version}.${revision}"`;
}

/** Nobody changes, approves or publishes another text than the one they read. */
export function refuseStale(newest: PolicyRecord, ifMatch: string | undefined): Refusal | undefined {
  if (ifMatch === tagOf(newest)) return undefined;
  return {
    code: 'request.conflict',
    detail: 'The policy was changed meanwhile; look at it again.',
    current: { version: newest.version, revision: newest.revision, title: newest.title, text: newest.text },
  };
}

/** Writes a revision with its entry, and shows the policy as it stands afterwards. */
export async function write(work: Work, kind: string, draft: PolicyDraft): Promise<Result<Policy, Refusal>> {
  const written = await writeVersion(work.tx, work.scope, draft, work.now);
  const payload = {
    policy: written.code,
    version: written.version,
    revision: written.revision,
    title: written.title,
    owner: written.owner,
    template: written.template ?? null,
    review_months: written.reviewMonths,
    answers: written.answers,
    controls: written.controls,
    text: written.text,
    variables: written.variables,
    approval: written.approval ?? null,
    publication: written.publication ?? null,
    ...(written.file ? { file: written.file } : {}),
    ...(written.retirement ? { retirement: written.retirement } : {}),
  };
  await tellAll(work, [{ kind, subject: written.code, payload }]);
  return findPolicy(work.tx, work, written.code);
}

/** Says in the ledger what happened, in order. */
export async function tellAll(
  { tx, scope, now }: Work,
  said: readonly {
    readonly kind: string;
    readonly subject: string;
    readonly payload: Readonly<Record<string, JsonValue>>;
  }[],
): Promise<void> {
  if (said.length === 0) return;
  const by = scope.principal.name;
  await recordAll(
    tx,
    scope,
    said.map((each) => ({ ...each, at: now, payload: { ...each.payload, by } })),
  );
}

export function templateOf({ catalogue }: Asked, code: string): Result<PolicyTemplate, Refusal> {
  const found = catalogue.policies.find((each) => each.code === code);
  return found
    ? ok(found)
    : err({ code: 'policy.template_not_found', detail: `There is no policy template ${code}.` });
}

async function fromTemplate(work: Work, code: string): Promise<Result<PolicyDraft, Refusal>> {
  const template = templateOf(work, code);
  if (!template.ok) return template;
  if ((await findPolicy(work.tx, work, code)).ok)
    return err({ code: 'policy.exists', detail: `${code} was made from its template already.` });
  const { title, owner, reviewMonths, answers, controls, body } = template.value;
  return ok({ ...blank(code), title, owner, reviewMonths, answers, controls, text: body, template: code });
}

async function ownText(work: Work, said: Said): Promise<Result<PolicyDraft, Refusal>> {
  const number = FIRST_OWN + (await nextNumber(work.tx, work.scope, 'policy'));
  return ok({
    ...blank(`POL-${number}`),
    title: said.title ?? '',
    text: said.text ?? said.brought?.text ?? '',
  });
}

function blank(code: string): PolicyDraft {
  return {
    code,
    version: 1,
    title: '',
    owner: DEFAULTS.owner,
    template: undefined,
    reviewMonths: DEFAULTS.reviewMonths,
    answers: [],
    controls: [],
    text: '',
    file: undefined,
    variables: {},
    approval: undefined,
    publication: undefined,
    retirement: undefined,
  };
}

/**
 * What stood with what is said; values of places that the text no longer has go with them. A text that is written here
 * is no longer the file's, so the file stays with the version before.
 */
function merged(held: PolicyDraft, said: Said): PolicyDraft {
  const text = said.brought?.text ?? said.text ?? held.text;
  const values = { ...held.variables, ...said.variables };
  const names = variablesIn(text);
  return {
    code: held.code,
    version: held.version,
    approval: held.approval,
    publication: held.publication,
    retirement: held.retirement,
    file: said.brought?.file ?? (text === held.text ? held.file : undefined),
    template: held.template,
    title: said.title ?? held.title,
    owner: said.owner ?? held.owner,
    reviewMonths: said.review_months ?? held.reviewMonths,
    answers: [...new Set(said.answers ?? held.answers)],
    controls: [...new Set(said.controls ?? held.controls)],
    text,
    variables: Object.fromEntries(
      Object.entries(values).filter(([name, value]) => names.includes(name) && value.trim() !== ''),
    ),
  };
}

/** Only what somebody says is looked up: a template may name a control that this company has removed. */
async function refuse(
  work: Work,
  { text }: Pick<PolicyText, 'text'>,
  said: Said,
): Promise<Refusal | undefined> {
  const { answers = [], controls = [] } = said;
  const names = new Set(variablesIn(text));
  const errors = [
    ...lost(answers, await refsOf(work, answers), '/body/answers', 'there is no such requirement'),
    ...lost(controls, await codesOf(work, controls), '/body/controls', 'there is no such control'),
    ...Object.keys(said.variables ?? {})
      .filter((name) => !names.has(name))
      .map((name) => ({
        pointer: `/body/variables/${pointerPart(name)}`,
        message: 'the text has no such place',
      })),
  ];
  const [first] = errors;
  return first && { code: 'policy.invalid', detail: `${first.pointer}: ${first.message}.`, errors };
}

async function refsOf(work: Work, asked: readonly string[]): Promise<ReadonlySet<string>> {
  if (asked.length === 0) return new Set();
  const frameworks = await allFrameworks(work.tx, work.scope, work.catalogue);
  return new Set([...frameworks.values()].flatMap((each) => each.requirements.map(({ ref }) => String(ref))));
}

async function codesOf(work: Work, asked: readonly string[]): Promise<ReadonlySet<string>> {
  if (asked.length === 0) return new Set();
  return await controlCodes(work.tx, work.scope);
}

function lost(given: readonly string[], known: ReadonlySet<string>, place: string, message: string) {
  return given.flatMap((each, index) => (known.has(each) ? [] : [{ pointer: `${place}/${index}`, message }]));
}

/** A name as a step of a JSON Pointer (RFC 6901). */
export function pointerPart(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
