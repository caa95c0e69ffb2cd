// Signs: the text as given, inside its board, in any script, readable on any ground.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { colourNames } from '../../src/brief/vocabulary.js';
import { carriers, type SignCarrier } from '../../src/lettering/carriers.js';
import { contrastRatio, drawSign, type SignRequest } from '../../src/lettering/draw-sign.js';
import { fontFamilies } from '../../src/lettering/fonts.js';

const request = (text: string, more: Partial<SignRequest> = {}): SignRequest => ({
  text,
  carrier: 'sign',
  maxWidthPx: 300,
  maxHeightPx: 200,
  variant: 1,
  ...more,
});
const names = Object.keys(carriers) as SignCarrier[];

/** Where the letters are: the pixels that change with their colour, as a box in pixels. */
function inkOfText(text: string): {
  box: [number, number, number, number];
  canvas: Canvas;
  textBox: readonly number[];
} {
  const { canvas, textBox } = drawSign(request(text, { colour: 'black' }));
  const [a, b] = [canvas.data(), drawSign(request(text, { colour: 'red' })).canvas.data()];
  const box: [number, number, number, number] = [canvas.width, canvas.height, 0, 0];
  for (let y = 0; y < canvas.height; y++)
    for (let x = 0; x < canvas.width; x++) {
      if (Math.abs((a[(y * canvas.width + x) * 4] ?? 0) - (b[(y * canvas.width + x) * 4] ?? 0)) < 60) continue;
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x + 1);
      box[3] = Math.max(box[3], y + 1);
    }
  return { box, canvas, textBox };
}

test('a sign stays within the size it was given', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.string({ minLength: 1, maxLength: 40 }),
      fc.integer({ min: 16, max: 700 }),
      fc.integer({ min: 16, max: 500 }),
      fc.boolean(),
      (carrier, text, maxWidthPx, maxHeightPx, post) => {
        const { canvas, textBox, boardBox } = drawSign({ text, carrier, maxWidthPx, maxHeightPx, post, variant: 1 });
        assert.ok(canvas.width <= maxWidthPx && canvas.height <= Math.ceil(maxHeightPx) + 1);
        for (const [x0, y0, x1, y1] of [textBox, boardBox]) {
          assert.ok(x0 >= -0.02 && y0 >= -0.02 && x1 <= 1.02 && y1 <= 1.02, `${[x0, y0, x1, y1]}`);
          assert.ok(x0 <= x1 && y0 <= y1);
        }
      },
    ),
    { numRuns: 80 },
  );
});

test('letters stand where the text box says, inside the board', () => {
  for (const text of ['DMXAPI', '生日快乐', 'Happy Birthday to You', '你好，世界！']) {
    const { box, canvas, textBox } = inkOfText(text);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = textBox;
    assert.ok(box[0] >= x0 * canvas.width - 3 && box[2] <= x1 * canvas.width + 3, `${text}: ${box} across ${textBox}`);
    assert.ok(box[1] >= y0 * canvas.height - 3 && box[3] <= y1 * canvas.height + 3, `${text}: ${box} down ${textBox}`);
    // They fill their box: a sign is for reading.
    assert.ok(box[2] - box[0] > (x1 - x0) * canvas.width * 0.7, text);
  }
});

test('letters are large: a short word fills half the board', () => {
  for (const text of ['DMXAPI', 'OPEN', '福']) {
    const { letterHeightPx, canvas } = drawSign(request(text));
    assert.ok(letterHeightPx > canvas.height * 0.3, `${text}: ${letterHeightPx} of ${canvas.height}`);
  }
});

test('another text gives other pixels: nothing is invented or dropped', () => {
  const texts = ['DMXAPI', 'DMXAPl', 'DMXAP', 'dmxapi', 'DMX API', 'ÐMXAPI'];
  const pictures = texts.map((text) => Buffer.from(drawSign(request(text)).canvas.data()).toString('base64'));
  assert.equal(new Set(pictures).size, texts.length);
});

test('the same request gives the same pixels', () => {
  for (const carrier of names) {
    const [one, two] = [drawSign(request('Wort 字', { carrier })), drawSign(request('Wort 字', { carrier }))];
    assert.deepEqual(one.canvas.data(), two.canvas.data(), carrier);
  }
});

test('whatever the colours asked for, letters stand out from their ground', () => {
  for (const board of colourNames)
    for (const ink of [null, ...colourNames]) {
      const { canvas } = drawSign(request('MM', { boardColour: board, colour: ink, maxWidthPx: 120, maxHeightPx: 80 }));
      const pixels = canvas.data();
      let [darkest, lightest] = [255, 0];
      for (let y = 20; y < canvas.height - 20; y++)
        for (let x = 20; x < canvas.width - 20; x++) {
          const at = (y * canvas.width + x) * 4;
          const light = 0.21 * (pixels[at] ?? 0) + 0.72 * (pixels[at + 1] ?? 0) + 0.07 * (pixels[at + 2] ?? 0);
          darkest = Math.min(darkest, light);
          lightest = Math.max(lightest, light);
        }
      assert.ok(lightest - darkest > 42, `${ink} on ${board}: ${darkest.toFixed(0)}–${lightest.toFixed(0)}`);
    }
});

