// Base URLs as people type them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CommandFailure } from '../../src/cli/command-failure.js';
import { resolveKlingAddress } from '../../src/cli/generate/kling-address.js';

describe('resolveKlingAddress', () => {
  const typed: [baseUrl: string, address: string][] = [
    ['https://www.dmxapi.cn', 'https://www.dmxapi.cn/kling/v1'],
    ['https://www.dmxapi.cn/', 'https://www.dmxapi.cn/kling/v1'],
    ['https://www.dmxapi.cn/kling/v1', 'https://www.dmxapi.cn/kling/v1'],
    ['https://www.dmxapi.cn/kling/v1//', 'https://www.dmxapi.cn/kling/v1'],
    ['https://host/v1', 'https://host/v1'],
    ['https://host/v1/images/generations', 'https://host/v1'],
    ['https://host/some/where/v1/', 'https://host/some/where/v1'],
    ['http://127.0.0.1:8790', 'http://127.0.0.1:8790/kling/v1'],
    ['http://[::1]:8790/v1', 'http://[::1]:8790/v1'],
    ['https://api-singapore.klingai.com', 'https://api-singapore.klingai.com/v1'],
    ['https://api.klingai.com/v1', 'https://api.klingai.com/v1'],
    ['https://notklingai.com', 'https://notklingai.com/kling/v1'],
    ['www.dmxapi.cn', 'https://www.dmxapi.cn/kling/v1'],
  ];
  for (const [baseUrl, address] of typed) {
    it(`takes ${baseUrl} for ${address}`, () => assert.equal(resolveKlingAddress(baseUrl), address));
  }

  for (const strange of ['', 'gateway', 'ftp://host', 'https://', 'https://user:pass@host', 'https://host/?a=b']) {
    it(`refuses '${strange}' and says what to give`, () => {
      assert.throws(
        () => resolveKlingAddress(strange),
        (error: unknown) => {
          assert.ok(error instanceof CommandFailure);
          assert.match(error.hint ?? '', /kling\/v1/);
          return true;
        },
      );
    });
  }
});
