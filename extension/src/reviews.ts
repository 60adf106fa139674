import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { addressOf, onDidClose } from './cells';
import { Caret, Reviewed, type ReviewedParams } from './protocol';

/** What the server said last of each open document. */
export class Reviews implements vscode.Disposable {
  private readonly known = new Map<string, ReviewedParams>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly disposables: vscode.Disposable[];

  /** A document was reviewed, or no longer is. */
  readonly onDidReview = this.changed.event;

  constructor(client: LanguageClient) {
    this.disposables = [
      this.changed,
      client.onNotification(Reviewed, (reviewed) => {
        const uri = client.protocol2CodeConverter.asUri(reviewed.textDocument.uri);
        this.known.set(uri.toString(), reviewed);
        this.changed.fire(uri);
      }),
      onDidClose((uri) => {
        this.known.delete(uri.toString());
        this.changed.fire(uri);
      }),
      // Where nothing waits for the caret, the server need not hear of it.
      vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections: [selection] }) => {
        if (selection === undefined || !client.isRunning() || !(this.of(document)?.waiting ?? 0)) return;
        const position = client.code2ProtocolConverter.asPosition(selection.active);
        void client.sendNotification(Caret, { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document), position });
      }),
    ];
  }

  of(document: vscode.TextDocument): ReviewedParams | undefined {
    return this.ofUri(addressOf(document));
  }

  ofUri(uri: vscode.Uri): ReviewedParams | undefined {
    return this.known.get(uri.toString());
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }
}
