// The guard's judgement of addresses, held against IANA's registries as an independent table, and against its spellings.
import assert from 'node:assert/strict';
import { BlockList } from 'node:net';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createAddressPolicy } from '../../src/outbound/address-policy.js';
import { parseOutboundUrl } from '../../src/outbound/url-shape.js';

const strict = createAddressPolicy([]);
const permits = (address: string) => strict.permits('pictures.example', address);

/** IANA IPv4 Special-Purpose Address Registry and multicast: what is not globally reachable, or has no business here. */
const specialV4 = new BlockList();
for (const [base, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  specialV4.addSubnet(base, bits, 'ipv4');

/** IANA IPv6 registry, inside 2000::/3 (all outside it is refused but NAT64, which has its own test). */
const specialV6 = new BlockList();
for (const [base, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const)
  specialV6.addSubnet(base, bits, 'ipv6');

const byte = fc.integer({ min: 0, max: 255 });
/** Addresses at random, and many near the edges of the special ranges. */
const ipv4 = fc.oneof(
  fc.tuple(byte, byte, byte, byte),
  fc.tuple(
    fc.constantFrom(0, 1, 9, 10, 11, 100, 126, 127, 128, 169, 172, 192, 198, 203, 223, 224, 239, 240, 255),
    fc.constantFrom(0, 15, 16, 18, 19, 20, 31, 32, 51, 52, 63, 64, 88, 127, 128, 167, 168, 169, 175, 253, 254, 255),
    fc.constantFrom(0, 1, 2, 48, 99, 100, 113, 193, 196, 255),
    byte,
  ),
);
const word = fc.integer({ min: 0, max: 0xffff });
const ipv6 = fc
  .tuple(
    fc.oneof(
      word,
      fc.constantFrom(0, 0x64, 0x100, 0x2001, 0x2002, 0x2620, 0x3fff, 0x4000, 0x5f00, 0xfc00, 0xfe80, 0xfec0),
    ),
    fc.oneof(word, fc.constantFrom(0, 2, 3, 4, 0x10, 0x1ff, 0x200, 0xdb8, 0x4f, 0xff9b, 0xfff, 0x1000)),
    fc.oneof(word, fc.constantFrom(0, 1, 0x8000)),
    fc.array(word, { minLength: 5, maxLength: 5 }),
  )
  .map(([a, b, c, rest]) => [a, b, c, ...rest]);

const dotted = (bytes: readonly number[]) => bytes.join('.');
const hexWords = (words: readonly number[]) => words.map((value) => value.toString(16)).join(':');
const wordsOf = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]) => [a * 256 + b, c * 256 + d];

describe('address policy', () => {
  it('agrees with the IANA registry on every IPv4 address', () => {
    fc.assert(
      fc.property(ipv4, (bytes) => {
        assert.equal(permits(dotted(bytes)), !specialV4.check(dotted(bytes), 'ipv4'), dotted(bytes));
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees with the IANA registry on every IPv6 address', () => {
    fc.assert(
      fc.property(ipv6, (words) => {
        const text = hexWords(words);
        const first = words[0] ?? 0;
        // 64:ff9b::/96 carries an IPv4 address and is judged by it, below.
        fc.pre(!(first === 0x64 && words[1] === 0xff9b));
        const expected = first >= 0x2000 && first <= 0x3fff && !specialV6.check(text, 'ipv6');
        assert.equal(permits(text), expected, text);
      }),
      { numRuns: 3000 },
    );
  });

  it('judges an IPv4 address the same when it is mapped into IPv6 or behind NAT64', () => {
    fc.assert(
      fc.property(ipv4, (bytes) => {
        const verdict = permits(dotted(bytes));
        const inner = hexWords(wordsOf(bytes));
        for (const text of [`::ffff:${dotted(bytes)}`, `::ffff:${inner}`, `64:ff9b::${inner}`])
          assert.equal(permits(text), verdict, text);
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses every tunnel and translation form, whatever is inside', () => {
    fc.assert(
      fc.property(ipv4, (bytes) => {
        const inner = hexWords(wordsOf(bytes));
        const forms = [
          `2002:${inner}::1`,
          `2001:0:${inner}::1`,
          `64:ff9b:1::${inner}`,
          `::${inner}`,
          `::ffff:0:${inner}`,
        ];
        for (const text of forms) assert.equal(permits(text), false, text);
      }),
    );
  });

  it('refuses the well-known ways into a machine or a cloud', () => {
    const ways = [
      ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '169.254.169.254', '10.0.0.1', '192.168.1.1', '172.31.255.255'],
      ...['100.100.100.200', '255.255.255.255', '::', '::1', 'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254', 'fec0::1'],
      ...['ff02::1', '::ffff:169.254.169.254', '64:ff9b::a9fe:a9fe', '::127.0.0.1', '2002:7f00:1::', '2001:db8::1'],
    ];
    assert.deepEqual(ways.filter(permits), []);
  });

  it('permits the public internet', () => {
    const ordinary = [
      '1.1.1.1',
      '8.8.8.8',
      '172.32.0.1',
      '100.128.0.1',
      '2606:4700:4700::1111',
      '2a00:1450:4001::200e',
    ];
    assert.deepEqual(
      ordinary.filter((address) => !permits(address)),
      [],
    );
  });

  it('permits nothing that is not an address', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^[\d.]+$|:/.test(text));
        assert.equal(permits(text), false);
      }),
    );
    for (const text of ['', '8.8.8', '8.8.8.8.', '0x8.8.8.8', '134744072', '8.8.8.8/0', ' 8.8.8.8', 'example.com'])
      assert.equal(permits(text), false, text);
  });
});

describe('allow-list', () => {
  it('opens exactly its ranges', () => {
    const policy = createAddressPolicy(['10.1.0.0/16', '127.0.0.1', 'fd12::/16', '[::1]', '']);
    const open = (address: string) => policy.permits('pictures.example', address);
    for (const address of ['10.1.0.0', '10.1.255.255', '127.0.0.1', '::ffff:10.1.2.3', 'fd12::1', '::1', '8.8.8.8'])
      assert.equal(open(address), true, address);
    for (const address of ['10.0.255.255', '10.2.0.0', '127.0.0.2', 'fd13::1', '::2', '64:ff9b::a01:1'])
      assert.equal(open(address), false, address);
  });

  it('opens a host by its exact name, and nothing else that resolves to the same address', () => {
    const policy = createAddressPolicy(['Minio.internal.', 'bücher.example']);
    assert.equal(policy.permits('minio.internal', '10.0.0.5'), true);
    assert.equal(policy.permits('MINIO.internal', '10.0.0.5'), true);
    assert.equal(policy.permits('xn--bcher-kva.example', '10.0.0.5'), true);
    for (const other of ['a.minio.internal', 'minio.internal.example', 'internal', '10.0.0.5'])
      assert.equal(policy.permits(other, '10.0.0.5'), false, other);
  });

  it('names every entry that it cannot read', () => {
    const wrong = [
      '10.0.0.0/33',
      'http://minio',
      'host:9000',
      '10.0.0.0/8/8',
      '*.internal',
      '127.1',
      '::1/129',
      '10.0.0.0/',
    ];
    assert.throws(
      () => createAddressPolicy(['minio', ...wrong]),
      (error: Error) => {
        for (const entry of wrong) assert.ok(error.message.includes(`'${entry}'`), entry);
        return !error.message.includes("'minio'");
      },
    );
  });
});

describe('URL shape', () => {
  const parse = (url: string) => parseOutboundUrl(url, strict);
  const reasonOf = (url: string): string => {
    try {
      parse(url);
    } catch (error) {
      return (error as { reason: string }).reason;
    }
    return 'fine';
  };

  it('sees through every spelling of a forbidden IPv4 address', () => {
    const spell = (value: number, how: number) =>
      how === 0 ? String(value) : how === 1 ? `0x${value.toString(16)}` : `0${value.toString(8)}`;
    fc.assert(
      fc.property(
        ipv4,
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
        fc.boolean(),
        (bytes, how, dot) => {
          fc.pre(specialV4.check(dotted(bytes), 'ipv4'));
          const [a, b, c, d] = bytes;
          const [h, i, j, k] = how as [number, number, number, number];
          const spellings = [
            spell(((a * 256 + b) * 256 + c) * 256 + d, h),
            `${spell(a, h)}.${spell((b * 256 + c) * 256 + d, i)}`,
            `${spell(a, h)}.${spell(b, i)}.${spell(c * 256 + d, j)}`,
            `${spell(a, h)}.${spell(b, i)}.${spell(c, j)}.${spell(d, k)}`,
          ];
          for (const host of spellings) {
            const url = `http://${host}${dot ? '.' : ''}/a.png`;
            assert.equal(reasonOf(url), 'forbidden', url);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('refuses what is private on sight', () => {
    const forms = [
      ...['http://localhost/', 'http://LOCALHOST./', 'https://a.b.localhost:8443/', 'http://[::1]/', 'http://[::]:80/'],
      ...[
        'http://①②⑦.⓪.⓪.①/',
        'http://127。0。0。1/',
        'http://[::ffff:7f00:1]/',
        'http://0/',
        'http://%31%32%37.0.0.1/',
      ],
      ...[
        'http:\\\\127.0.0.1\\x',
        'http:127.0.0.1',
        'HTTP://127.0.0.1',
        '\thttp://127.0.\n0.1/',
        'http://[64:ff9b::127.0.0.1]/',
      ],
    ];
    for (const url of forms) assert.equal(reasonOf(url), 'forbidden', url);
  });

  it('refuses what is no plain web address', () => {
    const forms = [
      ...[
        '',
        'pictures.example/a.png',
        '//pictures.example/',
        'file:///etc/passwd',
        'ftp://pictures.example/',
        'data:image/png;base64,AAAA',
      ],
      ...[
        'gopher://pictures.example',
        'http://',
        'http://:80/',
        'http://me:secret@pictures.example/',
        'http://me@pictures.example/',
      ],
      ...[
        'http://pictures.example:0/',
        'http://pictures.example:99999/',
        `http://pictures.example/${'a'.repeat(9000)}`,
      ],
      ...[
        'http://[fe80::1%25eth0]/',
        'http://999.1.1.1/',
        'http://a b/',
        'javascript:alert(1)',
        'unix:/var/run/docker.sock',
      ],
    ];
    for (const url of forms) assert.equal(reasonOf(url), 'bad-url', url);
  });

  it('takes ordinary addresses, without trailing dot and fragment', () => {
    assert.equal(
      parse('https://Pictures.Example.:8443/a%20b.png?sig=1#x').href,
      'https://pictures.example:8443/a%20b.png?sig=1',
    );
    assert.equal(parse('http://8.8.8.8/').href, 'http://8.8.8.8/');
    assert.equal(createAddressPolicy(['localhost']).permits('localhost', '127.0.0.1'), true);
    assert.equal(parseOutboundUrl('http://localhost:1/', createAddressPolicy(['127.0.0.0/8'])).host, 'localhost:1');
  });

  it('never throws anything but its own two errors', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `http://${text}`),
        ),
        (url) => {
          assert.ok(['fine', 'forbidden', 'bad-url'].includes(reasonOf(url)));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
