// Plain pages that need no script and no network: the reference of the API and what each problem means.
import {
  ERROR_CODES,
  openApiDocument,
  PROBLEMS,
  refusalsOf,
  routes,
  type ErrorCode,
  type Route,
} from '@assay/contract';
import { allOperations, TAGS, type Operation } from './reference.ts';

const TABLE: Readonly<Record<string, Route>> = routes;

/** Explains a problem type; its address is the `type` of every problem document. */
export function problemPage(code: string): string | undefined {
  const known = ERROR_CODES.find((each) => each === code);
  if (!known) return undefined;
  const { status, title, cause, remedy } = PROBLEMS[known];
  const by = Object.entries(TABLE).filter(([, route]) => route.errors?.includes(known));
  const anywhere = Object.values(TABLE).filter((route) => refusalsOf(route).includes(known)).length;
  const where =
    by.length > 0
      ? `<ul>${by.map(([id]) => `<li><a href="/docs/api#${id}"><code>${id}</code></a></li>`).join('')}</ul>`
      : `<p>${anywhere > 0 ? `${anywhere} of the ${Object.keys(TABLE).length} routes may answer with it.` : 'Any route may answer with it.'}</p>`;
  return page(
    title,
    `<p class="lead"><code>${known}</code> HTTP ${status}</p><h2>What happened</h2><p>${prose(cause)}</p><h2>What to do</h2><p>${prose(remedy)}</p><h2>Who answers with it</h2>${where}<p><a href="/problems">All problems</a> · <a href="/docs/api">API reference</a></p>`,
  );
}

/** Every problem on one page. */
export function problemsPage(): string {
  const rows = ERROR_CODES.map(
    (code: ErrorCode) =>
      `<tr><td><a href="/problems/${code}"><code>${code}</code></a></td><td>${PROBLEMS[code].status}</td><td>${prose(PROBLEMS[code].title)}</td></tr>`,
  ).join('');
  return page(
    'Problems',
    `<p>Every refusal of the API is an RFC 9457 document whose <code>type</code> is one of these.</p><table><thead><tr><th>Type</th><th>Status</th><th>Title</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
}

/** The reference of the API, from the same document that programs read. */
export function referencePage(): string {
  const operations = allOperations(openApiDocument());
  const nav = TAGS.map(({ tag, title }) => {
    const own = operations.filter((each) => each.tag === tag);
    return `<details open><summary>${title}</summary><ul>${own.map((each) => `<li><a href="#${each.id}">${prose(each.summary)}</a></li>`).join('')}</ul></details>`;
  }).join('');
  return page(
    'API reference',
    `<p class="lead">${operations.length} routes. Programs read <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1); language models <a href="/llms.txt">/llms.txt</a>.</p>
<p>Requests and answers are JSON; what a route does not know is refused, with a JSON Pointer to it. Lists come in pages of <code>limit</code> records with a <code>cursor</code> for the next, or whole with <code>Accept: application/x-ndjson</code>. Every POST takes an <code>Idempotency-Key</code>; a change that could overwrite somebody else’s asks for <code>If-Match</code>. Refusals are <a href="/problems">problems</a> with a cause and a remedy.</p>
<p>The examples use the token of the server’s machine: <code>export ASSAY_TOKEN=…</code>, from <code>server.json</code> in the data directory.</p>
<nav aria-label="Routes">${nav}</nav>${operations.map(section).join('')}`,
  );
}

function section(of: Operation): string {
  const parameters =
    of.parameters.length === 0
      ? ''
      : `<table><thead><tr><th>Parameter</th><th>In</th><th>What it is</th></tr></thead><tbody>${of.parameters
          .map(
            (each) =>
              `<tr><td><code>${escape(each.name)}</code>${each.required ? ' <b>needed</b>' : ''}</td><td>${each.where}</td><td>${prose(each.about)}</td></tr>`,
          )
          .join('')}</tbody></table>`;
  const refusals = of.refusals
    .map((code) => `<a href="/problems/${code}"><code>${code}</code></a>`)
    .join(', ');
  return `<section id="${of.id}"><h2>${prose(of.summary)}</h2>
<p><code class="${of.method.toLowerCase()}">${of.method} ${escape(of.path)}</code></p><p>${prose(of.description)}</p>${parameters}
<h3>Try it</h3><pre><code>${escape(of.curl)}</code></pre>${schemaOf('What is sent', of.body)}${schemaOf('What comes back', of.answer)}
<p class="refusals">Refusals: ${refusals}</p></section>`;
}

function schemaOf(title: string, of: Operation['body']): string {
  if (!of) return '';
  return `<h3>${title}</h3><details><summary>Example</summary><pre><code>${escape(of.example)}</code></pre></details><details><summary>Schema</summary><pre><code>${escape(of.schema)}</code></pre></details>`;
}

/** A page for an address of the plain pages that leads nowhere. */
export function missingPage(what: string): string {
  return page('Not found', `<p>There is no ${escape(what)}. <a href="/problems">All problems</a>.</p>`);
}

/** What a language model reads first (llmstxt.org). */
export function llmsText(): string {
  const lines = allOperations(openApiDocument()).map(
    (each) =>
      `- \`${each.method} ${each.path}\` (${each.id}): ${each.summary}. Permission: ${each.permission}.`,
  );
  return [
    '# Assay',
    '',
    '> One control environment, evidenced once, answered twice: ISO/IEC 27001 and SOC 2.',
    '',
    'The API is JSON over HTTP below /v1. Unknown keys and query parameters are refused. Refusals are RFC 9457 problems.',
    'Unknown, stale and failing are states of their own and never a pass: do not report them as one.',
    '',
    '## Documents',
    '- [OpenAPI 3.1](/openapi.json): every route with schemas and examples',
    '- [API reference](/docs/api): the same for people',
    '- [Problems](/problems): every refusal with cause and remedy',
    '',
    '## Routes',
    ...lines,
    '',
  ].join('\n');
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)} · Assay</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/plain.css"></head><body><header><a href="/">Assay</a> <a href="/docs/api">API</a> <a href="/problems">Problems</a></header><main><h1>${escape(title)}</h1>${body}</main></body></html>`;
}

/** Text with `code` between backticks. */
function prose(text: string): string {
  return escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
