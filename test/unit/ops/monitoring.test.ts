import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createMetrics, showState } from '../../../src/ops/metrics.ts';

const read = (name: string) => readFileSync(new URL(`../../../deploy/${name}`, import.meta.url), 'utf8');

async function metricNames(): Promise<Set<string>> {
  const { registry } = createMetrics();
  showState(registry, {
    totals: () => ({ papers: 1, digests: 1 }),
    probe: { look: async () => ({ store: true, oldestDue: 1 }) },
    refused: () => false,
  });
  return new Set((await registry.getMetricsAsJSON()).map(({ name }) => name));
}

/** The metrics that a text names; a histogram has several names. */
const namedIn = (text: string) =>
  [...text.matchAll(/\bpaperboy_[a-z_]+/g)].map(([name]) => name.replace(/_(?:bucket|sum|count)$/, ''));

test.each(['grafana-dashboard.json', 'alerts.yaml'])('%s names only metrics that there are', async (file) => {
  const names = await metricNames();
  const named = namedIn(read(file));
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !names.has(name))).toEqual([]);
});

test('the dashboard shows every metric of the bot', async () => {
  const shown = new Set(namedIn(read('grafana-dashboard.json')));
  const own = [...(await metricNames())].filter((name) => name.startsWith('paperboy_'));
  expect(own.filter((name) => !shown.has(name))).toEqual([]);
});

test('the four alerts say what is wrong and what to do', () => {
  const rules = read('alerts.yaml').split('- alert: ').slice(1);
  expect(rules).toHaveLength(4);
  for (const rule of rules)
    expect(rule).toMatch(
      /expr: .+\n\s+for: \d+m\n\s+labels: .+\n\s+annotations:\n\s+summary: .+\n\s+action: .+/,
    );
});
