// What people set aside in a file, in one list: looked at, and taken back from there.
import * as vscode from 'vscode';
import { showSource } from './cells';
import type { Here } from './here';
import { solutionAt } from './places';
import { serverCommands, type SetAsideInfo } from './protocol';
import type { Session } from './session';
import { asideWords } from './words';

interface Row extends vscode.QuickPickItem {
  readonly aside: SetAsideInfo;
}

const takeBack: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('discard'), tooltip: 'Show this finding again' };

/** Lists the findings of a file that were dismissed or silenced; Enter leads there, the button takes a dismissal back. */
export async function showDismissed(session: Session, editor: Here): Promise<void> {
  await solutionAt(session, editor);
  const rows = await rowsOf(session, editor.document);
  if (rows.length === 0) {
    void vscode.window.showInformationMessage('Nothing was dismissed or silenced in this file.');
    return;
  }
  const list = vscode.window.createQuickPick<Row>();
  list.title = 'Dismissed and silenced in this file';
  list.placeholder = 'Enter shows where; the arrow shows a dismissed finding again';
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.items = rows;
  list.onDidAccept(() => {
    const [chosen] = list.selectedItems;
    if (chosen !== undefined) void showSource(editor.document, session.client.protocol2CodeConverter.asRange(chosen.aside.range));
    list.hide();
  });
  list.onDidTriggerItemButton(async ({ item }) => {
    try {
      await session.run(serverCommands.restoreFinding, item.aside.undo);
    } catch (error) {
      void vscode.window.showErrorMessage(`Reasoning Review: ${error instanceof Error ? error.message : String(error)}`);
      return;
    }
    list.items = list.items.filter((each) => each !== item);
    // An empty list asks for nothing.
    if (list.items.length === 0) list.hide();
  });
  list.onDidHide(() => list.dispose());
  list.show();
}

async function rowsOf(session: Session, document: vscode.TextDocument): Promise<readonly Row[]> {
  const traces = (await session.lists.of(document))?.traces ?? [];
  const rows: Row[] = [];
  for (const [index, brief] of traces.entries()) {
    const trace = (brief.dismissed ?? 0) + (brief.silenced ?? 0) + brief.setAside.length === 0 ? brief
      : await session.lists.whole(document, index) ?? brief;
    const row = (aside: SetAsideInfo, where: string): Row => ({
      label: aside.message, description: aside.rule, detail: `${where}: ${asideWords(aside)}`, aside,
      ...(aside.undo === undefined ? {} : { buttons: [takeBack] }),
    });
    rows.push(...trace.setAside.map((aside) => row(aside, trace.name)),
      ...(trace.steps ?? []).flatMap((step) => step.setAside.map((aside) => row(aside, `${trace.name}, ${step.name}`))));
  }
  return rows;
}
