import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { callerAddress } from './caller-address.ts';

function from(remoteAddress: string | undefined, forwarded?: string) {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return { headers, socket: { remoteAddress } } as unknown as Pick<IncomingMessage, 'headers' | 'socket'>;
}

test.each([
  ['the socket', from('203.0.113.7'), 0, '203.0.113.7'],
  ['an IPv4 address inside IPv6', from('::ffff:203.0.113.7'), 0, '203.0.113.7'],
  ['the network of an IPv6 address', from('2001:db8:0:12::1'), 0, '2001:db8:0:12::/64'],
  ['another address of that network', from('2001:DB8::12:0:0:0:5'), 0, '2001:db8:0:12::/64'],
  ['this machine', from('::1'), 0, '0:0:0:0::/64'],
  ['nobody that is believed', from('203.0.113.7', '198.51.100.1'), 0, '203.0.113.7'],
  ['what one proxy says', from('10.0.0.1', '6.6.6.6, 198.51.100.1'), 1, '198.51.100.1'],
  ['what two proxies say', from('10.0.0.1', '198.51.100.1, 10.0.0.2'), 2, '198.51.100.1'],
  ['the socket where the proxy says nothing', from('10.0.0.1'), 1, '10.0.0.1'],
  ['a socket that has gone', from(undefined), 0, 'unknown'],
])('a caller is known by %s', (_what, request, proxies, address) => {
  expect(callerAddress(request, proxies)).toBe(address);
});
