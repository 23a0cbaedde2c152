// Who calls is what the connection says, unless a proxy of ours says better.
import { expect, it } from 'vitest';
import { callerAddress, countedAs, trustedProxies } from './address.ts';

const nobody = trustedProxies([]) ?? (() => true);
const ours = trustedProxies(['10.0.0.0/8', '192.0.2.7', 'fd00::/8']) ?? (() => true);

it('hears X-Forwarded-For from nobody unless the configuration says so', () => {
  expect(callerAddress('203.0.113.5', '1.2.3.4', nobody)).toBe('203.0.113.5');
  expect(callerAddress('127.0.0.1', '1.2.3.4', nobody)).toBe('127.0.0.1');
  expect(callerAddress('203.0.113.5', '1.2.3.4', ours)).toBe('203.0.113.5');
});

it('walks back through our own proxies and believes nothing that stands before them', () => {
  expect(callerAddress('10.0.0.1', '6.6.6.6, 203.0.113.5', ours)).toBe('203.0.113.5');
  expect(callerAddress('10.0.0.1', '6.6.6.6, 203.0.113.5, 192.0.2.7, 10.9.9.9', ours)).toBe('203.0.113.5');
  expect(callerAddress('::ffff:10.0.0.1', '203.0.113.5:4711', ours)).toBe('203.0.113.5');
  expect(callerAddress('fd00::1', '[2001:db8::7]:4711', ours)).toBe('2001:db8::7');
});

it('stays with the last proxy when what comes before is no address', () => {
  for (const spoilt of ['', 'unknown', '203.0.113.5, nonsense', 'for=1.2.3.4', '1.2.3.4.5'])
    expect([spoilt, callerAddress('10.0.0.1', spoilt, ours)]).toEqual([spoilt, '10.0.0.1']);
  expect(callerAddress('10.0.0.1', null, ours)).toBe('10.0.0.1');
});

it('counts a whole network of IPv6 as one, however its addresses are written', () => {
  const same = ['2001:db8:1:2::1', '2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '2001:DB8:1:2:3:4:5:6'];
  expect(new Set(same.map(countedAs))).toEqual(new Set(['2001:db8:1:2::/64']));
  expect(countedAs('2001:db8:1:3::1')).not.toBe(countedAs('2001:db8:1:2::1'));
  expect(countedAs('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  expect(countedAs('203.0.113.5')).toBe('203.0.113.5');
});

it('refuses a list that it cannot read', () => {
  for (const wrong of [
    'proxy',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/0',
    '10.0.0/8',
    'fd00::/129',
    '10.0.0.0/8x',
  ])
    expect([wrong, trustedProxies([wrong])]).toEqual([wrong, undefined]);
});
