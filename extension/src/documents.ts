import * as vscode from 'vscode';
import { isConfiguration, mayAsk } from './asking';
import { notebookOf, proseOf } from './cells';

const suffixes = '{md,markdown,qmd,Rmd,rmd,tex,latex,txt,text,json,jsonl,ndjson,ipynb}';

/** What the server is told of. It reviews what asks for that, and any other on a person's word. */
export const selector = [
  { scheme: 'file', pattern: `**/*.${suffixes}` },
  ...['markdown', 'latex', 'tex', 'plaintext'].map((language) => ({ scheme: 'untitled', language })),
  { scheme: 'vscode-notebook-cell', language: 'markdown' },
];

/** Whether it is one that can hold a solution: the settings of a folder are no text to review. */
export const isReadable = (document: vscode.TextDocument) =>
  vscode.languages.match(selector, document) > 0 && !isConfiguration(document.uri.path);

/** Whether this document is a reason to start the server. */
export const mayAskForReview = (document: vscode.TextDocument) =>
  (document.uri.scheme === 'file' || document.isUntitled || notebookOf(document) !== undefined) && mayAsk({
    path: document.uri.path,
    isUntitled: document.isUntitled,
    isCell: notebookOf(document) !== undefined,
    languageId: document.languageId,
    text: () => textOf(document),
  });

// What is calculated in one cell may go on in the next.
function textOf(document: vscode.TextDocument): string {
  const notebook = notebookOf(document);
  return notebook === undefined ? document.getText() : proseOf(notebook).map((cell) => cell.getText()).join('\n\n');
}

/** Whether what has the focus is no file of its own: a page of ours, a log; what was looked at before is still spoken of. */
export function isAside(): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input !== undefined && !(input instanceof vscode.TabInputNotebook || input instanceof vscode.TabInputCustom);
}
