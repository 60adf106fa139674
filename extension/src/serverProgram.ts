import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

const executable = process.platform === 'win32' ? 'reasoning-lsp.exe' : 'reasoning-lsp';

/** The server to run: the one that is set, else the one inside this extension, else (in a checkout) the one built there. */
export function findServer(context: vscode.ExtensionContext): string | undefined {
  const set = vscode.workspace.getConfiguration('reasoningReview').get<string>('server.path', '').trim();
  if (set !== '') return fs.existsSync(set) ? set : undefined;
  const bundled = context.asAbsolutePath(path.join('server', executable));
  const built = context.asAbsolutePath(path.join('..', 'artifacts', 'reasoning-lsp', executable));
  const isCheckout = context.extensionMode !== vscode.ExtensionMode.Production;
  return [bundled, ...(isCheckout ? [built] : [])].find((file) => fs.existsSync(file));
}
