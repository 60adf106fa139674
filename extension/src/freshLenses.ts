import * as vscode from 'vscode';
import { CodeLensRequest, type LanguageClient } from 'vscode-languageclient/node';
import type { Reviews } from './reviews';

// Behind what the editor waits itself before it asks.
const afterMs = 300;

/**
 * The lines above solutions say what is so where the caret is elsewhere too. An editor shows the lenses that it last had of a text, and
 * asks for new ones only as long as it has the focus: one that a page takes it from would go on showing what was true before.
 */
export class FreshLenses implements vscode.Disposable {
  private readonly listening: vscode.Disposable;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly client: LanguageClient, reviews: Reviews) {
    this.listening = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.soon()),
      reviews.onDidReview((uri) => {
        if (vscode.window.activeTextEditor?.document.uri.toString() !== uri.toString()) this.soon();
      }));
  }

  dispose(): void {
    clearTimeout(this.waiting);
    this.listening.dispose();
  }

  private soon(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      if (!this.client.isRunning()) return;
      const lenses = this.client.getFeature(CodeLensRequest.method);
      for (const { document } of vscode.window.visibleTextEditors) lenses.getProvider(document)?.onDidChangeCodeLensEmitter.fire();
    }, afterMs);
  }
}
