import * as vscode from 'vscode';
import { DocumentDiagnosticRequest, type LanguageClient } from 'vscode-languageclient/node';
import { notebookOf } from './cells';

/**
 * Findings of a notebook's cell stay when its editor goes back to being read. The client takes the end of an editor for the end of its
 * document and drops what was found in it; the cell is still open, so it is asked for again.
 */
export class CellFindings implements vscode.Disposable {
  private readonly listening: vscode.Disposable;
  private shown: readonly vscode.TextDocument[] = [];

  constructor(client: LanguageClient) {
    const look = () => {
      const before = this.shown;
      this.shown = vscode.window.visibleTextEditors.map(({ document }) => document);
      const left = before.filter((document) => !this.shown.includes(document) && notebookOf(document) !== undefined);
      // Once the client has dropped them, whoever hears of it first.
      if (left.length > 0) setTimeout(() => { if (client.isRunning()) left.forEach((document) => pull(client, document)); });
    };
    look();
    this.listening = vscode.window.onDidChangeVisibleTextEditors(look);
  }

  dispose(): void {
    this.listening.dispose();
  }
}

const pull = (client: LanguageClient, document: vscode.TextDocument) =>
  client.getFeature(DocumentDiagnosticRequest.method).getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
