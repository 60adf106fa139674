// The cells of a notebook that hold prose: the server reviews them as one text, an empty line between two.
import * as vscode from 'vscode';

const prose = 'markdown';
const scheme = 'vscode-notebook-cell';

/** The cells of Markdown, in their order. */
export const proseOf = (notebook: vscode.NotebookDocument) => notebook.getCells().map(({ document }) => document)
  .filter(({ languageId }) => languageId === prose);

/** The notebook that a document is a cell of. */
export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (document.uri.scheme !== scheme) return undefined;
  return vscode.workspace.notebookDocuments.find((notebook) => notebook.getCells().some((cell) => cell.document === document));
}

/** The address under which a document is reviewed: its own, or its notebook's. */
export const addressOf = (document: vscode.TextDocument): vscode.Uri => notebookOf(document)?.uri ?? document.uri;

/** Whether a document is, or is a part of, what is reviewed under an address. */
export const isUnder = (document: vscode.TextDocument, uri: vscode.Uri) => addressOf(document).toString() === uri.toString();

/** Grows with every change of what is reviewed. */
export const versionOf = (document: vscode.TextDocument): number => notebookOf(document)?.version ?? document.version;

/** A place of a document in the text that is reviewed. */
export function inText(document: vscode.TextDocument, position: vscode.Position): vscode.Position {
  const notebook = notebookOf(document);
  return notebook === undefined ? position : position.translate(startOf(notebook, document));
}

/** Where a stretch of the text that is reviewed stands: in the document, or in another cell of its notebook. */
export function inCell(document: vscode.TextDocument, range: vscode.Range): { document: vscode.TextDocument; range: vscode.Range } {
  const notebook = notebookOf(document);
  if (notebook === undefined) return { document, range };
  const cell = proseOf(notebook).findLast((each) => startOf(notebook, each) <= range.start.line) ?? document;
  const start = startOf(notebook, cell);
  return { document: cell, range: cell.validateRange(range.with(range.start.translate(-start), range.end.translate(-start))) };
}

const startOf = (notebook: vscode.NotebookDocument, cell: vscode.TextDocument) => {
  const cells = proseOf(notebook);
  return cells.slice(0, cells.indexOf(cell)).reduce((lines, { lineCount }) => lines + lineCount + 1, 0);
};

/** Shows where a stretch of the reviewed text stands, in the editor's first column; a cell in its notebook. */
export async function showSource(of: vscode.TextDocument, stretch: vscode.Range): Promise<void> {
  const { document, range: selection } = inCell(of, stretch);
  if (document.uri.scheme === scheme) await vscode.commands.executeCommand('vscode.open', document.uri, { selection });
  else await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, selection });
}

/** Calls back with the address of every text that is closed. */
export const onDidClose = (listener: (uri: vscode.Uri) => void) => vscode.Disposable.from(
  vscode.workspace.onDidCloseTextDocument(({ uri }) => listener(uri)),
  vscode.workspace.onDidCloseNotebookDocument(({ uri }) => listener(uri)));

/** An open document by the address under which it is reviewed; of a notebook its first cell of prose. */
export function openUnder(uri: vscode.Uri): vscode.TextDocument | undefined {
  const isMeant = (each: { readonly uri: vscode.Uri }) => each.uri.toString() === uri.toString();
  const notebook = vscode.workspace.notebookDocuments.find(isMeant);
  return notebook === undefined ? vscode.workspace.textDocuments.find(isMeant) : proseOf(notebook)[0];
}
