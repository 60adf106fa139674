import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { FileProgress, type FileProgressParams } from './protocol';

/** A bar beside lines that are not reviewed yet: no finding there says nothing so far. */
export class ProgressGutter implements vscode.Disposable {
  private readonly processing = new Map<string, vscode.Range[]>();
  private readonly bar: vscode.TextEditorDecorationType;
  private readonly disposables: vscode.Disposable[];

  constructor(context: vscode.ExtensionContext, private readonly client: LanguageClient) {
    const icon = (theme: string) => vscode.Uri.joinPath(context.extensionUri, 'media', `progress-${theme}.svg`);
    this.bar = vscode.window.createTextEditorDecorationType({
      isWholeLine: true,
      overviewRulerLane: vscode.OverviewRulerLane.Left,
      overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.infoForeground'),
      light: { gutterIconPath: icon('light') },
      dark: { gutterIconPath: icon('dark') },
    });
    this.disposables = [
      this.bar,
      client.onNotification(FileProgress, (progress) => this.take(progress)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.draw()),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private take({ textDocument, processing }: FileProgressParams): void {
    const key = this.client.protocol2CodeConverter.asUri(textDocument.uri).toString();
    // What is reviewed within a frame draws no bar, and an editor is not told of none again.
    if (processing.length === 0 && !this.processing.has(key)) return;
    if (processing.length === 0) this.processing.delete(key);
    else this.processing.set(key, processing.map((range) => this.client.protocol2CodeConverter.asRange(range)));
    this.draw();
  }

  private draw(): void {
    for (const editor of vscode.window.visibleTextEditors)
      editor.setDecorations(this.bar, this.processing.get(editor.document.uri.toString()) ?? []);
  }
}
