import * as vscode from 'vscode';
import { mayAsk } from './asking';

const suffixes = '{md,markdown,qmd,Rmd,rmd,tex,latex,txt,text,json,jsonl,ndjson,ipynb}';

/** What the server is told of. It reviews what asks for that, and any other on a person's word. */
export const selector = [
  { scheme: 'file', pattern: `**/*.${suffixes}` },
  ...['markdown', 'latex', 'tex', 'plaintext'].map((language) => ({ scheme: 'untitled', language })),
];

export const isReadable = (document: vscode.TextDocument) => vscode.languages.match(selector, document) > 0;

/** Whether this document is a reason to start the server. */
export const mayAskForReview = (document: vscode.TextDocument) =>
  (document.uri.scheme === 'file' || document.isUntitled) && mayAsk({
    path: document.uri.path,
    isUntitled: document.isUntitled,
    languageId: document.languageId,
    text: () => document.getText(),
  });
