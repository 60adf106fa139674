// Pages that the server writes to temporary files: a report is shown in a panel, a rule's page as rendered Markdown.
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';

type ShowDocument = NonNullable<NonNullable<Middleware['window']>['showDocument']>;

/** Shows what the server asks to show; what is no page of its own goes the usual way. */
export const showDocument: ShowDocument = async (params, token, next) => {
  const uri = vscode.Uri.parse(params.uri);
  if (uri.scheme === 'file' && params.external && uri.path.endsWith('.html')) return { success: await showReport(uri) };
  if (uri.scheme === 'file' && !params.external && uri.path.endsWith('.md')) return { success: await showPage(uri) };
  return next(params, token);
};

// In a panel, because a browser that looks at a remote machine or a container could not reach the file.
async function showReport(uri: vscode.Uri): Promise<boolean> {
  const html = Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('utf8');
  const panel = vscode.window.createWebviewPanel(
    'reasoningReview.workspaceReport', 'Review', vscode.ViewColumn.Beside, { enableScripts: false, enableFindWidget: true });
  panel.webview.html = html;
  return true;
}

async function showPage(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  } catch {
    // Somebody switched the preview off.
    await vscode.window.showTextDocument(uri, { preview: true });
  }
  return true;
}
