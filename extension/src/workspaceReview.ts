import * as vscode from 'vscode';
import {
  ExecuteCommandRequest, WorkDoneProgress, WorkDoneProgressCancelNotification, type LanguageClient,
} from 'vscode-languageclient/node';
import { commands } from './names';
import { serverCommands, type WorkspaceResult } from './protocol';
import { counts, plural } from './words';

/** Carries out a long command, with the server's own counts and a way to stop it. */
export async function runWithProgress<T>(
  client: LanguageClient, title: string, command: string, args: readonly unknown[] = [],
): Promise<T | null> {
  const shown = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(shown, async (progress, cancelled) => {
    const token = `${command}-${Math.random().toString(36).slice(2)}`;
    let percentage = 0;
    const listening = client.onProgress(WorkDoneProgress.type, token, (value) => {
      if (value.kind !== 'report') return;
      const now = value.percentage ?? percentage;
      progress.report({ ...(value.message !== undefined && { message: value.message }), increment: now - percentage });
      percentage = now;
    });
    // The server ends with what it has; cancelling the request would throw that away.
    cancelled.onCancellationRequested(() => client.sendNotification(WorkDoneProgressCancelNotification.type, { token }));
    try {
      return await client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [...args], workDoneToken: token }) as T | null;
    } finally {
      listening.dispose();
    }
  });
}

/** Reviews every file that asks for it and offers the flagged ones. */
export async function reviewWorkspace(client: LanguageClient): Promise<void> {
  const result = await runWithProgress<WorkspaceResult>(client, 'Reasoning Review', serverCommands.reviewWorkspace);
  if (result === null) return;
  if (result.files === 0 && !result.cancelled) {
    await chooseCandidates(client, result.candidates);
    return;
  }
  const read = `${plural(result.files, 'file')}, ${plural(result.steps, 'step')}`;
  const summary = `${read}: ${counts(result)}${result.cancelled ? ' (stopped early)' : ''}`;
  const show = 'Show flagged files';
  const report = 'Open report';
  const choice = await vscode.window.showInformationMessage(summary, ...(result.flaggedFiles.length > 0 ? [show] : []), report);
  if (choice === report) await vscode.commands.executeCommand(commands.openWorkspaceReport);
  if (choice === show) await pickFlagged(client, result);
}

// No file asks for review yet: a person says which are to be reviewed from now on.
async function chooseCandidates(client: LanguageClient, candidates: readonly string[]): Promise<void> {
  if (candidates.length === 0) {
    void vscode.window.showInformationMessage('No file of the open folders asks for review, and none looks like a solution.');
    return;
  }
  const items = candidates.map((uri) => {
    const file = client.protocol2CodeConverter.asUri(uri);
    return { label: vscode.workspace.asRelativePath(file), uri, picked: true };
  });
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true, title: `${plural(candidates.length, 'file looks like a solution', 'files look like solutions')}: choose`,
    placeHolder: 'They are written into "include" of reasoning-review.json and reviewed from now on',
  });
  if (chosen === undefined || chosen.length === 0) return;
  await client.sendRequest(ExecuteCommandRequest.type,
    { command: serverCommands.includeFiles, arguments: [chosen.map(({ uri }) => uri)] });
  await reviewWorkspace(client);
}

async function pickFlagged(client: LanguageClient, { flaggedFiles }: WorkspaceResult): Promise<void> {
  const items = flaggedFiles.map(({ uri, errors, warnings }) => {
    const file = client.protocol2CodeConverter.asUri(uri);
    const description = `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
    return { label: vscode.workspace.asRelativePath(file), description, file };
  });
  const picked = await vscode.window.showQuickPick(items, { title: 'Files with findings', placeHolder: 'Choose a file to open' });
  if (picked !== undefined) await vscode.window.showTextDocument(picked.file);
}
