import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { deskPanel } from '../names';
import { DeskNews, type DeskInfo, type DeskTrace, type FindingText } from '../protocol';
import { solutionOf } from '../viewerPage';
import { deskPage } from './deskPage';
import type { FromPage, Question, Solution, ToPage } from './messages';

/** Many solutions in one editor tab: the queue, one of them, what people say of it. Everything it shows comes from the server. */
export class Desk implements vscode.Disposable {
  private readonly panel: vscode.WebviewPanel;
  private readonly disposables: vscode.Disposable[];
  private desk: number | undefined;
  private isReady = false;
  private news: ToPage | undefined;

  private constructor(
    private readonly client: LanguageClient, extension: vscode.Uri, private readonly place: vscode.Uri,
    panel: vscode.WebviewPanel | undefined,
  ) {
    const dist = vscode.Uri.joinPath(extension, 'dist');
    const name = place.path.slice(place.path.lastIndexOf('/') + 1);
    const scripted = { enableScripts: true, localResourceRoots: [dist] };
    this.panel = panel ?? vscode.window.createWebviewPanel(deskPanel, `Desk: ${name}`, vscode.ViewColumn.Active,
      { ...scripted, enableFindWidget: true, retainContextWhenHidden: true });
    // One that comes back after a reload has forgotten them.
    this.panel.webview.options = scripted;
    const { webview } = this.panel;
    this.disposables = [
      this.panel,
      this.panel.onDidDispose(() => this.dispose()),
      webview.onDidReceiveMessage((message: FromPage) => void this.take(message)),
      client.onNotification(DeskNews, ({ desk, ...rest }) => {
        this.news = { type: 'changed', ...rest };
        if (desk === this.desk && this.isReady) this.post(this.news);
      }),
      // A server that crashed and came back knows of no desk.
      client.onDidChangeState(({ newState }) => { if (newState === State.Running && this.desk !== undefined) void this.begin(); }),
    ];
    webview.html = deskPage(webview.asWebviewUri(vscode.Uri.joinPath(dist, 'desk.js')).toString(),
      randomBytes(16).toString('base64url'), webview.cspSource);
  }

  /** Opens one of a run's folder, a file or a folder. */
  static async open(
    client: LanguageClient, extension: vscode.Uri, place: vscode.Uri, panel?: vscode.WebviewPanel,
  ): Promise<Desk> {
    // What cannot be opened is told, and no empty tab stays.
    const desk = await opened(client, place);
    const made = new Desk(client, extension, place, panel);
    made.begun(desk);
    return made;
  }

  /** Brings the tab to the front; what was added to the place since is read. */
  async show(): Promise<void> {
    this.panel.reveal();
    const before = this.desk;
    await this.begin();
    if (before !== undefined && before !== this.desk) void this.client.sendNotification('reasoning/desk/close', { desk: before });
  }

  /** The tab is closed. */
  onDidClose(listener: () => void): void {
    this.disposables.push(this.panel.onDidDispose(listener));
  }

  dispose(): void {
    const { desk } = this;
    this.desk = undefined;
    if (desk !== undefined && this.client.isRunning()) void this.client.sendNotification('reasoning/desk/close', { desk });
    for (const each of this.disposables.splice(0)) each.dispose();
  }

  private async begin(): Promise<void> {
    try {
      this.begun(await opened(this.client, this.place));
    } catch (error) {
      void vscode.window.showErrorMessage(`Reasoning Review: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private info: DeskInfo | undefined;

  private begun(info: DeskInfo): void {
    [this.desk, this.info] = [info.desk, info];
    if (this.isReady) this.tellOpened();
  }

  private tellOpened(): void {
    if (this.info !== undefined) this.post({ type: 'opened', uri: this.place.toString(), name: this.info.name, kind: this.info.kind });
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  private async take(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        this.tellOpened();
        break;
      case 'source': {
        const { uri, line } = await this.ask<DeskTrace>('trace', { row: message.row });
        if (uri === undefined) return;
        const at = new vscode.Position(line, 0);
        await vscode.window.showTextDocument(this.client.protocol2CodeConverter.asUri(uri),
          { viewColumn: vscode.ViewColumn.Beside, selection: new vscode.Range(at, at) });
        break;
      }
      case 'ask':
        try {
          const result = message.what === 'trace' ? solution(await this.ask<DeskTrace>('trace', message.params))
            : await this.ask<unknown>(message.what, message.params);
          this.post({ type: 'answer', id: message.id, result });
        } catch (error) {
          this.post({ type: 'answer', id: message.id, error: error instanceof Error ? error.message : String(error) });
        }
    }
  }

  private ask<T>(what: Question, params: unknown): Promise<T> {
    return this.client.sendRequest(`reasoning/desk/${what}`, { ...params as object, desk: this.desk });
  }
}

const isOpen = ({ severity, decision }: FindingText) =>
  (severity === 'error' || severity === 'warning') && (decision === undefined || decision === 'asked');

const opened = (client: LanguageClient, place: vscode.Uri) =>
  client.sendRequest<DeskInfo>('reasoning/desk/open', { uri: client.code2ProtocolConverter.asUri(place) });

// Mathematics is set here, where a slow page cannot be held up by it.
const solution = ({ trace, uri, row, begin, group, groupRows }: DeskTrace): Solution => ({
  row, begin, groupRows, ...(group === undefined ? {} : { group }), name: trace.name, summary: trace.summary,
  html: solutionOf(trace, false, false), notes: trace.notes,
  items: trace.checklist.map(({ question, verdict, by }) => ({ question, verdict, by })),
  ...(trace.mark === undefined ? {} : { mark: trace.mark }),
  steps: trace.steps.map(({ name, state, findings, notes }) => ({
    name, state, findings: findings.length, open: findings.filter(isOpen).length, notes,
  })),
  hasSource: uri !== undefined,
});
