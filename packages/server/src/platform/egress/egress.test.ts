// No address that somebody gives leads inside: however it is written, whatever its name means a moment later, wherever
// it redirects. What the configuration names is reached, on the port that it names.
import { createServer as createTcp, type AddressInfo } from 'node:net';
import { createServer, type RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE_HOSTS } from './addressForms.ts';
import type { Egress } from './asking.ts';
import { makeEgress, type EgressOptions } from './egress.ts';
import { reachOf } from './ranges.ts';

const closing: (() => void)[] = [];
afterAll(() => closing.forEach((close) => close()));

function made(options: EgressOptions = {}): Egress {
  const egress = makeEgress(options);
  if (!egress) throw new Error('the hosts cannot be read');
  return egress;
}

/** A server of the inside; resolves with its port. */
function inside(listener: RequestListener, host = '127.0.0.1'): Promise<number> {
  const server = createServer(listener);
  closing.push(() => server.close());
  return new Promise((resolve) => server.listen(0, host, () => resolve(portOf(server.address()))));
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('an address that somebody gave', () => {
  let port = 0;
  let connects = 0;
  beforeAll(async () => {
    const listener = createTcp((socket) => {
      connects += 1;
      socket.destroy();
    });
    closing.push(() => listener.close());
    port = await new Promise<number>((resolve) =>
      listener.listen(0, '::', () => resolve(portOf(listener.address()))),
    );
  });

  it('reaches nothing inside in any of its forms', async () => {
    const egress = made();
    expect(HOSTILE_HOSTS.length).toBeGreaterThan(200);
    const reached: string[] = [];
    for (const host of HOSTILE_HOSTS)
      for (const scheme of ['https', 'http']) {
        const answer = await egress({ url: `${scheme}://${host}:${port}/`, within: 2000 });
        if (answer.ok || !['address', 'unresolved'].includes(answer.error.because))
          reached.push(`${host} ${JSON.stringify(answer)}`);
      }
    expect(reached).toEqual([]);
    expect(connects).toBe(0);
  });

  it('gains nothing by a name that means something else a moment later', async () => {
    let asked = 0;
    const egress = made({
      // A public address at first, ours from then on.
      resolve: () => Promise.resolve([(asked += 1) === 1 ? '93.184.215.14' : '127.0.0.1']),
    });
    const answer = await egress({ url: `https://rebinds.example:${port}/`, within: 400 });
    expect(answer.ok).toBe(false);
    expect([asked, connects]).toEqual([1, 0]);
  });

  it('is refused when one of the addresses of its name lies inside, wherever that stands in the answer', async () => {
    for (const list of [
      ['127.0.0.1', '93.184.215.14'],
      ['93.184.215.14', '10.0.0.1'],
      ['2606:2800:21f::1', '93.184.215.14', '::ffff:127.0.0.1'],
      ['93.184.215.14', 'fe80::1%eth0'],
      ['not an address'],
    ]) {
      const egress = made({ resolve: () => Promise.resolve(list) });
      expect(await egress({ url: `https://mixed.example:${port}/` })).toMatchObject({
        ok: false,
        error: { because: 'address' },
      });
    }
    expect(connects).toBe(0);
  });

  it('speaks HTTPS, and carries no password', async () => {
    const egress = made({ resolve: () => Promise.resolve(['93.184.215.14']) });
    for (const url of [
      'http://public.example/',
      'ftp://public.example/',
      'file:///etc/passwd',
      'data:text/plain,x',
      'https://user:word@public.example/',
      'gopher://public.example/',
      '//public.example',
      '',
    ])
      expect([url, await egress({ url })]).toMatchObject([url, { ok: false, error: { because: 'address' } }]);
  });
});

describe('a host that the configuration names', () => {
  it('is reached at the address that was judged, under its name', async () => {
    const port = await inside((asked, answer) => answer.end(`host ${asked.headers.host ?? ''}`));
    let resolved = 0;
    const egress = made({
      allow: [`idp.test:${port}`],
      resolve: () => Promise.resolve([(resolved += 1) === 1 ? '127.0.0.1' : '127.0.0.9']),
    });
    const answer = await egress({ url: `http://idp.test:${port}/` });
    expect(answer).toMatchObject({ ok: true, value: { status: 200 } });
    expect(answer.ok && Buffer.from(answer.value.body).toString()).toBe(`host idp.test:${port}`);
    expect(resolved).toBe(1);
  });

  it('is meant with its port, and means neither its neighbours nor the metadata of a cloud', async () => {
    const port = await inside((_, answer) => answer.end());
    const egress = made({ allow: [`127.0.0.1:${port + 1}`, '169.254.169.254', 'groups.test', '[::1]:1'] });
    for (const url of [
      `http://127.0.0.1:${port}/`,
      'http://169.254.169.254/latest',
      `https://[::1]:${port}/`,
    ])
      expect(await egress({ url, within: 1000 })).toMatchObject({ error: { because: 'address' } });
    const groups = made({ allow: ['groups.test'], resolve: () => Promise.resolve(['224.0.0.1']) });
    expect(await groups({ url: 'http://groups.test/' })).toMatchObject({ error: { because: 'address' } });
  });

  it('is written as a host, with a port or without', () => {
    for (const wrong of ['http://idp.test', 'idp.test/path', 'user@idp.test', '', 'idp test', '[::1'])
      expect([wrong, makeEgress({ allow: [wrong] })]).toEqual([wrong, undefined]);
    expect(makeEgress({ allow: ['idp.test', 'idp.test:8443', '[::1]:9000', '10.1.2.3:80'] })).toBeDefined();
  });
});

describe('a redirect', () => {
  it('is judged like the first address, and is followed three times at most', async () => {
    let inner = 0;
    const secret = await inside((_, answer) => {
      inner += 1;
      answer.end('secret');
    });
    const port: number = await inside((asked, answer) => {
      const to = new URL(asked.url ?? '/', 'http://x').searchParams.get('to');
      answer.writeHead(302, { location: to ?? `http://127.0.0.1:${port}/` }).end();
    });
    const egress = made({ allow: [`127.0.0.1:${port}`] });
    for (const to of [
      `http://127.0.0.1:${secret}/`,
      `http://localhost:${secret}/`,
      `http://[::ffff:7f00:1]:${secret}/`,
      `http://2130706433:${secret}/`,
      `//127.0.0.1:${secret}/`,
      'http://169.254.169.254/latest/meta-data/',
      'file:///etc/passwd',
      'http://',
    ])
      expect([
        to,
        await egress({ url: `http://127.0.0.1:${port}/?to=${encodeURIComponent(to)}` }),
      ]).toMatchObject([to, { ok: false, error: { because: 'address' } }]);
    expect(inner).toBe(0);
    expect(await egress({ url: `http://127.0.0.1:${port}/` })).toMatchObject({
      error: { because: 'redirects' },
    });
  });

  it('to another origin does not take the password along, and a write is not sent on', async () => {
    const seen: (string | undefined)[] = [];
    const far = await inside((asked, answer) => {
      seen.push(asked.headers.authorization);
      answer.end('far');
    });
    const near = await inside((_, answer) =>
      answer.writeHead(307, { location: `http://127.0.0.1:${far}/` }).end(),
    );
    const egress = made({ allow: ['127.0.0.1'] });
    const headers = { authorization: 'Bearer word' };
    expect(await egress({ url: `http://127.0.0.1:${near}/`, headers })).toMatchObject({ ok: true });
    expect(seen).toEqual([undefined]);
    const sent = await egress({ url: `http://127.0.0.1:${near}/`, method: 'POST', body: 'word', headers });
    expect(sent).toMatchObject({ ok: true, value: { status: 307 } });
    expect(seen).toHaveLength(1);
  });
});

describe('an answer', () => {
  it('has an end: in bytes, in time, in headers, and whole', async () => {
    const port = await inside((asked, answer) => {
      if (asked.url === '/large') answer.end('x'.repeat(5000));
      else if (asked.url === '/endless') answer.write('x');
      else if (asked.url === '/headers') answer.writeHead(200, { big: 'x'.repeat(40_000) }).end();
      else if (asked.url === '/cut') {
        answer.writeHead(200, { 'content-length': '100' }).write('half');
        setTimeout(() => answer.destroy(), 20);
      } else if (asked.url !== '/silent') answer.end('fine');
    });
    const egress = made({ allow: ['127.0.0.1'] });
    const ask = (path: string) =>
      egress({ url: `http://127.0.0.1:${port}${path}`, largest: 4000, within: 300 });
    expect(await ask('/large')).toMatchObject({ error: { because: 'too_large' } });
    expect(await ask('/endless')).toMatchObject({ error: { because: 'too_slow' } });
    expect(await ask('/silent')).toMatchObject({ error: { because: 'too_slow' } });
    expect(await ask('/headers')).toMatchObject({ error: { because: 'unreachable' } });
    expect(await ask('/cut')).toMatchObject({ error: { because: 'unreachable' } });
    expect(await ask('/')).toMatchObject({ ok: true });
  });
});

describe('ranges', () => {
  it('leave the neighbours of what is refused in peace', () => {
    for (const address of [
      '8.8.8.8',
      '9.255.255.255',
      '11.0.0.0',
      '100.63.255.255',
      '100.128.0.0',
      '126.255.255.255',
      '128.0.0.0',
      '169.253.255.255',
      '172.15.255.255',
      '172.32.0.0',
      '192.167.255.255',
      '198.20.0.0',
      '223.255.255.255',
      '2606:4700:4700::1111',
      '2a00:1450:4001::1',
      '2001:200::1',
      '2003::1',
    ])
      expect([address, reachOf(address)]).toEqual([address, 'public']);
    for (const address of ['10.0.0.0', '127.255.255.255', '100.127.255.255', '::1', 'fdff::1'])
      expect([address, reachOf(address)]).toEqual([address, 'inner']);
    for (const address of ['', 'x', '1.2.3', '::ffff:8.8.8.8', '64:ff9b::808:808', '4000::1', 'fe80::1'])
      expect([address, reachOf(address)]).toEqual([address, 'never']);
  });
});
