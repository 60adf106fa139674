// Pages of ours that stood open when the window was closed or reloaded: each comes back with what it showed.
import * as vscode from 'vscode';
import { openUnder } from './cells';
import { deskPanel, reportPanel, viewerPanel } from './names';
import type { Reviewer } from './reviewer';
import type { Session } from './session';

type Show = (session: Session, panel: vscode.WebviewPanel, uri: vscode.Uri) => Promise<void>;

/** Has the editor bring them back; a page whose file is gone is closed. */
export const restorePages = (reviewer: Reviewer): vscode.Disposable[] => Object.entries<Show>({
  [reportPanel]: async (session, panel, uri) => {
    const { Report } = await import('./report.js');
    await Report.open(session, await documentOf(uri), panel);
  },
  [viewerPanel]: async (session, panel, uri) => {
    const { Viewer } = await import('./viewer.js');
    await Viewer.open(session.client, session.lists, { document: await documentOf(uri), selection: start }, panel);
  },
  [deskPanel]: async (session, panel, uri) => {
    const { showDesk } = await import('./desk/openDesk.js');
    await showDesk(session, uri, panel);
  },
}).map(([type, show]) => vscode.window.registerWebviewPanelSerializer(type, {
  async deserializeWebviewPanel(panel, state: { readonly uri?: unknown } | undefined) {
    try {
      const session = await reviewer.wanted();
      if (session === undefined || typeof state?.uri !== 'string') return panel.dispose();
      await show(session, panel, vscode.Uri.parse(state.uri, true));
    } catch {
      panel.dispose();
    }
  },
}));

const start = new vscode.Selection(0, 0, 0, 0);

async function documentOf(uri: vscode.Uri): Promise<vscode.TextDocument> {
  if (!uri.path.endsWith('.ipynb')) return vscode.workspace.openTextDocument(uri);
  await vscode.workspace.openNotebookDocument(uri);
  const cell = openUnder(uri);
  if (cell === undefined) throw new Error('The notebook has no prose.');
  return cell;
}
