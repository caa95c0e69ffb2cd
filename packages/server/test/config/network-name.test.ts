// Shapes of addresses, ranges, host names and URLs.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAddressOrRange, isHostName, parseHttpUrl } from '../../src/config/network-name.js';

describe('isAddressOrRange', () => {
  for (const good of [
    '10.0.0.1',
    '10.0.0.0/8',
    '0.0.0.0/0',
    '::1',
    'fd00::/8',
    '::/0',
    '203.0.113.7/32',
    '2001:db8::/128',
  ]) {
    it(`accepts ${good}`, () => assert.equal(isAddressOrRange(good), true));
  }
  for (const bad of [
    '',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.0/33',
    'fd00::/129',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '10.0.0.0/-1',
    'a.b',
  ]) {
    it(`refuses '${bad}'`, () => assert.equal(isAddressOrRange(bad), false));
  }
});

describe('isHostName', () => {
  for (const good of ['localhost', 'minio.internal', 'a-b.c', 'xn--fiqs8s', 'my_service', '3com.com', 'A.B']) {
    it(`accepts ${good}`, () => assert.equal(isHostName(good), true));
  }
  for (const bad of [
    '',
    '-a',
    'a-',
    'a..b',
    'a b',
    '1.2.3.4',
    '10',
    'a/b',
    'a:80',
    '*.a',
    '狐狸.cn',
    `${'a'.repeat(64)}.b`,
  ]) {
    it(`refuses '${bad.slice(0, 20)}'`, () => assert.equal(isHostName(bad), false));
  }
  it('refuses more than 253 characters', () => {
    assert.equal(isHostName(Array(64).fill('abc').join('.')), false);
  });
});

describe('parseHttpUrl', () => {
  for (const good of ['http://localhost', 'https://example.com/a?b=1', 'HTTP://EXAMPLE.COM', 'http://[::1]:80/']) {
    it(`accepts ${good}`, () => assert.ok(parseHttpUrl(good)));
  }
  for (const bad of [
    '',
    'example.com',
    '//example.com',
    'ftp://a',
    'http://',
    'https://u@a',
    'https://u:p@a',
    'http://a/#b',
  ]) {
    it(`refuses '${bad}'`, () => assert.equal(parseHttpUrl(bad), undefined));
  }
});
