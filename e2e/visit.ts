// A real browser at a real server of its own.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { chromium, type Browser, type Locator, type Page, type Request } from 'playwright-core';
import { serve, stop, temporary, type ServeOptions, type Served } from './server.ts';

/** A page of a running demo company, signed in. */
export interface Visit {
  readonly page: Page;
  readonly served: Served;
  readonly directory: string;
}

/** Starts a server, signs in, acts; nothing may be asked of another host and no page may throw. */
export async function inBrowser(
  executable: string | undefined,
  act: (visit: Visit) => Promise<void>,
  options: Pick<ServeOptions, 'team' | 'port' | 'more'> = {},
): Promise<void> {
  const place = temporary();
  const served = await serve(join(place.path, 'data'), { demo: true, ...options });
  let browser: Browser | undefined;
  const faults: string[] = [];
  try {
    browser = await chromium.launch({
      executablePath: executable ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    watchRequests(page);
    page.on('pageerror', (fault) => faults.push(fault.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(served.origin) && !/^(data|blob):/.test(request.url()))
        faults.push(`asked ${request.url()}`);
    });
    await page.goto(served.login);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await act({ page, served, directory: place.path });
    assert.deepEqual(faults, []);
  } finally {
    await browser?.close();
    await stop(served);
    place.remove();
  }
}

/** Requests of a page that are not answered yet. */
const OPEN = new WeakMap<Page, Set<Request>>();

function watchRequests(page: Page): void {
  const open = new Set<Request>();
  OPEN.set(page, open);
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

/** Waits until everything that the page asked for is there and drawn; "networkidle" waits half a second more each time. */
export async function settled(page: Page): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (let quiet = 0; quiet < 2;) {
    await page.evaluate(IDLE);
    const waits = (OPEN.get(page)?.size ?? 0) > 0 || (await page.locator('[aria-busy=true]').count()) > 0;
    quiet = waits ? 0 : quiet + 1;
    if (Date.now() > deadline)
      throw new Error(`still waits for ${[...(OPEN.get(page) ?? [])].map((each) => each.url()).join(', ')}`);
  }
}

/** The page has drawn what it had and has nothing else to do. */
const IDLE = `new Promise((done) => requestIdleCallback(() => requestAnimationFrame(() => requestIdleCallback(done, { timeout: 500 })), { timeout: 500 }))`;

/** Chooses by typing: waits until the list offers it, since what it offers may still be on its way. */
export async function pick(list: Locator, words: string): Promise<void> {
  await list.fill(words);
  await list.page().getByRole('option', { name: words }).first().waitFor();
  await list.press('Enter');
}
