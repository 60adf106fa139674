import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { views } from './names';
import { Steps, type FindingInfo, type StepInfo, type StepsResult, type TraceInfo } from './protocol';
import type { Reviews } from './reviews';
import { counts, stateNames } from './words';

type Node =
  | { readonly kind: 'trace'; readonly trace: TraceInfo }
  | { readonly kind: 'step'; readonly step: StepInfo }
  | { readonly kind: 'finding'; readonly finding: FindingInfo };

/** The document at hand as traces, steps and findings, each step with its state. */
export class StepsTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly disposables: vscode.Disposable[];
  private readonly view: vscode.TreeView<Node>;
  private shown: { readonly uri: vscode.Uri; readonly steps: StepsResult } | undefined;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly client: LanguageClient, reviews: Reviews) {
    this.view = vscode.window.createTreeView(views.steps, { treeDataProvider: this, showCollapseAll: true });
    this.disposables = [
      this.changed,
      this.view,
      reviews.onDidReview((uri) => {
        if (uri.toString() === vscode.window.activeTextEditor?.document.uri.toString()) void this.load();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => void this.load()),
      this.view.onDidChangeVisibility(() => void this.load()),
    ];
    void this.load();
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return (this.shown?.steps.traces ?? []).map((trace) => ({ kind: 'trace', trace }));
    if (node.kind === 'finding') return [];
    const findings = (node.kind === 'trace' ? node.trace : node.step).findings.map((finding) => ({ kind: 'finding', finding }) as const);
    return node.kind === 'trace' ? [...node.trace.steps.map((step) => ({ kind: 'step', step }) as const), ...findings] : findings;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'trace':
        return this.item(
          node.trace.name, counts(node.trace), 'checklist', node.trace.range, vscode.TreeItemCollapsibleState.Expanded);
      case 'step': return this.stepItem(node.step);
      case 'finding': {
        const { message, rule, severity, range } = node.finding;
        return this.item(message, rule, severityIcon(severity), range, vscode.TreeItemCollapsibleState.None);
      }
    }
  }

  private stepItem({ name, state, score, doubted, range, findings }: StepInfo): vscode.TreeItem {
    const open = findings.length > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None;
    const scored = score === undefined ? '' : ` · ${score.toFixed(2)}${doubted ? ' doubted' : ''}`;
    return this.item(name, stateNames[state] + scored, stateIcons[state], range, open);
  }

  private item(
    label: string, description: string, icon: string | vscode.ThemeIcon, range: StepInfo['range'], open: vscode.TreeItemCollapsibleState,
  ): vscode.TreeItem {
    const item = new vscode.TreeItem(label, open);
    item.description = description;
    item.tooltip = `${label} – ${description}`;
    item.iconPath = typeof icon === 'string' ? new vscode.ThemeIcon(icon) : icon;
    item.accessibilityInformation = { label: `${label}, ${description}` };
    const selection = this.client.protocol2CodeConverter.asRange(range);
    const place = { selection: new vscode.Range(selection.start, selection.start) };
    if (this.shown !== undefined) item.command = { title: 'Show', command: 'vscode.open', arguments: [this.shown.uri, place] };
    return item;
  }

  private async load(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    // Another pane has the focus: what was shown stays.
    if (document === undefined || !this.view.visible || !this.client.isRunning()) return;
    const asked = document.version;
    const textDocument = this.client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    const steps = await this.client.sendRequest(Steps, { textDocument })
      .catch(() => null);
    if (asked !== document.version || document !== vscode.window.activeTextEditor?.document) return;
    this.shown = steps === null ? undefined : { uri: document.uri, steps };
    this.changed.fire();
  }
}

const coloured = (icon: string, colour: string) => new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));

const stateIcons = {
  flagged: coloured('error', 'testing.iconFailed'),
  checked: coloured('pass', 'testing.iconPassed'),
  nothingCheckable: coloured('circle-outline', 'testing.iconUnset'),
} as const;

const severityIcon = (severity: string) => severity === 'error' || severity === 'warning' ? severity : 'info';
