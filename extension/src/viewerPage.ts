// A solution as a page: its words, its mathematics set, each step with its state, findings with their evidence.
import katex from 'katex';
import type { FindingText, StepText, TextPart, TraceText } from './protocol';
import { plural, stateNames, stateSigns } from './words';

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
    return katex.renderToString(tex, { displayMode, output: 'mathml', throwOnError: true, strict: 'ignore', trust: false, maxExpand: 200 });
  } catch {
    return `<code>${escape(tex)}</code>`;
  }
}

const part = ({ kind, text }: TextPart) =>
  kind === 'inlineMath' ? setMathematics(text, false)
    : kind === 'displayMath' ? setMathematics(text, true)
      : kind === 'code' ? `<code>${escape(text)}</code>` : escape(text);

const parts = (all: readonly TextPart[]) => `<div class="text" dir="auto">${all.map(part).join('')}</div>`;

const finding = ({ rule, severity, message, range, evidence, fixable }: FindingText) => {
  const at = escape(JSON.stringify(range));
  const rows = evidence.map(({ name, value }) => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`).join('');
  const fix = fixable ? `<button data-fix="${at}">Fix</button>` : '';
  return `<li class="${escape(severity)}"><p>${escape(message)} <span class="rule">${escape(rule)}</span> ${fix}</p>`
    + `${rows === '' ? '' : `<details><summary>Evidence</summary><dl>${rows}</dl></details>`}</li>`;
};

const findings = (all: readonly FindingText[]) => all.length === 0 ? '' : `<ul class="findings">${all.map(finding).join('')}</ul>`;

const step = ({ name, state, range, parts: text, findings: found, aside }: StepText) =>
  `<li class="step ${state}"><p class="head"><button class="go" data-show="${escape(JSON.stringify(range))}" title="Show in the source">`
  + `${escape(name)}</button> <span class="state"><span aria-hidden="true">${stateSigns[state]}</span> ${stateNames[state]}</span></p>`
  + `${parts(text)}${findings(found)}${aside.map((each) => `<p class="aside">${escape(each)}</p>`).join('')}</li>`;

/** The body of the page. */
export function bodyOf(trace: TraceText, { index, count, flaggedOnly }: Place): string {
  const steps = trace.steps.filter(({ state }) => !flaggedOnly || state === 'flagged' || state === 'doubted');
  const hidden = trace.steps.length - steps.length;
  return `<header><h1>${escape(trace.name)}</h1><p>${escape(trace.summary)}</p><nav>`
    + `<button data-go="-1"${index === 0 ? ' disabled' : ''} title="Previous solution (p)">◀ Previous</button> `
    + `<span>${index + 1} of ${count}</span> `
    + `<button data-go="1"${index + 1 >= count ? ' disabled' : ''} title="Next solution (n)">Next ▶</button> `
    + `<label><input type="checkbox" data-flagged${flaggedOnly ? ' checked' : ''}> flagged only</label></nav></header>`
    + `${trace.problem.length === 0 ? '' : `<section class="problem"><h2>Problem</h2>${parts(trace.problem)}</section>`}`
    + `<ol class="steps">${steps.map(step).join('')}</ol>`
    + `${hidden > 0 ? `<p class="aside">${plural(hidden, 'step')} not shown</p>` : ''}`
    + `${trace.answer.length === 0 ? '' : `<section><h2>Answer</h2>${parts(trace.answer)}</section>`}${findings(trace.findings)}`;
}

/** The whole page; nothing but its own script runs in it. */
export const pageOf = (body: string, nonce: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>Solution</title><style nonce="${nonce}">${style}</style></head>
<body>${body}<script nonce="${nonce}">${script}</script></body></html>`;

const style = `
body { font-family: var(--vscode-font-family); line-height: 1.5; max-width: 60rem; margin: 0 auto; padding: 0 1rem 4rem; }
header { position: sticky; top: 0; padding: .6rem 0; background: var(--vscode-editor-background);
  border-bottom: 1px solid var(--vscode-panel-border); }
h1 { font-size: 1.2rem; margin: 0; } h2 { font-size: 1rem; } header p { margin: .2rem 0 .5rem; }
button { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); border: 1px solid
  var(--vscode-contrastBorder, transparent); padding: .15rem .6rem; border-radius: 2px; cursor: pointer; font: inherit; }
button[disabled] { opacity: .5; cursor: default; } button:focus-visible { outline: 2px solid var(--vscode-focusBorder); }
button.go { background: none; color: var(--vscode-textLink-foreground); border: none; padding: 0; font-weight: 600; }
ol.steps { list-style: none; padding: 0; }
.step { border-left: 4px solid var(--vscode-panel-border); padding: .1rem 0 .4rem .8rem; margin: .9rem 0; }
.step.flagged { border-left: 4px double var(--vscode-editorError-foreground); } .step.doubted { border-left: 4px dashed
  var(--vscode-editorWarning-foreground); } .step.dismissed, .step.silenced { border-left-style: dotted; }
.head { margin: 0; } .state { opacity: .85; } .flagged > .head .state { color: var(--vscode-editorError-foreground); font-weight: 600; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; overflow-x: auto; } .findings { padding-left: 1.2rem; }
.findings p { margin: .3rem 0; }
.rule, .aside { opacity: .75; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: .3rem 0; } dd { margin: 0; }
math[display=block] { margin: .4rem 0; }`;

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
addEventListener('keydown', ({ key, target }) => {
  if (target.matches('input')) return;
  if (key === 'n') post({ type: 'go', by: 1 });
  if (key === 'p') post({ type: 'go', by: -1 });
});`;
