// Every relative link in a Markdown file leads to a file that is there, and every anchor to a heading of it. Links out
// of the repository are not looked at: a check must not depend on the network.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** A Markdown file without its code, in which brackets are no links. */
function readProse(file) {
  return readFileSync(file, 'utf8')
    .replace(/^( *)(```|~~~)[^\n]*\n[\s\S]*?^\1\2$/gm, (block) => block.replace(/[^\n]/g, ''))
    .replace(/`[^`\n]*`/g, '``');
}

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(file) {
  const seen = new Map();
  const text = readFileSync(file, 'utf8').replace(/^( *)(```|~~~)[^\n]*\n[\s\S]*?^\1\2$/gm, '');
  const headings = [...text.matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, title]) => {
    const plain = title.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`]|<[^>]*>/g, '');
    const slug = plain
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
  const named = [...text.matchAll(/<a [^>]*(?:id|name)="([^"]+)"/g)].map(([, name]) => name);
  return new Set([...headings, ...named]);
}

/** What is wrong with one link of a file, or undefined. */
function judge(file, target) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return undefined;
  const [path, anchor] = target.split('#', 2);
  const place = path === '' ? file : normalize(join(dirname(file), decodeURI(path)));
  if (place.startsWith('..')) return `${file}: ${target} leads out of the repository`;
  if (!existsSync(place)) return `${file}: ${target} leads nowhere`;
  if (anchor === undefined || !place.endsWith('.md') || statSync(place).isDirectory()) return undefined;
  return anchorsOf(place).has(decodeURIComponent(anchor)) ? undefined : `${file}: ${place} has no heading #${anchor}`;
}

const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { encoding: 'utf8' });
const files = listed.split('\n').filter((file) => file !== '' && existsSync(file));
const faults = files.flatMap((file) => {
  const prose = readProse(file);
  const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map(([, target]) => target);
  const tags = [...prose.matchAll(/<(?:a|img)\s[^>]*(?:href|src)="([^"]+)"/g)].map(([, target]) => target);
  const notes = [...prose.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)].map(([, target]) => target);
  return [...inline, ...tags, ...notes].map((target) => judge(file, target)).filter((fault) => fault !== undefined);
});
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
