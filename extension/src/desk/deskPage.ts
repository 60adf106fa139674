// The page of a desk as it is before anything is known: everything in it comes from its script.
import { solutionStyle } from '../viewerPage';

const mark = (each: number) => `<button role="radio" aria-checked="false" data-key="${each}" data-mark="${each}">${each}</button>`;

/** The page; nothing but the script and the style with the nonce counts in it. */
export const deskPage = (script: string, nonce: string, source: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}' ${source}">
<title>Desk</title><style nonce="${nonce}">${style}${solutionStyle}</style></head><body>
<aside aria-label="Queue">
<header><h1 id="name">Desk</h1><p id="count">Reading…</p>
<div role="radiogroup" aria-label="Which solutions" class="buttons">
<button role="radio" aria-checked="true" data-filter="all">All</button>
<button role="radio" aria-checked="false" data-filter="flagged">Flagged</button>
<button role="radio" aria-checked="false" data-filter="undecided">Undecided</button>
<button id="show-groups" aria-pressed="false" data-key="g" title="The same mistakes (g)">Groups</button></div>
<p id="group" hidden><span id="group-name"></span> <button data-key="x" title="Leave the group (x)">Show all again</button></p></header>
<div id="queue" role="listbox" tabindex="0" aria-label="Solutions, those most worth a look first"><div id="rows"></div></div>
<ol id="groups" hidden aria-label="The same mistakes" tabindex="-1"></ol></aside>
<main aria-label="Solution"><header><h1 id="title"></h1><p id="summary"></p></header><div id="solution"><p>Reading…</p></div></main>
<aside id="side" aria-label="Notes and marks">
<section aria-label="Decide"><div class="buttons">
<button data-key="a" title="The finding is right (a)">Accept</button>
<button data-key="d" title="The finding is wrong (d)">Dismiss…</button>
<button data-key="s" title="Ask someone (s)">Ask…</button>
<button data-key="u" title="Undo what was said last (u)">Undo</button></div>
<div id="together" hidden><p id="together-said"></p><div class="buttons">
<button data-key="w" title="Whom it concerns (w)">Show them</button>
<button data-key="A" title="Accept for all (A)">Accept all</button>
<button data-key="D" title="Dismiss for all (D)">Dismiss all…</button></div></div></section>
<section><h2>Mark</h2><div id="marks" role="radiogroup" aria-label="Mark, 0 to 4" class="buttons">
${[0, 1, 2, 3, 4].map(mark).join('')}
</div><p id="mark-said"></p></section>
<section id="items" hidden><h2>Checklist</h2><div class="buttons">
<button data-key="i" title="Next item (i)">Next item</button>
<button data-key="v" title="Verdict on the item (v)">Verdict…</button></div></section>
<section><h2>Notes</h2><ul id="notes"></ul><button data-key="c" title="Note at the step (c)">Write a note…</button></section>
<section class="foot"><button id="open-source" hidden data-key="o" title="Open the source (o)">Open the source</button>
<button data-key="?" title="All keys (?)">Keys</button></section>
<p id="live" role="status" aria-live="polite"></p></aside>
<dialog id="sheet" aria-labelledby="sheet-title"></dialog>
<script nonce="${nonce}" src="${script}"></script></body></html>`;

const style = `
* { box-sizing: border-box; }
body { display: grid; grid-template-columns: minmax(14rem, 19rem) minmax(0, 1fr) minmax(13rem, 17rem); height: 100vh; margin: 0; padding: 0;
  font-family: var(--vscode-font-family); line-height: 1.5; color: var(--vscode-foreground); }
body > * { min-height: 0; overflow: hidden; } [hidden] { display: none !important; }
aside { display: flex; flex-direction: column; background: var(--vscode-sideBar-background); border: 0 solid var(--vscode-panel-border);
  border-right-width: 1px; } #side { border-width: 0 0 0 1px; overflow: auto; padding: .6rem .8rem; gap: .6rem; }
