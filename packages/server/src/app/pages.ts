// Two plain pages that need no script: what a problem means, and every route of the API.
import { ERROR_CODES, routes, type Route } from '@assay/contract';
import { STATUS } from './status.ts';

/** Explains a problem type; its address is the `type` of every problem document. */
export function problemPage(code: string): string {
  const known = ERROR_CODES.find((each) => each === code);
  if (!known)
    return page('Unknown problem', `<p>There is no problem called <code>${escape(code)}</code>.</p>`);
  const [status, title] = STATUS[known];
  const table: Readonly<Record<string, Route>> = routes;
  const by = Object.entries(table)
    .filter(([, route]) => route.errors?.includes(known))
    .map(([id]) => `<li><code>${id}</code></li>`)
    .join('');
  return page(
    title,
    `<p><code>${known}</code>, HTTP ${status}. The problem’s <code>detail</code> says what happened this time and what to do.</p>${by ? `<h2>Routes that answer with it</h2><ul>${by}</ul>` : '<p>Any route may answer with it.</p>'}`,
  );
}

/** The reference of the API, from the route table. */
export function referencePage(): string {
  const table: Readonly<Record<string, Route>> = routes;
  const rows = Object.entries(table)
    .map(
      ([id, route]) =>
        `<tr><td><code>${route.method}</code></td><td><code>${escape(route.path)}</code></td><td>${escape(route.summary)}</td><td><code>${id}</code></td><td>${route.permission}</td></tr>`,
    )
    .join('');
  return page(
    'Assay API',
    `<p>The machine-readable description is <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1). Lists are pages with <code>cursor</code> and <code>limit</code>; every POST takes an <code>Idempotency-Key</code>; failures are RFC 9457 problems.</p><table><thead><tr><th>Method</th><th>Path</th><th>What it does</th><th>Operation</th><th>Permission</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)} · Assay</title><link rel="stylesheet" href="/plain.css"></head><body><main><h1>${escape(title)}</h1>${body}</main></body></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
