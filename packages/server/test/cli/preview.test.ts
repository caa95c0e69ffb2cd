// Pictures in terminals: which protocol, when not at all, and that what is sent is the picture.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { showPictures } from '../../src/cli/preview/show-pictures.js';
import { detectGraphics, encodeGraphics } from '../../src/cli/preview/terminal-graphics.js';
import { createFakeWorld } from './support/fake-world.js';

/** Escape characters as signs that can be seen, and matched. */
const visible = (text: string) => text.replaceAll('\u001b', '␛').replaceAll('\u0007', '␇');

const kitty = { TERM: 'xterm-kitty' };
const noise = {
  create: {
    width: 900,
    height: 600,
    channels: 3,
    background: '#345',
    noise: { type: 'gaussian', mean: 120, sigma: 60 },
  },
} as const;
const picture = () => sharp(noise).jpeg().toBuffer();

describe('the protocol of a terminal', () => {
  const terminals: [env: Record<string, string>, protocol: string | undefined][] = [
    [kitty, 'kitty'],
    [{ TERM: 'xterm-256color', KITTY_WINDOW_ID: '1' }, 'kitty'],
    [{ TERM: 'xterm-ghostty', TERM_PROGRAM: 'ghostty' }, 'kitty'],
    [{ KONSOLE_VERSION: '230801' }, 'kitty'],
    [{ KONSOLE_VERSION: '211203' }, undefined],
    [{ TERM_PROGRAM: 'WezTerm' }, 'iterm2'],
    [{ TERM_PROGRAM: 'iTerm.app' }, 'iterm2'],
    [{ LC_TERMINAL: 'iTerm2', TERM: 'xterm-256color' }, 'iterm2'],
    [{ TERM_PROGRAM: 'Apple_Terminal' }, undefined],
    [{ TERM: 'xterm-256color' }, undefined],
    [{}, undefined],
    [{ ...kitty, TMUX: '/tmp/tmux-0/default,1,0' }, undefined],
    [{ TERM: 'screen-256color', TERM_PROGRAM: 'WezTerm' }, undefined],
    [{ TERM: 'dumb', TERM_PROGRAM: 'WezTerm' }, undefined],
  ];
  for (const [env, protocol] of terminals) {
    it(`${JSON.stringify(env)}: ${protocol ?? 'none'}`, () => assert.equal(detectGraphics(env), protocol));
  }
});

describe('what is sent', () => {
  it('to kitty: pieces of at most 4096 characters, which are the PNG', () => {
    const png = Uint8Array.from({ length: 10_000 }, (_, index) => index % 256);
    const text = visible(encodeGraphics('kitty', png, 40));
    const commands = [...text.matchAll(/␛_G([^;]*);([^␛]*)␛\\/g)];
    assert.deepEqual(
      commands.map((command) => command[1]),
      ['a=T,f=100,q=2,c=40,m=1', 'm=1', 'm=1', 'm=0'],
    );
    for (const command of commands) assert.ok((command[2] ?? '').length <= 4096);
    assert.deepEqual(Buffer.from(commands.map((command) => command[2]).join(''), 'base64'), Buffer.from(png));
    assert.equal(text.replaceAll(/␛_G[^␛]*␛\\/g, ''), '\n');
  });

  it('to iTerm2: the whole file and its size', () => {
    const text = encodeGraphics('iterm2', Uint8Array.of(1, 2, 3), 40);
    assert.equal(text, '\u001b]1337;File=inline=1;size=3;width=40;preserveAspectRatio=1:AQID\u0007\n');
  });
});

describe('pictures after inkling generate', () => {
  it('are small PNGs on a terminal that can', async () => {
    const world = createFakeWorld({ columns: 100, env: kitty });
    await showPictures([await picture()], 'auto', world);
    assert.equal(world.output(), '', 'standard output is for names of files');
    const base64 = [...visible(world.errors()).matchAll(/␛_G[^;]*;([^␛]*)/g)].map((piece) => piece[1]).join('');
    const { format, width, height } = await sharp(Buffer.from(base64, 'base64')).metadata();
    assert.deepEqual([format, width, height], ['png', 640, 427]);
  });

  const silent: [why: string, wanted: string, options: Parameters<typeof createFakeWorld>[0]][] = [
    ['a pipe', 'auto', { env: kitty }],
    ['a pipe, also when asked for', 'kitty', { env: kitty }],
    ['a terminal that cannot', 'auto', { columns: 100, env: { TERM: 'xterm' } }],
    ['whoever wants none', 'off', { columns: 100, env: kitty }],
  ];
  for (const [why, wanted, options] of silent) {
    it(`are not shown to ${why}`, async () => {
      const world = createFakeWorld(options);
      await showPictures([await picture()], wanted, world);
      assert.equal(world.output() + world.errors(), '');
    });
  }

  it('are shown by the protocol that is asked for', async () => {
    const world = createFakeWorld({ columns: 20, env: { TERM: 'xterm' } });
    await showPictures([await picture()], 'iterm2', world);
    assert.match(visible(world.errors()), /^␛\]1337;File=inline=1;size=\d+;width=19;/);
  });

  it('have a sensible width where the terminal does not know its own', async () => {
    const world = createFakeWorld({ columns: 0, env: { TERM: 'xterm' } });
    await showPictures([await picture()], 'iterm2', world);
    assert.match(world.errors(), /width=48;/);
  });

  it('are left out where they cannot be read', async () => {
    const world = createFakeWorld({ columns: 100, env: kitty });
    await showPictures([Buffer.from('no picture')], 'auto', world);
    assert.equal(world.errors(), '');
  });
});
