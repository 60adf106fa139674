// A report as a page: every solution of a file, mathematics set, to be read in the editor or, saved, in any browser.
import type { TraceText } from './protocol';
import { escape, solutionOf, solutionStyle } from './viewerPage';
import { markWords, plural } from './words';

/** How many solutions stand on one page; a file of more is for the desk. */
export const mostSolutions = 200;

/** What a report tells. */
export interface ReportContent {
  readonly summary: string;
  readonly traces: readonly TraceText[];
  /** How many more solutions the file has. */
  readonly left: number;
}

/** The page in the editor: names of steps lead to the source. */
export const liveReport = (name: string, content: ReportContent, nonce: string, kept: string) => page({
  title: `Review of ${name}`, policy: `style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`, nonce,
  style: `${style}${solutionStyle}`, body: bodyOf(name, content, true), script: `
const vscode = acquireVsCodeApi();
${kept}
addEventListener('click', ({ target }) => {
  const show = target.closest('[data-show]');
  if (show) vscode.postMessage(JSON.parse(show.dataset.show));
});`,
});

/** The page as a file of its own: nothing is fetched, and no script runs but the call for the printer where that is wanted. */
export const savedReport = (name: string, content: ReportContent, { prints = false } = {}) => page({
  title: `Review of ${name}`, policy: `style-src 'unsafe-inline'; script-src ${prints ? '\'nonce-print\'' : '\'none\''}`, nonce: 'print',
  style: `${colours}${style}${solutionStyle}`, body: bodyOf(name, content, false),
  script: prints ? 'addEventListener(\'load\', () => print());' : '',
});

function bodyOf(name: string, { summary, traces, left }: ReportContent, isLinked: boolean): string {
  const section = (trace: TraceText) => `<section class="trace"><h2>${escape(trace.name)}</h2><p class="aside">${escape(trace.summary)}`
    + `${trace.mark === undefined ? '' : ` · ${escape(markWords(trace.mark))}`}</p>${solutionOf(trace, false, isLinked)}</section>`;
  return `<header><h1>Review of ${escape(name)}</h1><p>${escape(plural(traces.length + left, 'solution'))}: ${escape(summary)}. `
    + 'What could not be checked may still be wrong.</p></header>'
    + `${traces.map(section).join('')}`
    + `${left > 0
      ? `<p class="aside">${plural(left, 'more solution')} in this file: <em>Open the Desk…</em> works through all of them.</p>` : ''}`;
}

const page = ({ title, policy, nonce, style: css, body, script }: {
  readonly title: string; readonly policy: string; readonly nonce: string; readonly style: string;
  readonly body: string; readonly script: string;
}) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; ${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title>
<style nonce="${nonce}">${css}</style></head>
<body>${body}${script === '' ? '' : `<script nonce="${nonce}">${script}</script>`}</body></html>
`;

// What the editor gives a page of its own, for a browser that is light or dark.
const colours = `
:root { color-scheme: light dark; --vscode-font-family: system-ui, sans-serif; --vscode-panel-border: light-dark(#c8c8c8, #555);
  --vscode-textLink-foreground: light-dark(#0a58ca, #8ab4f8); --vscode-editorError-foreground: light-dark(#b3261e, #f2938c);
  --vscode-editorWarning-foreground: light-dark(#8a5a00, #e0b45c); --vscode-charts-blue: light-dark(#1a63c4, #7fb0f0); }`;

const style = `
body { font-family: var(--vscode-font-family); line-height: 1.5; max-width: 60rem; margin: 0 auto; padding: 0 1rem 3rem; }
h1 { font-size: 1.3rem; } h2 { font-size: 1.05rem; margin: 1.6rem 0 .2rem; } .trace { border-top: 1px solid var(--vscode-panel-border); }
.problem h2 { font-size: 1rem; margin: .6rem 0 0; } .findings button { display: none; }
button.go { background: none; color: var(--vscode-textLink-foreground); border: none; padding: 0; font: inherit; font-weight: 600;
  cursor: pointer; } button:focus-visible { outline: 2px solid var(--vscode-focusBorder); }
@media print { .step { break-inside: avoid; } body { max-width: none; } }`;
