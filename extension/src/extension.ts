// Waits for a document that may ask for review and only then starts the server; a README starts nothing.
import * as vscode from 'vscode';
import { documentHere, onDidChangeHere } from './here';
import { Reviewer } from './reviewer';
import { registerAgents } from './agents';
import { registerCommands } from './commands';
import { isReadable, mayAskForReview } from './documents';
import { configurationName } from './asking';
import { keyEnvironment } from './keys';
import { isNamed } from './named';
import { contexts, section } from './names';
import { restorePages } from './restoring';

/** What tests ask. */
export interface Api {
  readonly isRunning: boolean;
  /** What agents in this editor were given. */
  readonly agents: readonly string[];
}

let reviewer: Reviewer | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<Api> {
  const log = vscode.window.createOutputChannel('Reasoning Review', { log: true });
  const running = reviewer = new Reviewer(context, log);
  const consider = (document: vscode.TextDocument | undefined) => {
    if (document !== undefined && (mayAskForReview(document) || isNamed(context.workspaceState, document.uri))) void running.wanted();
  };
  const tell = () => {
    const document = documentHere();
    void vscode.commands.executeCommand('setContext', contexts.readable, document !== undefined && isReadable(document));
  };
  context.subscriptions.push(
    log,
    ...registerCommands(context, running, log),
    ...restorePages(running),
    vscode.workspace.onDidOpenTextDocument(consider),
    vscode.workspace.onDidSaveTextDocument(consider),
    onDidChangeHere(tell),
    // Keys reach the server only at its start.
    vscode.workspace.onDidGrantWorkspaceTrust(async () => {
      if (running.isWanted && Object.keys(await keyEnvironment(context.secrets, true, context.globalState)).length > 0)
        await running.restart();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${section}.server.path`) && running.isWanted) void running.restart();
    }),
  );
  const agents = registerAgents(context, running);
  tell();
  vscode.workspace.textDocuments.forEach(consider);
  if (!running.isRunning && (await vscode.workspace.findFiles(`**/${configurationName}`, '**/node_modules/**', 1)).length > 0)
    void running.wanted();
  return { get isRunning() { return running.isRunning; }, agents };
}

export async function deactivate(): Promise<void> {
  await reviewer?.stop();
}
