import * as vscode from 'vscode';

/** What a person asked for and cannot have yet, with the command that leads there. */
export class Remedied extends Error {
  constructor(message: string, readonly remedy: string, readonly command: string) {
    super(message);
  }
}

/** Tells of an error, with its remedy at hand. */
export async function tellError(error: unknown): Promise<void> {
  const message = `Reasoning Review: ${error instanceof Error ? error.message : String(error)}`;
  if (!(error instanceof Remedied)) return void vscode.window.showErrorMessage(message);
  if (await vscode.window.showInformationMessage(message, error.remedy) === error.remedy)
    await vscode.commands.executeCommand(error.command);
}

/** A model was asked for in a workspace that nobody trusts yet. */
export const notTrusted = () =>
  new Remedied('In a restricted workspace no model runs.', 'Manage Workspace Trust', 'workbench.trust.manage');
