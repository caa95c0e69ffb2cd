// No source file over 400 lines: a longer one has more than one job.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const maxLines = 400;
const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.mjs', '*.css'], {
  encoding: 'utf8',
});
const tooLong = listed
  .split('\n')
  .filter(Boolean)
  .flatMap((file) => {
    let lines = 0;
    try {
      lines = readFileSync(file, 'utf8').split('\n').length - 1;
    } catch {
      return []; // deleted in the work tree, not yet in the index
    }
    return lines > maxLines ? [`${file}: ${lines} lines, at most ${maxLines}`] : [];
  });
for (const line of tooLong) console.log(line);
process.exitCode = tooLong.length === 0 ? 0 : 1;
