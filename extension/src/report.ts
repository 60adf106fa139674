import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient/node';
import { addressOf, isUnder, showSource } from './cells';
import { keeps } from './kept';
import { reportPanel } from './names';
import { Trace, serverCommands, type TraceText } from './protocol';
import { liveReport, mostSolutions, savedReport, type ReportContent } from './reportPage';
import type { Session } from './session';
import { counts } from './words';

/** The report of an open file: every solution on one page, as new as the review; saved, printed and copied from its title bar. */
export class Report implements vscode.Disposable {
  private static readonly open_ = new Map<string, Report>();

  private readonly panel: vscode.WebviewPanel;
  private readonly disposables: vscode.Disposable[];
  private asked = 0;
  private shown: ReportContent = { summary: '', traces: [], left: 0 };

  private constructor(
    private readonly session: Session, private readonly document: vscode.TextDocument, panel: vscode.WebviewPanel | undefined,
  ) {
    const scripted = { enableScripts: true, localResourceRoots: [] };
    this.panel = panel ?? vscode.window.createWebviewPanel(reportPanel, `Review of ${this.name}`,
      { viewColumn: vscode.ViewColumn.Beside }, { ...scripted, enableFindWidget: true });
    // One that comes back after a reload has forgotten them.
    this.panel.webview.options = scripted;
    this.disposables = [
      this.panel,
      this.panel.onDidDispose(() => this.dispose()),
      this.panel.webview.onDidReceiveMessage((range: Range) =>
        void showSource(document, session.client.protocol2CodeConverter.asRange(range))),
      session.reviews.onDidReview((uri) => { if (isUnder(document, uri)) void this.load(); }),
    ];
  }

  static async open(session: Session, document: vscode.TextDocument, panel?: vscode.WebviewPanel): Promise<Report> {
    const key = addressOf(document).toString();
    const open = Report.open_.get(key);
    if (open !== undefined) {
      panel?.dispose();
      open.panel.reveal();
      return open;
    }
    const report = new Report(session, document, panel);
    Report.open_.set(key, report);
    session.own(report);
    await report.load();
    return report;
  }

  /** The one that has the focus. */
  static active(): Report | undefined {
    return [...Report.open_.values()].find(({ panel }) => panel.active);
  }

  dispose(): void {
    Report.open_.delete(addressOf(this.document).toString());
    for (const each of this.disposables.splice(0)) each.dispose();
  }

  /** Writes the page as a file that any browser shows. */
  async save(): Promise<void> {
    const beside = this.document.isUntitled ? undefined : this.document.uri.with({ path: `${this.document.uri.path}.html` });
    const target = await vscode.window.showSaveDialog({
      ...(beside !== undefined && { defaultUri: beside }), filters: { 'Web page': ['html'] }, title: 'Save the report',
    });
    if (target === undefined) return;
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(savedReport(this.name, this.shown)));
    const open = 'Open in the browser';
    const chosen = await vscode.window.showInformationMessage(`The report is in ${vscode.workspace.asRelativePath(target)}.`, open);
    if (chosen === open) await vscode.env.openExternal(target);
  }

  /** Shows it in the browser, which prints it. */
  async print(): Promise<void> {
    // A browser on another machine than the files cannot read them.
    if (vscode.env.remoteName !== undefined || vscode.env.uiKind === vscode.UIKind.Web) {
      const save = 'Save the Report…';
      const why = 'Your browser cannot read the files of this window: save the report, open it there and print it.';
      if (await vscode.window.showInformationMessage(why, save) === save) await this.save();
      return;
    }
    const page = vscode.Uri.joinPath(this.session.storage, 'report-to-print.html');
    await vscode.workspace.fs.writeFile(page, new TextEncoder().encode(savedReport(this.name, this.shown, { prints: true })));
    await vscode.env.openExternal(page);
  }

  /** Puts it into the clipboard as Markdown. */
  async copy(): Promise<void> {
    const text = await this.session.run<string>(serverCommands.reportText,
      this.session.client.code2ProtocolConverter.asUri(this.document.uri));
    await vscode.env.clipboard.writeText(text ?? '');
    vscode.window.setStatusBarMessage('The report is in the clipboard, as Markdown.', 5_000);
  }

  private get name() {
    return this.document.uri.path.slice(this.document.uri.path.lastIndexOf('/') + 1);
  }

  private async load(): Promise<void> {
    const order = ++this.asked;
    const { client } = this.session;
    const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(this.document);
    const steps = await this.session.lists.of(this.document);
    const traces: TraceText[] = [];
    for (let at = 0; at < Math.min(steps?.traces.length ?? 0, mostSolutions); at++) {
      const trace = await client.sendRequest(Trace, { textDocument, trace: at }).catch(() => null);
      // A later review is on its way, or nobody looks any more.
      if (order !== this.asked || this.disposables.length === 0) return;
      if (trace !== null) traces.push(trace);
    }
    if (order !== this.asked || this.disposables.length === 0 || steps === null) return;
    const summary = counts(sum(steps.traces));
    this.shown = { summary, traces, left: steps.traces.length - traces.length };
    this.panel.webview.html = liveReport(this.name, this.shown, randomBytes(16).toString('base64url'),
      keeps(addressOf(this.document)));
  }
}

type Counts = Parameters<typeof counts>[0];

const kinds = ['flagged', 'checked', 'nothingCheckable', 'doubted', 'dismissed', 'silenced', 'ofWhole'] as const;

const sum = (all: readonly Counts[]): Counts => Object.fromEntries(
  kinds.map((kind) => [kind, all.reduce((total, each) => total + (each[kind] ?? 0), 0)])) as unknown as Counts;
