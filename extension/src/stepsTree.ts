import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { addressOf, inCell, inText, isUnder, versionOf } from './cells';
import { isAside, isReadable } from './documents';
import { documentHere, isHere, onDidChangeHere, type Here } from './here';
import { contexts, views } from './names';
import type { StepsResult } from './protocol';
import type { StepLists } from './stepLists';
import { fill, itemOf, nodesOf, rangeOf, type StepNode } from './stepNodes';

/** The document at hand as solutions, steps and findings, each step with its state; it follows the caret. */
export class StepsTree implements vscode.TreeDataProvider<StepNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly disposables: vscode.Disposable[];
  private readonly view: vscode.TreeView<StepNode>;
  private shown: { readonly document: vscode.TextDocument; readonly steps: StepsResult } | undefined;
  private nodes: StepNode[] = [];
  private flaggedOnly = false;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly client: LanguageClient, private readonly lists: StepLists) {
    this.view = vscode.window.createTreeView(views.steps, { treeDataProvider: this, showCollapseAll: true });
    this.disposables = [
      this.changed,
      this.view,
      lists.onDidChange((uri) => {
        if (isHere(uri)) void this.load();
      }),
      onDidChangeHere(() => void this.load()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        if (kind !== undefined) void this.follow(textEditor);
      }),
      this.view.onDidChangeVisibility(() => void this.load()),
    ];
    void this.load();
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  /** Shows flagged and doubted steps alone, or all of them again. */
  filter(flaggedOnly: boolean): void {
    this.flaggedOnly = flaggedOnly;
    void vscode.commands.executeCommand('setContext', contexts.flaggedOnly, flaggedOnly);
    this.show();
  }

  /** Puts the caret where a node stands. */
  async goTo(node: StepNode): Promise<Here | undefined> {
    if (this.shown === undefined) return undefined;
    const { document, selection } = this.placeOf(node, this.shown.document);
    await vscode.commands.executeCommand('vscode.open', document.uri, { selection });
    return { document, selection };
  }

  async getChildren(node?: StepNode): Promise<StepNode[]> {
    if (node === undefined) return this.nodes;
    // Of many solutions each is asked for its steps when it is unfolded.
    if (node.kind === 'trace' && node.trace.steps === undefined && this.shown !== undefined) {
      const trace = await this.lists.whole(this.shown.document, this.shown.steps.traces.indexOf(node.trace));
      if (trace !== undefined) fill(node, trace, this.flaggedOnly);
    }
    return node.children;
  }

  getParent(node: StepNode): StepNode | undefined {
    return node.parent;
  }

  getTreeItem(node: StepNode): vscode.TreeItem {
    const item = itemOf(node);
    if (this.shown !== undefined) {
      const { document, selection } = this.placeOf(node, this.shown.document);
      item.command = { title: 'Show', command: 'vscode.open', arguments: [document.uri, { selection }] };
    }
    return item;
  }

  private placeOf(node: StepNode, shown: vscode.TextDocument): Here {
    const { document, range: { start } } = inCell(shown, this.client.protocol2CodeConverter.asRange(rangeOf(node)));
    return { document, selection: new vscode.Selection(start, start) };
  }

  private async load(): Promise<void> {
    const document = documentHere();
    if (!this.view.visible || !this.client.isRunning()) return;
    if (document === undefined && !isAside()) {
      this.shown = undefined;
      return this.show();
    }
    // A report, a rule's page or a log has the focus: what was shown stays.
    if (document === undefined || !isReadable(document)) return;
    const asked = versionOf(document);
    const steps = await this.lists.of(document);
    if (asked !== versionOf(document) || !isHere(addressOf(document))) return;
    this.shown = steps === null ? undefined : { document, steps };
    this.show();
  }

  private show(): void {
    this.nodes = this.shown === undefined ? [] : nodesOf(this.shown.steps, addressOf(this.shown.document).toString(), this.flaggedOnly);
    // An empty pane says nothing.
    this.view.message = this.flaggedOnly && this.shown !== undefined && this.nodes.length === 0
      ? 'No step of this file is flagged. The filter above shows all of them again.' : '';
    this.changed.fire();
  }

  private async follow({ document, selection }: vscode.TextEditor): Promise<void> {
    if (!this.view.visible || this.shown === undefined || !isUnder(document, addressOf(this.shown.document))) return;
    const caret = inText(document, selection.active);
    const holds = (node: StepNode) => this.client.protocol2CodeConverter.asRange(rangeOf(node)).contains(caret);
    const step = this.nodes.find(holds)?.children.find((node) => node.kind === 'step' && holds(node));
    // A folded solution stays folded while the caret wanders.
    if (step !== undefined && !(step.parent?.kind === 'trace' && step.parent.isFolded))
      await this.view.reveal(step, { select: true, focus: false, expand: false }).then(undefined, () => {});
  }
}
