import * as vscode from 'vscode';
import { isReadable } from './documents';
import { chooseModel } from './models';
import { commands } from './names';
import { serverCommands } from './protocol';
import type { Reviewer } from './reviewer';
import type { Session } from './session';
import { reviewWorkspace, runWithProgress } from './workspaceReview';

/** The commands of the palette. */
export function registerCommands(context: vscode.ExtensionContext, reviewer: Reviewer, log: vscode.LogOutputChannel): vscode.Disposable[] {
  const inSession = (act: (session: Session) => Promise<unknown>) => async () => {
    const session = await reviewer.wanted();
    try {
      if (session !== undefined) await act(session);
    } catch (error) {
      void vscode.window.showErrorMessage(`Reasoning Review: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const onDocument = (command: string) => inSession(async (session) => {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isReadable(document)) throw new Error('Open a Markdown, LaTeX, text or trace file first.');
    return session.run(command, session.client.code2ProtocolConverter.asUri(document.uri));
  });
  return Object.entries({
    [commands.reviewFile]: onDocument(serverCommands.reviewFile),
    [commands.fixAll]: onDocument(serverCommands.fixAll),
    [commands.openReport]: onDocument(serverCommands.openReport),
    [commands.reviewWorkspace]: inSession((session) => reviewWorkspace(session.client)),
    [commands.openWorkspaceReport]: inSession((session) => runWithProgress(session.client, 'Reasoning Review', serverCommands.openReport)),
    [commands.chooseScores]: inSession((session) => chooseModel(session, 'scores', 'The reward model that scores every step')),
    [commands.openSample]: () => openSample(context),
    [commands.restart]: () => reviewer.restart(),
    [commands.showLog]: () => log.show(),
  }).map(([name, act]) => vscode.commands.registerCommand(name, act));
}

// A copy without a file, to be tried and thrown away.
async function openSample(context: vscode.ExtensionContext): Promise<void> {
  const sample = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(context.extensionUri, 'samples', 'train-journey.solution.md'));
  const copy = await vscode.workspace.openTextDocument({ language: 'markdown', content: sample.getText() });
  await vscode.window.showTextDocument(copy);
}
