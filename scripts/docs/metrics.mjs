// Writes docs/metrics.md from the table of metrics and the alert rules.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { metricTable } from '../../packages/server/dist/src/core/metric-table.js';

export const file = 'docs/metrics.md';

const rules = parse(
  readFileSync(new URL('../../deploy/prometheus/alerts.yml', import.meta.url), 'utf8'),
).groups.flatMap((group) => group.rules);

/** The page as Markdown. */
export function generate() {
  return `# Metrics

\`GET /metrics\` answers in Prometheus' text form, without a key: keep it inside your network (\`docs/operations.md\` shows how).
It names models, engines, routes and counts, never accounts, keys or prompts. All labels come from small sets, so the number
of series does not grow with use.

- Alert rules, one for every metric below: [\`deploy/prometheus/alerts.yml\`](../deploy/prometheus/alerts.yml)
- A Grafana dashboard: [\`deploy/grafana/inkling.json\`](../deploy/grafana/inkling.json) (Dashboards → New → Import)

\`\`\`yaml
# prometheus.yml
rule_files: [alerts.yml]
scrape_configs:
  - job_name: inkling
    static_configs: [{ targets: ['api-1:8790', 'api-2:8790', 'worker-1:8790'] }]
\`\`\`

Scope *process*: each process counts what it does itself; add them up. Scope *cluster*: read from the database when asked, so
every process tells the same; take \`max()\`. A number that cannot be read just now is left out. Counters start at zero with
their process. Beside these there are prom-client's \`process_*\` and \`nodejs_*\` metrics.

${table(['Metric', 'Kind', 'Labels', 'Scope', 'What it tells', 'Alert'], Object.entries(metricTable).map(metricRow))}

## Buckets

${Object.entries(metricTable)
  .filter(([, row]) => row.kind === 'histogram')
  .map(([name, row]) => `- \`${name}\`: ${row.bounds.join(', ')} s`)
  .join('\n')}

## Alerts

${table(['Alert', 'Severity', 'When', 'What it means', 'What to do'], rules.map(ruleRow))}
`;
}

function metricRow([name, row]) {
  const alerts = rules.filter((rule) => new RegExp(`\\b${name}(?:_bucket|_count|_sum)?\\b`).test(rule.expr));
  const labels = row.labels.map((label) => `\`${label}\``).join(', ');
  return [`\`${name}\``, row.kind, labels, row.scope, row.help, alerts.map((rule) => rule.alert).join(', ')];
}

function ruleRow(rule) {
  const when = `\`${rule.expr.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')}\`${rule.for ? ` for ${rule.for}` : ''}`;
  const { summary, next } = rule.annotations;
  return [rule.alert, rule.labels.severity, when, summary.replaceAll('|', '\\|'), next.replaceAll('|', '\\|')];
}

/** A Markdown table. */
function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
