import * as vscode from 'vscode';
import { keepKey, variableProblem } from './keys';
import { notTrusted, tellError } from './remedied';
import type { Reviewer } from './reviewer';

/** Asks for a variable and its key, keeps the key in the editor's secret store, and starts the server anew with it. */
export async function askKey(context: vscode.ExtensionContext, reviewer: Reviewer): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    void tellError(notTrusted());
    return;
  }
  const name = await vscode.window.showInputBox({
    title: 'Key of a remote model (1/2)',
    prompt: 'The environment variable that `reasoning-lsp models add --key-variable` named',
    validateInput: variableProblem,
    ignoreFocusOut: true,
  });
  if (name === undefined) return;
  const key = await vscode.window.showInputBox({
    title: 'Key of a remote model (2/2)',
    prompt: `The key for ${name}. It is kept in the editor's secret store; empty forgets it.`,
    password: true,
    ignoreFocusOut: true,
  });
  if (key === undefined) return;
  await keepKey(context.secrets, name, key.trim(), context.globalState);
  if (reviewer.isWanted) await reviewer.restart();
}
