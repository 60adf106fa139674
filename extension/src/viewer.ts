import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { LanguageClient, Range } from 'vscode-languageclient/node';
import { addressOf, inCell, inText, isUnder, showSource } from './cells';
import type { Here } from './here';
import { keeps } from './kept';
import { viewerPanel } from './names';
import { Trace, type StepsResult } from './protocol';
import type { StepLists } from './stepLists';
import { bodyOf, pageOf } from './viewerPage';

type Message =
  | { readonly type: 'go'; readonly by: number }
  | { readonly type: 'show' | 'fix'; readonly range: Range }
  | { readonly type: 'flagged'; readonly on: boolean };

/** A solution beside its source, to be read: mathematics set, states, evidence; next and previous; fixed from there. */
export class Viewer implements vscode.Disposable {
  private readonly panel: vscode.WebviewPanel;
  private readonly disposables: vscode.Disposable[];
  private steps: StepsResult | undefined;
  private index = 0;
  // What the page shows; it is told only what differs, for a page made anew flickers and forgets where it was read.
  private body: string | undefined;
  private isHidden = false;
  private at = 0;
  private flaggedOnly = false;
  private asked = 0;

  private constructor(
    private readonly client: LanguageClient, private readonly lists: StepLists, private readonly document: vscode.TextDocument,
    panel: vscode.WebviewPanel | undefined,
  ) {
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    const scripted = { enableScripts: true, localResourceRoots: [] };
    this.panel = panel ?? vscode.window.createWebviewPanel(viewerPanel, `Solutions of ${name}`,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false }, { ...scripted, enableFindWidget: true });
    // One that comes back after a reload has forgotten them.
    this.panel.webview.options = scripted;
    this.disposables = [
      this.panel,
      this.panel.onDidDispose(() => this.dispose()),
      // What a hidden page is told is lost.
      this.panel.onDidChangeViewState(({ webviewPanel: { visible } }) => {
        if (visible && this.isHidden && this.body !== undefined) this.begin(this.body);
        this.isHidden = !visible;
      }),
      this.panel.webview.onDidReceiveMessage((message: Message) => void this.take(message)),
      lists.onDidChange((uri) => { if (isUnder(document, uri)) void this.load(); }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (isUnder(textEditor.document, addressOf(document)))
          this.follow(inText(textEditor.document, textEditor.selection.active));
      }),
    ];
  }

  /** Opens it at the solution with the caret. */
  static async open(
    client: LanguageClient, lists: StepLists, { document, selection }: Here, panel?: vscode.WebviewPanel,
  ): Promise<void> {
    const viewer = new Viewer(client, lists, document, panel);
    await viewer.load();
    viewer.follow(inText(document, selection.active));
  }

  dispose(): void {
    this.steps = undefined;
    for (const each of this.disposables.splice(0)) each.dispose();
  }

  private get identifier() {
    return this.client.code2ProtocolConverter.asTextDocumentIdentifier(this.document);
  }

  private async load(): Promise<void> {
    const order = ++this.asked;
    const steps = await this.lists.of(this.document);
    if (order !== this.asked || steps === null) return;
    this.steps = steps;
    await this.show();
  }

  private async show(): Promise<void> {
    const count = this.steps?.traces.length ?? 0;
    this.index = Math.max(0, Math.min(this.index, count - 1));
    const trace = await this.client.sendRequest(Trace, { textDocument: this.identifier, trace: this.index }).catch(() => null);
    // Nobody looks any more, or the text has moved on and is told of once it is reviewed.
    if (this.disposables.length === 0 || (trace === null && count > 0)) return;
    const body = trace === null ? '<p>There is no solution in this file.</p>'
      : bodyOf(trace, { index: this.index, count, flaggedOnly: this.flaggedOnly });
    if (body === this.body) return;
    const isFirst = this.body === undefined;
    this.body = body;
    if (isFirst) this.begin(body);
    else if (this.panel.visible) await this.panel.webview.postMessage({ body, fromTop: this.index !== this.at });
    this.at = this.index;
  }

  private begin(body: string): void {
    this.panel.webview.html = pageOf(body, randomBytes(16).toString('base64url'), keeps(addressOf(this.document)));
  }

  private follow(caret: vscode.Position): void {
    const at = this.steps?.traces.findIndex(({ range }) => this.client.protocol2CodeConverter.asRange(range).contains(caret)) ?? -1;
    if (at < 0 || at === this.index) return;
    this.index = at;
    void this.show();
  }

  private async take(message: Message): Promise<void> {
    switch (message.type) {
      case 'go': {
        this.index = this.next(message.by);
        this.bring();
        await this.show();
        break;
      }
      case 'flagged':
        this.flaggedOnly = message.on;
        await this.show();
        break;
      case 'show':
        await showSource(this.document, this.client.protocol2CodeConverter.asRange(message.range));
        break;
      case 'fix': await this.fix(this.client.protocol2CodeConverter.asRange(message.range));
    }
  }

  // The source beside it goes along, where it is shown; the caret stays.
  private bring(): void {
    const trace = this.steps?.traces[this.index];
    if (trace === undefined) return;
    const { document, range } = inCell(this.document, this.client.protocol2CodeConverter.asRange(trace.range));
    for (const editor of vscode.window.visibleTextEditors)
      if (editor.document === document) editor.revealRange(range, vscode.TextEditorRevealType.AtTop);
  }

  // Of flagged ones alone where that is asked for; the same where there is none.
  private next(by: number): number {
    const traces = this.steps?.traces ?? [];
    const isMeant = (at: number) => !this.flaggedOnly || (traces[at]?.flagged ?? 0) + (traces[at]?.doubted ?? 0) > 0;
    for (let at = this.index + by; at >= 0 && at < traces.length; at += by) if (isMeant(at)) return at;
    return this.index;
  }

  // The first fix that the server offers there, as the light bulb would make it.
  private async fix(place: vscode.Range): Promise<void> {
    const { document, range } = inCell(this.document, place);
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider', document.uri, range, vscode.CodeActionKind.QuickFix.value, 5);
    const edit = actions.find(({ edit: made }) => made !== undefined)?.edit;
    if (edit !== undefined) await vscode.workspace.applyEdit(edit);
  }
}
