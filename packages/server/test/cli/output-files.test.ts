// Names and writing of picture files.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { nameOutputFiles, pictureExtension, writePicture } from '../../src/cli/generate/output-files.js';

const folder = mkdtempSync(join(tmpdir(), 'inkling-output-'));
after(() => rmSync(folder, { recursive: true, force: true }));

describe('nameOutputFiles', () => {
  it('keeps the name for a single picture', () => {
    assert.deepEqual(nameOutputFiles('out.png', 'id', 1, '.png'), ['out.png']);
    assert.deepEqual(nameOutputFiles('a/b', 'id', 1, '.png'), ['a/b']);
  });
  it('numbers several from 0', () => {
    assert.deepEqual(nameOutputFiles('out.png', 'id', 3, '.png'), ['out-0.png', 'out-1.png', 'out-2.png']);
    assert.deepEqual(nameOutputFiles('a.b/out', 'id', 2, '.png'), ['a.b/out-0', 'a.b/out-1']);
    assert.deepEqual(nameOutputFiles('v1.2/x.jpg', 'id', 2, '.jpg'), ['v1.2/x-0.jpg', 'v1.2/x-1.jpg']);
  });
  it('makes a name from the task where none is given', () => {
    assert.deepEqual(nameOutputFiles(undefined, '06Q3abc', 1, '.jpg'), ['inkling-06Q3abc.jpg']);
    assert.deepEqual(nameOutputFiles(undefined, 'x', 2, '.png'), ['inkling-x-0.png', 'inkling-x-1.png']);
  });
  it('lets no gateway choose the folder', () => {
    for (const id of ['../../etc/passwd', '/root/.ssh/id', '..\\..\\x', `a${'b'.repeat(500)}`]) {
      const [name = ''] = nameOutputFiles(undefined, id, 1, '.png');
      assert.match(name, /^inkling-[\w-]{0,32}\.png$/);
    }
  });
});

describe('writePicture', () => {
  it('writes, makes folders, and replaces', async () => {
    const file = join(folder, 'new', 'deep', 'a.png');
    await writePicture(file, new Uint8Array([1, 2]));
    await writePicture(file, new Uint8Array([3]));
    assert.deepEqual([...readFileSync(file)], [3]);
  });
  it('says why it cannot', async () => {
    writeFileSync(join(folder, 'file'), '');
    await assert.rejects(
      writePicture(join(folder, 'file', 'a.png'), new Uint8Array()),
      /cannot be written: there is a file where a folder should be/,
    );
    await assert.rejects(writePicture(folder, new Uint8Array()), /cannot be written: it is a folder/);
  });
});

describe('pictureExtension', () => {
  it('knows PNG and JPEG by their first bytes and nothing else', () => {
    assert.equal(pictureExtension(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d])), '.png');
    assert.equal(pictureExtension(new Uint8Array([0xff, 0xd8, 0xff, 0xe0])), '.jpg');
    assert.equal(pictureExtension(new TextEncoder().encode('<html>')), undefined);
    assert.equal(pictureExtension(new Uint8Array()), undefined);
    assert.equal(pictureExtension(new Uint8Array([0xff, 0xd8])), undefined);
  });
});
