// One line on a terminal that shows how far a task is; nothing on anything else.
import type { Output } from '../command-world.js';
import type { TextStyle } from '../text-style.js';
import type { TaskView } from './task-answer.js';

export interface ProgressLine {
  /** `fraction` 0–1, or undefined while nothing is known. */
  show(label: string, fraction: number | undefined): void;
  /** Takes the line away. Twice is harmless. */
  clear(): void;
}

/** Length of the bar in characters. */
const barLength = 24;

/** `painting  ━━━━━━━━────────  33 %  1.2 s` */
export function formatProgress(
  label: string,
  fraction: number | undefined,
  elapsedMs: number,
  style: TextStyle,
): string {
  const share = fraction !== undefined && fraction > 0 ? Math.min(1, fraction) : 0;
  const filled = Math.round(share * barLength);
  const bar = style.accent('━'.repeat(filled)) + style.dim('─'.repeat(barLength - filled));
  const percent = fraction === undefined ? '    ' : `${String(Math.round(share * 100)).padStart(3)} %`;
  return `${label.padEnd(10)}${bar}  ${percent}  ${(elapsedMs / 1000).toFixed(1)} s`;
}

/** Draws on `output` if it is a terminal at least as wide as the line. `nowMs` is any clock that runs forward. */
export function createProgressLine(output: Output, style: TextStyle, nowMs: () => number): ProgressLine {
  const startedMs = nowMs();
  // 10 label, 24 bar, 20 for percent and seconds.
  const visible = output.isTTY === true && (output.columns || 80) >= barLength + 30;
  let drawn = false;
  return {
    show(label, fraction) {
      if (!visible) return;
      drawn = true;
      output.write(`\r\u001b[2K${formatProgress(label, fraction, nowMs() - startedMs, style)}`);
    },
    clear() {
      if (drawn) output.write('\r\u001b[2K');
      drawn = false;
    },
  };
}

/** Shows where a task is: its place in the queue, or how much of it is painted. */
export function showTask(progress: ProgressLine, task: TaskView): void {
  if (task.status === 'submitted')
    progress.show(task.queuePosition ? `${task.queuePosition} before` : 'waiting', undefined);
  else progress.show('painting', task.progress);
}
