// A solution as a page: its words, its mathematics set, each step with its state, findings with their evidence.
import katex from 'katex';
import type { FindingText, ItemText, NoteText, StepText, TextPart, TraceText } from './protocol';
import { decisionSigns, markWords, noteBy, plural, stateNames, stateSigns } from './words';

export interface Place {
  readonly index: number;
  readonly count: number;
  readonly flaggedOnly: boolean;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that stays text. */
export const escape = (text: string) => text.replace(/[&<>"']/g, (unit) => escapes[unit] ?? unit);

/** Mathematics as MathML, which the editor's own engine sets without fonts of ours; what cannot be read stays as it is written. */
export function setMathematics(tex: string, displayMode: boolean): string {
  try {
    return katex.renderToString(inRows(tex),
      { displayMode, output: 'mathml', throwOnError: true, strict: 'ignore', trust: false, maxExpand: 200 });
  } catch {
    return `<code>${escape(tex)}</code>`;
  }
}

// Of `align` and the like only what stands within comes here: rows, aligned at their signs.
const inRows = (tex: string) => !/\\begin\s*\{/.test(tex) && /(^|[^\\])&|\\\\/.test(tex)
  ? `\\begin{aligned}${tex.replace(/(\\\\|\s)+$/, '')}\\end{aligned}` : tex;

const part = ({ kind, text }: TextPart) =>
  kind === 'inlineMath' ? setMathematics(text, false)
    : kind === 'displayMath' ? setMathematics(text, true)
      : kind === 'code' ? `<code>${escape(text)}</code>` : escape(text);

const parts = (all: readonly TextPart[]) => `<div class="text" dir="auto">${all.map(part).join('')}</div>`;

// What is written in TeX is set; anything else is text.
const evidenceValue = (value: string) => /\\[a-zA-Z]/.test(value) ? setMathematics(value, false) : escape(value);

const finding = ({ rule, severity, message, range, evidence, fixable, said, decision, fix }: FindingText) => {
  const at = escape(JSON.stringify(range));
  const rows = evidence.map(({ name, value }) => `<dt>${escape(name)}</dt><dd>${evidenceValue(value)}</dd>`).join('');
  const button = fixable ? `<button data-fix="${at}">Fix</button>` : '';
  return `<li class="${escape(severity)} ${decision ?? 'open'}"><p>${escape(message)} `
    + `<span class="rule">${escape(rule)}</span> ${button}</p>`
    + `${said === undefined ? '' : `<p class="said">${decisionSigns[decision ?? 'accepted']} ${escape(said)}</p>`}`
    + `${fix === undefined ? '' : `<p class="aside">${escape(fix)}</p>`}`
    + `${rows === '' ? '' : `<details open><summary>Evidence</summary><dl>${rows}</dl></details>`}</li>`;
};

const findings = (all: readonly FindingText[]) => all.length === 0 ? '' : `<ul class="findings">${all.map(finding).join('')}</ul>`;

const note = (each: NoteText) => `<p class="note" dir="auto"><span class="by">${escape(noteBy(each))}</span> ${escape(each.text)}</p>`;

const notes = (all: readonly NoteText[]) => all.map(note).join('');

// A bar is compared at a glance; the number is there for whoever looks closer. A browser's own green would call a step right.
const scoreBar = (score: number) => ` <span class="aside">a model scores it <meter min="0" max="1" value="${clamp(score).toFixed(2)}" `
  + `title="${score.toFixed(2)} of 1" aria-label="${score.toFixed(2)} of 1"></meter></span>`;

function step(each: StepText, index: number, isLinked: boolean): string {
  const { name, state, range, score } = each;
  const at = escape(JSON.stringify(range));
  const head = isLinked ? `<button class="go" data-show="${at}" title="Show in the source">${escape(name)}</button>`
    : `<strong>${escape(name)}</strong>`;
  return `<li class="step ${state}" data-step="${index}" tabindex="-1"><p class="head">${head} `
    + `<span class="state"><span aria-hidden="true">${stateSigns[state]}</span> ${stateNames[state]}</span>`
    + `${score === undefined ? '' : scoreBar(score)}</p>`
    + `${parts(each.parts)}${findings(each.findings)}${each.aside.map((aside) => `<p class="aside">${escape(aside)}</p>`).join('')}`
    + `${notes(each.notes)}</li>`;
}

/** The scores of all steps as a curve. */
export function curveOf(steps: readonly StepText[]): string {
  const known = steps.flatMap(({ score }, index) =>
    score === undefined ? [] : [{ x: 20 + index * 40, y: 70 - 60 * clamp(score), score, index }]);
  if (known.length < 2) return '';
  const width = 40 * steps.length;
  const label = known.map(({ score, index }) => `step ${index + 1} ${score.toFixed(2)}`).join(', ');
  return `<figure class="curve"><svg viewBox="0 0 ${width} 80" width="${width}" height="80" role="img" `
    + `aria-label="Scores of a model: ${label}">`
    + `<line class="half" x1="0" x2="${width}" y1="40" y2="40"/><polyline points="${known.map(({ x, y }) => `${x},${y}`).join(' ')}"/>`
    + `${known.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="4"/>`).join('')}</svg>`
    + '<figcaption>A model\'s score, step by step; the line is 0.5</figcaption></figure>';
}

const clamp = (score: number) => Math.max(0, Math.min(1, score));

const item = ({ question, verdict, evidence, by }: ItemText) =>
  `<li class="${verdict === 'no' ? 'unmet' : 'item'}"><p>${escape(question)} <strong>${escape(verdict)}</strong></p>`
  + `<p class="aside">${escape(evidence)} — ${escape(by)}</p></li>`;

const checklist = (items: readonly ItemText[]) => items.length === 0 ? ''
  : `<section class="checklist"><h2>Checklist</h2><ul>${items.map(item).join('')}</ul></section>`;

/** A solution: its problem, its steps one below the other, scores, answer, checklist. */
export function solutionOf(trace: TraceText, flaggedOnly: boolean, isLinked: boolean): string {
  const isMeant = ({ state }: StepText) => !flaggedOnly || state === 'flagged' || state === 'doubted';
  const hidden = trace.steps.filter((each) => !isMeant(each)).length;
  const made = trace.steps.map((each, index) => isMeant(each) ? step(each, index, isLinked) : '');
  return `${trace.problem.length === 0 ? '' : `<section class="problem"><h2>Problem</h2>${parts(trace.problem)}</section>`}`
    + `${notes(trace.notes)}${curveOf(trace.steps)}<ol class="steps">${made.join('')}</ol>`
    + `${hidden > 0 ? `<p class="aside">${hidden === made.length ? 'No step is flagged or doubted; ' : ''}`
      + `${plural(hidden, 'step')} not shown</p>` : ''}`
    + `${trace.answer.length === 0 ? '' : `<section><h2>Answer</h2>${parts(trace.answer)}</section>`}${findings(trace.findings)}`
    + checklist(trace.checklist);
}

/** The body of the page. */
export function bodyOf(trace: TraceText, { index, count, flaggedOnly }: Place): string {
  const mark = trace.mark === undefined ? '' : ` · ${escape(markWords(trace.mark))}`;
  return `<header><h1>${escape(trace.name)}</h1><p>${escape(trace.summary)}${mark}</p><nav>`
    + `<button data-go="-1"${index === 0 ? ' disabled' : ''} title="Previous solution (p)">◀ Previous</button> `
    + `<span>${index + 1} of ${count}</span> `
    + `<button data-go="1"${index + 1 >= count ? ' disabled' : ''} title="Next solution (n)">Next ▶</button> `
    + `<label><input type="checkbox" data-flagged${flaggedOnly ? ' checked' : ''}> flagged only</label></nav></header>`
    + solutionOf(trace, flaggedOnly, true);
}

/** The whole page; nothing but its own script runs in it. */
export const pageOf = (body: string, nonce: string, kept: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>Solution</title><style nonce="${nonce}">${style}${solutionStyle}</style></head>
<body><main>${body}</main><script nonce="${nonce}">${script}${kept}</script></body></html>`;

const style = `
body { font-family: var(--vscode-font-family); line-height: 1.5; max-width: 60rem; margin: 0 auto; padding: 0 1rem 4rem; }
header { position: sticky; top: 0; padding: .6rem 0; background: var(--vscode-editor-background);
  border-bottom: 1px solid var(--vscode-panel-border); }
h1 { font-size: 1.2rem; margin: 0; } h2 { font-size: 1rem; } header p { margin: .2rem 0 .5rem; }
button { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); border: 1px solid
  var(--vscode-contrastBorder, transparent); padding: .15rem .6rem; border-radius: 2px; cursor: pointer; font: inherit; }
button[disabled] { opacity: .5; cursor: default; } button:focus-visible { outline: 2px solid var(--vscode-focusBorder); }
button.go { background: none; color: var(--vscode-textLink-foreground); border: none; padding: 0; font-weight: 600; }`;

/** How a solution looks, wherever it stands. */
export const solutionStyle = `
ol.steps { list-style: none; padding: 0; }
.step { border-left: 4px solid var(--vscode-panel-border); padding: .1rem 0 .4rem .8rem; margin: .9rem 0; }
.step.flagged { border-left: 4px double var(--vscode-editorError-foreground); } .step.doubted { border-left: 4px dashed
  var(--vscode-editorWarning-foreground); } .step.dismissed, .step.silenced { border-left-style: dotted; }
.head { margin: 0; } .state { opacity: .85; } .flagged > .head .state { color: var(--vscode-editorError-foreground); font-weight: 600; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; overflow-x: auto; } .findings { padding-left: 1.2rem; }
.findings p { margin: .3rem 0; }
.rule, .aside { opacity: .75; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: .3rem 0; } dd { margin: 0; }
math { font-family: "Cambria Math", "STIX Two Math", "Latin Modern Math", "Libertinus Math", "DejaVu Math TeX Gyre", math; }
math[display=block] { margin: .4rem 0; }
.note { border-left: 3px solid var(--vscode-textLink-foreground); padding: .1rem .6rem; margin: .3rem 0; white-space: pre-wrap;
  overflow-wrap: anywhere; }
.note .by, .said { font-weight: 600; } .findings .wrong-finding > p:first-child { text-decoration: line-through; opacity: .75; }
.findings .said { color: var(--vscode-textLink-foreground); }
.curve { margin: .5rem 0; overflow-x: auto; } .curve figcaption { opacity: .75; } .curve polyline { fill: none;
  stroke: var(--vscode-charts-blue, var(--vscode-textLink-foreground)); stroke-width: 2; } .curve circle { fill:
  var(--vscode-charts-blue, var(--vscode-textLink-foreground)); } .curve .half { stroke: var(--vscode-panel-border,
  currentColor); stroke-dasharray: 4; }
meter::-webkit-meter-optimum-value { background: var(--vscode-charts-blue, var(--vscode-textLink-foreground)); }
.checklist ul { list-style: none; padding: 0; } .checklist li { border-left: 4px solid var(--vscode-panel-border); padding-left: .8rem; }
.checklist li.unmet { border-left: 4px double var(--vscode-editorError-foreground); } .checklist p { margin: .2rem 0; }`;

const script = `
const vscode = acquireVsCodeApi();
const post = (message) => vscode.postMessage(message);
addEventListener('click', ({ target }) => {
  const of = (name) => target.closest('[data-' + name + ']');
  const [go, show, fix] = [of('go'), of('show'), of('fix')];
  if (go && !go.disabled) post({ type: 'go', by: Number(go.dataset.go) });
  if (show) post({ type: 'show', range: JSON.parse(show.dataset.show) });
  if (fix) post({ type: 'fix', range: JSON.parse(fix.dataset.fix) });
});
addEventListener('change', ({ target }) => { if (target.matches('[data-flagged]')) post({ type: 'flagged', on: target.checked }); });
addEventListener('message', ({ data }) => {
  const held = document.activeElement?.dataset;
  document.querySelector('main').innerHTML = data.body;
  if (data.fromTop) scrollTo(0, 0);
  document.querySelector(held?.go ? '[data-go="' + held.go + '"]' : held && 'flagged' in held ? '[data-flagged]' : 'none')?.focus();
});
addEventListener('keydown', ({ key, target }) => {
  if (target.matches('input:not([type=checkbox])')) return;
  if (key === 'n') post({ type: 'go', by: 1 });
  if (key === 'p') post({ type: 'go', by: -1 });
});`;
