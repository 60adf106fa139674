// What a person is at: a text, or the chosen cell of a notebook.
import * as vscode from 'vscode';
import { isUnder, proseOf } from './cells';
import { isAside, isReadable } from './documents';

/** A place in a document. */
export type Here = Pick<vscode.TextEditor, 'document' | 'selection'>;

/** Where the caret stands; in a notebook whose cells are being read, the chosen one of prose or the first. */
export function here(): Here | undefined {
  const editor = vscode.window.activeTextEditor ?? beside();
  const shown = vscode.window.activeNotebookEditor;
  if (shown === undefined || (editor !== undefined && isReadable(editor.document))) return editor;
  const cells = proseOf(shown.notebook);
  const chosen = shown.selection.start < shown.notebook.cellCount ? shown.notebook.cellAt(shown.selection.start).document : undefined;
  const document = cells.find((cell) => cell === chosen) ?? cells[0];
  return document === undefined ? editor : { document, selection: new vscode.Selection(0, 0, 0, 0) };
}

// A page of ours has the focus: what it was opened beside is still spoken of.
const beside = () => isAside() ? vscode.window.visibleTextEditors.find(({ document }) => isReadable(document)) : undefined;

/** Whether an address is that of what a person is at. */
export function isHere(uri: vscode.Uri): boolean {
  const document = documentHere();
  return document !== undefined && isUnder(document, uri);
}

export const documentHere = () => here()?.document;

/** Another editor or notebook is looked at. */
export const onDidChangeHere = (listener: () => void) => vscode.Disposable.from(
  vscode.window.onDidChangeActiveTextEditor(listener), vscode.window.onDidChangeActiveNotebookEditor(listener));