test('contrast is that of WCAG', () => {
  assert.equal(contrastRatio('#000000', '#ffffff').toFixed(1), '21.0');
  assert.equal(contrastRatio('#ffffff', '#ffffff'), 1);
  assert.equal(contrastRatio('#777777', '#ffffff').toFixed(2), '4.48');
});

test('a post stands below the board, gripped beneath it', () => {
  const plain = drawSign(request('DMXAPI'));
  const posted = drawSign(request('DMXAPI', { post: true }));
  assert.deepEqual(plain.boardBox, [0, 0, 1, 1]);
  assert.ok(posted.boardBox[3] < 0.65);
  for (const [x, y] of posted.grips) assert.ok(Math.abs(x - 0.5) < 0.01 && y > posted.boardBox[3]);
  assert.ok(plain.grips[0][0] < 0.1 && plain.grips[1][0] > 0.9);
});

test('the board closes around its text', () => {
  const short = drawSign(request('Hi'));
  const long = drawSign(request('A much longer announcement'));
  assert.ok(short.canvas.width < long.canvas.width);
});

test('every script is written with real letters, none as an empty box', () => {
  const context = createCanvas(400, 120).getContext('2d');
  const scripts = {
    Latin: 'Grüße, façade',
    Vietnamese: 'Đặng',
    Cyrillic: 'Привет',
    Greek: 'Ελλαδα',
    Han: '囍龘生日',
    Kana: 'こんにちはカタカナ',
    Hangul: '안녕하세요',
    Arabic: 'مرحبا',
    Hebrew: 'שלום',
    Devanagari: 'नमस्ते',
    Thai: 'สวัสดี',
  };
  const draw = (letter: string, family: string) => {
    context.clearRect(0, 0, 400, 120);
    context.font = `60px ${family}`;
    context.fillStyle = '#000';
    context.fillText(letter, 20, 80);
    return Buffer.from(context.canvas.data()).toString('base64');
  };
  for (const hand of ['sans', 'brush'] as const) {
    const family = fontFamilies(hand);
    // What fonts draw for letters they lack: code points that no script uses.
    const missing = new Set(['\ue123', '\ufdd0', '\u{10fffd}'].map((letter) => draw(letter, family)));
    for (const [script, text] of Object.entries(scripts))
      for (const letter of text.replace(/[\s,]/gu, '').normalize('NFC').match(/\p{L}/gu) ?? [])
        assert.equal(missing.has(draw(letter, family)), false, `${script}: ${letter} in ${hand}`);
  }
});

test('the brush writes Chinese unlike the sans', () => {
  const [sans, brush] = (['sans', 'brush'] as const).map((hand) => drawSign(request('春', { hand })).canvas.data());
  assert.notDeepEqual(sans, brush);
});

test('right-to-left texts keep their order', () => {
  const one = drawSign(request('שלום עולם', { maxWidthPx: 600, maxHeightPx: 80 })).canvas.data();
  const other = drawSign(request('עולם שלום', { maxWidthPx: 600, maxHeightPx: 80 })).canvas.data();
  assert.notDeepEqual(one, other);
});

test('line feeds make lines', () => {
  const one = drawSign(request('one two', { maxWidthPx: 600 }));
  const two = drawSign(request('one\ntwo', { maxWidthPx: 600 }));
  assert.ok(two.canvas.height / two.canvas.width > one.canvas.height / one.canvas.width);
});

test('an empty text leaves an empty board', () => {
  const { canvas, textBox, letterHeightPx } = drawSign(request('  '));
  assert.ok(canvas.width >= 16);
  assert.equal(letterHeightPx, 0);
  assert.equal(textBox[2] - textBox[0], 0);
});

test('impossible sizes are refused', () => {
  for (const size of [0, 15, 5000, Number.NaN])
    assert.throws(() => drawSign(request('x', { maxWidthPx: size })), RangeError);
});

test('every carrier has its own look', () => {
  const looks = names
    .filter((name) => !['wall', 'shirt', 'cake', 'none', 'object'].includes(name))
    .map((carrier) => Buffer.from(drawSign(request('A', { carrier })).canvas.data()).toString('base64'));
  assert.equal(new Set(looks).size, looks.length);
});

test('letters by themselves leave the rest clear', () => {
  const { canvas } = drawSign(request('A', { carrier: 'none' }));
  assert.equal(canvas.data()[3], 0);
});
