// SVG helpers: ids stay apart, colours change and nothing else does, documents become pixels.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapColours, prefixIds, rasterise, svgDocument } from '../../src/artwork/svg.js';

const body =
  '<linearGradient id="svgIDa"><stop stop-color="#abc"/></linearGradient><path fill="url(#svgIDa)" stroke="#112233" d="M0 0"/>' +
  '<use href="#svgIDa"/><g style="fill:#FF0000;opacity:.5"/>';

test('ids and all references to them get the prefix', () => {
  const prefixed = prefixIds(body, 'x');
  assert.match(prefixed, /id="xsvgIDa"/);
  assert.match(prefixed, /url\(#xsvgIDa\)/);
  assert.match(prefixed, /href="#xsvgIDa"/);
  assert.doesNotMatch(prefixed, /#svgIDa/);
});

test('colours are mapped wherever they paint, references are left alone', () => {
  const seen: string[] = [];
  const mapped = mapColours(body, (hex) => {
    seen.push(hex);
    return '#000001';
  });
  assert.deepEqual(seen.sort(), ['#112233', '#abc', '#ff0000']);
  assert.match(mapped, /url\(#svgIDa\)/);
  assert.match(mapped, /style="fill:#000001;opacity:\.5"/);
  assert.match(mapped, /d="M0 0"/);
});

test('one colour is asked for once, however often it stands there', () => {
  let asked = 0;
  mapColours('<path fill="#123456"/><path fill="#123456"/>', (hex) => {
    asked += 1;
    return hex;
  });
  assert.equal(asked, 1);
});

test('a document shows exactly the box it is given', async () => {
  const raster = await rasterise(
    svgDocument('<rect x="10" y="10" width="10" height="10" fill="#ff0000"/>', [10, 10, 20, 10], 40, 20),
  );
  assert.deepEqual([raster.width, raster.height], [40, 20]);
  const pixel = (x: number, y: number) => [...raster.rgba.subarray((y * 40 + x) * 4, (y * 40 + x) * 4 + 4)];
  assert.deepEqual(pixel(5, 5), [255, 0, 0, 255]);
  assert.equal(pixel(30, 5)[3], 0);
});

test('clipped uses are painted: the reason why Skia does not rasterise here', async () => {
  const clipped =
    '<defs><path id="a" d="M0 0H40V40H0Z"/></defs><clipPath id="b"><use href="#a"/></clipPath><g clip-path="url(#b)"><path fill="#00ff00" d="M0 0H40V40H0Z"/></g>';
  const raster = await rasterise(svgDocument(clipped, [0, 0, 40, 40], 40, 40));
  assert.equal(raster.rgba[(20 * 40 + 20) * 4 + 1], 255);
});
