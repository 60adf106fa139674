// The page of a solution: what it says is text of the file and never markup, mathematics is set, and no script but its own runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importSource } from '../support/typescript.mjs';

const { bodyOf, pageOf, setMathematics } = await importSource('viewerPage');

const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 5 } };
const step = (state, text, findings = []) =>
  ({ name: 'Step 1', state, range, parts: [{ kind: 'prose', text }, { kind: 'inlineMath', text: 'x^2' }], findings, aside: [], notes: [] });
const finding = { rule: 'RR101', severity: 'error', message: '2 + 2 = 4 <b>', range, evidence: [{ name: 'left', value: '4' }], fixable: true };
const trace = {
  name: 'a < b', summary: '1 flagged · 1 checked', range, problem: [{ kind: 'displayMath', text: '\\frac{1}{2}' }], answer: [], findings: [], checklist: [], notes: [],
  steps: [step('flagged', '<img src=x onerror=alert(1)>', [finding]), step('checked', 'fine ')],
};

test('text stays text and mathematics is set', () => {
  const body = bodyOf(trace, { index: 0, count: 2, flaggedOnly: false });
  assert.ok(!body.includes('<img') && !body.includes('<b>'), body);
  assert.match(body, /&lt;img src=x/);
  assert.match(body, /<mfrac>/);
  assert.match(body, /<msup>/);
  assert.match(body, /flagged/);
  assert.match(body, /data-fix/);
  assert.match(body, /data-go="-1" disabled/);
  assert.match(body, /1 of 2/);
});

test('rows of an environment are set one below the other', () => {
  assert.match(setMathematics('\n (2+3)^2 &= 5^2 \\\\\n &= 25.\\\\ \n', true), /<mtable[^]*<mtr>[^]*<mtr>/);
  assert.doesNotMatch(setMathematics('2 + 3 \\& 4', false), /<mtable|<code>/);
  assert.match(setMathematics('\\begin{cases} 1 & x \\\\ 2 & y \\end{cases}', true), /<mtable/);
});

test('what people said stands at its place, and is text', () => {
  const said = { ...finding, said: 'confirmed by Ada', decision: 'accepted', fixable: false, fix: 'Replace 5 by 4' };
  const noted = { ...step('flagged', 'x', [said]), notes: [{ id: 'a', text: '<i>why</i>', who: 'Ada', when: '', outdated: true }], score: 0.25 };
  const body = bodyOf({ ...trace, steps: [noted, { ...noted, score: 0.5 }], mark: { mark: 3, comment: 'almost', who: 'Ada' },
    checklist: [{ question: 'Units?', verdict: 'no', evidence: 'none', by: 'check' }] }, { index: 0, count: 1, flaggedOnly: false });
  assert.match(body, /✔ confirmed by Ada/);
  assert.match(body, /Ada, of an earlier text:<\/span> &lt;i&gt;why/);
  assert.match(body, /mark 3 of 4 by Ada: almost/);
  assert.match(body, /aria-label="Scores of a model: step 1 0.25, step 2 0.50"/);
  // A bar, and the number for whoever looks closer.
  assert.match(body, /a model scores it <meter min="0" max="1" value="0.25" title="0.25 of 1"/);
  assert.match(body, /Units\? <strong>no<\/strong>/);
  assert.match(body, /Replace 5 by 4/);
});

test('flagged steps alone, and how many are not shown', () => {
  const body = bodyOf(trace, { index: 0, count: 1, flaggedOnly: true });
  assert.ok(!body.includes('fine '), body);
  assert.match(body, /1 step not shown/);
});

test('what cannot be set stays as it is written, and no command of it takes effect', () => {
  assert.equal(setMathematics('\\frac{1', false), '<code>\\frac{1</code>');
  for (const hostile of ['\\href{javascript:alert(1)}{x}', '\\includegraphics{http://e/x.png}', '\\htmlStyle{color:red}{x}'])
    assert.doesNotMatch(setMathematics(hostile, false), /<a |href=|<img|style="color:red/);
});

test('only the script with the nonce runs', () => {
  const page = pageOf('<p>x</p>', 'abc', '');
  assert.match(page, /default-src 'none'; style-src 'nonce-abc'; script-src 'nonce-abc'/);
  assert.equal(page.match(/<script/g).length, 1);
});
