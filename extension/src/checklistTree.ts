import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { addressOf, inCell, versionOf } from './cells';
import type { ItemNode } from './checklist';
import { isReadable } from './documents';
import { documentHere, isHere, onDidChangeHere } from './here';
import { commands, contexts, views } from './names';
import { Checklist, type ChecklistResult, type TraceChecklist } from './protocol';
import type { Reviews } from './reviews';
import { evidenceOf, verdictNames } from './words';

type Node = ItemNode | { readonly kind: 'trace'; readonly trace: TraceChecklist } | { readonly kind: 'problem'; readonly message: string };

/** The checklists of the document at hand: every item with its verdict, who answered and why. */
export class ChecklistTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly disposables: vscode.Disposable[];
  private readonly view: vscode.TreeView<Node>;
  private shown: { readonly document: vscode.TextDocument; readonly result: ChecklistResult } | undefined;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly client: LanguageClient, reviews: Reviews) {
    this.view = vscode.window.createTreeView(views.checklist, { treeDataProvider: this });
    this.disposables = [
      this.changed,
      this.view,
      reviews.onDidReview((uri) => {
        if (isHere(uri)) void this.load();
      }),
      onDidChangeHere(() => void this.load()),
      this.view.onDidChangeVisibility(() => void this.load()),
    ];
    void this.load();
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  getChildren(node?: Node): Node[] {
    const { shown } = this;
    if (shown === undefined) return [];
    if (node === undefined)
      return shown.result.traces.filter(({ checklist }) => checklist !== undefined).map((trace) => ({ kind: 'trace', trace }));
    if (node.kind !== 'trace') return [];
    return [
      ...node.trace.items.map((item) => ({ kind: 'item', uri: addressOf(shown.document), trace: node.trace.trace, item }) as const),
      ...node.trace.problems.map((message) => ({ kind: 'problem', message }) as const),
    ];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'trace': return this.traceItem(node.trace);
      case 'item': return this.verdictItem(node);
      case 'problem': return described(new vscode.TreeItem(node.message), 'not read', node.message, new vscode.ThemeIcon('warning'));
    }
  }

  private traceItem({ name, checklist, summary }: TraceChecklist): vscode.TreeItem {
    return described(
      new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded),
      `${checklist} · ${summary}`, `${checklist}: ${summary}`, new vscode.ThemeIcon('checklist'));
  }

  private verdictItem(node: ItemNode): vscode.TreeItem {
    const { question, verdict, decided, outOfDate, range } = node.item;
    const said = `${verdictNames[verdict]}${decided ? ', decided by a person' : outOfDate ? ', out of date' : ''}`;
    const item = described(new vscode.TreeItem(question), said, `${question}\n${evidenceOf(node.item)}`, verdictIcons[verdict]);
    // Nobody can accept what nobody has answered.
    item.contextValue = decided ? 'decidedItem' : verdict === 'unsure' ? 'unsureItem' : 'openItem';
    if (range !== undefined) {
      const { document, range: { start } } = inCell(this.shown!.document, this.client.protocol2CodeConverter.asRange(range));
      item.command = { title: 'Show', command: 'vscode.open', arguments: [document.uri, { selection: new vscode.Range(start, start) }] };
    } else {
      // It leads nowhere: Enter decides it.
      item.command = { title: 'Decide', command: commands.overruleItem, arguments: [node] };
    }

    return item;
  }

  private async load(): Promise<void> {
    const document = documentHere();
    // Another pane has the focus: what was shown stays.
    if (document === undefined || !isReadable(document) || !this.view.visible || !this.client.isRunning()) return;
    const asked = versionOf(document);
    const textDocument = this.client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    const result = await this.client.sendRequest(Checklist, { textDocument })
      .catch(() => null);
    if (asked !== versionOf(document) || !isHere(addressOf(document))) return;
    this.shown = result === null ? undefined : { document, result };
    void vscode.commands.executeCommand('setContext', contexts.listed, this.getChildren().length > 0);
    this.changed.fire();
  }
}

function described(item: vscode.TreeItem, description: string, tooltip: string, icon: vscode.ThemeIcon): vscode.TreeItem {
  item.description = description;
  item.tooltip = tooltip;
  item.iconPath = icon;
  item.accessibilityInformation = { label: `${String(item.label)}, ${description}` };
  return item;
}

const coloured = (icon: string, colour: string) => new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));

const verdictIcons = {
  yes: coloured('pass', 'testing.iconPassed'),
  no: coloured('error', 'testing.iconFailed'),
  unsure: coloured('question', 'testing.iconUnset'),
  'n/a': coloured('circle-slash', 'testing.iconSkipped'),
} as const;
