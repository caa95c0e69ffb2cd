// What the SDK adds to a page: everything it exports, bundled and minified as Vite does it, then gzipped.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** The promise, bytes. */
const maxBytes = 8 * 1024;

/** Seen from dist/test/, where this file runs. */
const entry = fileURLToPath(new URL('../src/index.js', import.meta.url));

it('is at most 8 kB, minified and gzipped', async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, target: 'es2022', lib: { entry, formats: ['es'], fileName: 'client' } },
  });
  assert.ok(Array.isArray(built));
  const chunks = built.flatMap((bundle) => bundle.output);
  assert.equal(chunks.length, 1, 'one file, nothing beside it');
  const [chunk] = chunks;
  assert.ok(chunk?.type === 'chunk');
  assert.deepEqual(chunk.imports, [], 'nothing but itself');
  assert.ok(chunk.exports.includes('createClient') && chunk.exports.includes('verifyWebhook'));
  const bytes = gzipSync(chunk.code, { level: 9 }).length;
  console.log(`${bytes} bytes gzipped, ${chunk.code.length} minified`);
  assert.ok(bytes <= maxBytes, `${bytes} bytes`);
});
