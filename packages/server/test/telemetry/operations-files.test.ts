// What operators load into other programs says only what the code can keep: alerts and dashboard name metrics and labels
// that exist, and no metric is without an alert.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { type MetricName, metricTable } from '../../src/core/metric-table.js';

/** A file of deploy/, seen from dist/test/telemetry/. */
const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../../../../deploy/${path}`, import.meta.url)), 'utf8');

interface Rule {
  alert: string;
  expr: string;
  for?: string;
  labels: { severity: string };
  annotations: { summary: string; next: string };
}

const { groups } = parse(read('prometheus/alerts.yml')) as { groups: { name: string; rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);

/** Labels that Prometheus adds, and the one of buckets. */
const foreignLabels = ['le', 'instance', 'job'];

/** Our metrics in an expression, each as the table knows it; fails for one that does not exist in that form. */
function metricsIn(expr: string): MetricName[] {
  return [...expr.matchAll(/\binkling_[a-z_]+\b/g)].map(([written]) => {
    const [, base = written, suffix] = /^(.*_seconds)_(bucket|count|sum)$/.exec(written) ?? [];
    assert.ok(Object.hasOwn(metricTable, base), `there is no metric ${written} in: ${expr}`);
    const name = base as MetricName;
    assert.equal(suffix !== undefined, metricTable[name].kind === 'histogram', `${written} is not a series`);
    return name;
  });
}

/** Fails unless every label that the expression uses belongs to one of its metrics. */
function checkLabels(expr: string): void {
  const known = new Set<string>([
    ...foreignLabels,
    ...metricsIn(expr).flatMap((name) => [...metricTable[name].labels]),
  ]);
  const inMatchers = [...expr.matchAll(/\{([^}]*)\}/g)].flatMap(([, inside = '']) =>
    [...inside.matchAll(/([a-z_]+)\s*(?:=~|!~|!=|=)/g)].map(([, label = '']) => label),
  );
  const inGroupings = [...expr.matchAll(/\b(?:by|ignoring|without|on)\s*\(([^)]*)\)/g)].flatMap(([, inside = '']) =>
    inside.split(',').map((label) => label.trim()),
  );
  for (const label of [...inMatchers, ...inGroupings]) assert.ok(known.has(label), `no label ${label} in: ${expr}`);
}

/** Fails unless every bracket and quote is closed: what a typing mistake breaks first. */
function checkBrackets(expr: string): void {
  const open: string[] = [];
  const pairs: Record<string, string> = { ')': '(', '}': '{', ']': '[' };
  for (const character of expr.replace(/"[^"]*"/g, '')) {
    if ('({['.includes(character)) open.push(character);
    else if (character in pairs) assert.equal(open.pop(), pairs[character], expr);
    assert.notEqual(character, '"', expr);
  }
  assert.deepEqual(open, [], expr);
}

describe('alert rules', () => {
  for (const rule of rules) {
    it(`${rule.alert} watches what exists and says what to do`, () => {
      assert.ok(metricsIn(rule.expr).length > 0);
      checkLabels(rule.expr);
      checkBrackets(rule.expr);
      assert.match(rule.alert, /^Inkling[A-Z][A-Za-z]+$/);
      assert.match(rule.labels.severity, /^(?:info|warning|critical)$/);
      if (rule.for !== undefined) assert.match(rule.for, /^\d+[smh]$/);
      assert.ok(rule.annotations.summary.length > 10 && rule.annotations.next.length > 5);
      for (const [, label = ''] of rule.annotations.summary.matchAll(/\$labels\.([a-z_]+)/g))
        assert.ok(foreignLabels.includes(label) || rule.expr.includes(label), `${label} is not in the result`);
    });
  }

  it('are there for every metric, under names of their own', () => {
    const watched = new Set(rules.flatMap((rule) => metricsIn(rule.expr)));
    assert.deepEqual(
      Object.keys(metricTable).filter((name) => !watched.has(name as MetricName)),
      [],
    );
    assert.equal(new Set(rules.map((rule) => rule.alert)).size, rules.length);
  });
});

interface Panel {
  id: number;
  title: string;
  type: string;
  gridPos: { x: number; y: number; w: number; h: number };
  targets?: { expr: string }[];
}

describe('the dashboard', () => {
  const dashboard = JSON.parse(read('grafana/inkling.json')) as { panels: Panel[]; uid: string };
  const panels = dashboard.panels.filter((panel) => panel.type !== 'row');

  for (const panel of panels) {
    it(`shows what exists: ${panel.title}`, () => {
      assert.ok(panel.targets && panel.targets.length > 0);
      for (const { expr } of panel.targets) {
        const foreign = /\b(?:process|nodejs)_[a-z0-9_]+/.test(expr);
        assert.ok(foreign || metricsIn(expr).length > 0, expr);
        checkLabels(expr);
        checkBrackets(expr);
      }
    });
  }

  it('shows every metric', () => {
    const shown = new Set(panels.flatMap((panel) => (panel.targets ?? []).flatMap(({ expr }) => metricsIn(expr))));
    assert.deepEqual(
      Object.keys(metricTable).filter((name) => !shown.has(name as MetricName)),
      [],
    );
  });

  it('lays nothing over something else', () => {
    const cells = new Set<string>();
    for (const { gridPos, title } of dashboard.panels)
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1)
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
          assert.ok(x < 24 && !cells.has(`${x},${y}`), title);
          cells.add(`${x},${y}`);
        }
    assert.equal(new Set(dashboard.panels.map((panel) => panel.id)).size, dashboard.panels.length);
  });
});
