// The report of a file: in the editor it leads to the source, saved it is a page of its own; reviewed text stays text in both.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importSource } from '../support/typescript.mjs';

const { liveReport, savedReport } = await importSource('reportPage');

const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 5 } };
const finding = { rule: 'RR101', severity: 'error', message: '2 + 2 = 4 <b>', range, evidence: [{ name: 'left', value: '4' }], fixable: true };
const trace = {
  name: 'a < b', summary: '1 wrong', range, problem: [{ kind: 'displayMath', text: '\\frac{1}{2}' }], answer: [], findings: [], checklist: [], notes: [],
  steps: [{ name: 'Step 1', state: 'flagged', range, parts: [{ kind: 'prose', text: '</script><img src=x>' }], findings: [finding], aside: [], notes: [] }],
};
const content = { summary: '1 wrong', traces: [trace, trace], left: 3 };

test('in the editor the steps lead to the source, with mathematics set', () => {
  const page = liveReport('x <y>.md', content, 'abc', '');
  assert.match(page, /<h1>Review of x &lt;y&gt;.md<\/h1><p>5 solutions: 1 wrong\./);
  assert.match(page, /data-show="\{&quot;start&quot;:\{&quot;line&quot;:3/);
  assert.match(page, /<mfrac>/);
  assert.match(page, /3 more solutions in this file/);
  assert.ok(!page.includes('<img') && page.split('<script').length === 2, page);
});

test('saved it needs nobody: no script, nothing fetched, colours of its own', () => {
  const page = savedReport('x.md', content);
  assert.match(page, /script-src 'none'/);
  assert.match(page, /light-dark\(/);
  assert.ok(!page.includes('<script') && !page.includes('data-show') && !/https?:\/\/(?!www\.w3\.org)/.test(page), page);
  assert.match(savedReport('x.md', content, { prints: true }), /<script nonce="print">addEventListener\('load', \(\) => print\(\)\);<\/script>/);
});