aside header { padding: .6rem .8rem; } h1 { font-size: 1.1rem; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1rem; margin: .2rem 0; }
header p, section p { margin: .2rem 0; }
.buttons { display: flex; flex-wrap: wrap; gap: .3rem; margin: .3rem 0; }
button { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); border: 1px solid
  var(--vscode-button-border, var(--vscode-panel-border)); padding: .15rem .6rem; border-radius: 2px; cursor: pointer; font: inherit; }
button:hover { background: var(--vscode-button-secondaryHoverBackground); }
button[aria-checked=true], button[aria-pressed=true] { color: var(--vscode-button-foreground); background: var(--vscode-button-background);
  outline: 1px solid var(--vscode-contrastActiveBorder, transparent); text-decoration: underline; }
:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: -2px; }
#queue, #groups { flex: 1; overflow: auto; position: relative; } #rows { position: relative; contain: strict; }
.row { position: absolute; left: 0; right: 0; top: 0; height: 46px; padding: .15rem .8rem; overflow: hidden; cursor: pointer;
  contain: strict; display: grid; grid-template: 1fr 1fr / 1.2rem 1fr max-content; column-gap: .3rem; }
.row .name, .row .why { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .row .why { grid-column: 2 / 4; opacity: .8;
  font-size: .9em; } .row:hover { background: var(--vscode-list-hoverBackground); }
.row[aria-selected=true] { background: var(--vscode-list-activeSelectionBackground); color: var(--vscode-list-activeSelectionForeground);
  outline: 1px solid var(--vscode-contrastActiveBorder, transparent); outline-offset: -1px; }
.row[data-state=flagged]:not([aria-selected=true]) .sign { color: var(--vscode-editorError-foreground); }
#groups { list-style: none; margin: 0; padding: 0 .8rem; } #groups button { width: 100%; text-align: start; margin: .15rem 0;
  overflow-wrap: anywhere; }
main { display: flex; flex-direction: column; background: var(--vscode-editor-background); } main header { padding: .6rem 1.2rem;
  border-bottom: 1px solid var(--vscode-panel-border); } #solution { flex: 1; overflow: auto; padding: 0 1.2rem 4rem; }
.checklist li[aria-current], .step[aria-current] { background: var(--vscode-editor-lineHighlightBackground, transparent); outline: 1px solid
  var(--vscode-editor-lineHighlightBorder, var(--vscode-focusBorder)); }
#notes { list-style: none; padding: 0; } #notes li { margin: .4rem 0; } #notes p { white-space: pre-wrap; overflow-wrap: anywhere;
  margin: 0; border-left: 3px solid var(--vscode-textLink-foreground); padding-left: .6rem; } #notes span { opacity: .8; }
#notes button { padding: 0 .3rem; }
#live { margin-top: auto; min-height: 3em; border-top: 1px solid var(--vscode-panel-border); padding-top: .4rem; overflow-wrap: anywhere; }
dialog { color: var(--vscode-foreground); background: var(--vscode-editorWidget-background); border: 1px solid var(--vscode-focusBorder);
  border-radius: 4px; width: min(34rem, 90vw); max-height: 90vh; overflow: auto; } dialog::backdrop { opacity: .4; }
dialog form { display: flex; flex-direction: column; gap: .5rem; } label { display: flex; flex-direction: column; gap: .2rem; }
input, textarea { color: var(--vscode-input-foreground); background: var(--vscode-input-background); border: 1px solid
  var(--vscode-input-border, var(--vscode-panel-border)); padding: .25rem .4rem; font: inherit; } textarea { min-height: 6rem; }
.choice { text-align: start; } dialog td { padding: .05rem .8rem .05rem 0; } kbd { border: 1px solid var(--vscode-panel-border);
  padding: 0 .35rem; border-radius: 3px; font-family: var(--vscode-editor-font-family); }
@media (max-width: 780px) { body { grid-template: 1fr max-content / minmax(10rem, 14rem) 1fr; } #side { grid-column: 1 / 3;
  border-width: 1px 0 0; flex-direction: row; flex-wrap: wrap; max-height: 34vh; } }
@media (max-width: 480px) { body { grid-template: minmax(7rem, 28vh) 1fr max-content / 1fr; } #side { grid-column: 1; max-height: 26vh; }
  aside { border-right-width: 0; border-bottom-width: 1px; } }
`;
