// The example of the package's page runs as it says, as a process of its own.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';

const example = fileURLToPath(new URL('../../examples/paint.mjs', import.meta.url));

test('the example paints a file and says what is on it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'inkling-example-'));
  try {
    const file = join(folder, 'boats.png');
    const { stdout } = await promisify(execFile)(process.execPath, [
      example,
      'two boats on a lake and a zorblax',
      file,
    ]);
    const { width, height, format } = await sharp(file).metadata();
    assert.deepEqual({ width, height, format }, { width: 1024, height: 1024, format: 'png' });
    assert.match(stdout, /boats, boats in lake, soft-light/);
    assert.match(stdout, /could not place: zorblax/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
