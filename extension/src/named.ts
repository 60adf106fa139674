import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { ExecuteCommandRequest } from 'vscode-languageclient/node';
import { serverCommands } from './protocol';

const key = 'named';
const mostKept = 500;
const attempts = 5;
const betweenMs = 400;

/** The files that a person had reviewed though they do not ask for it: kept across a reload and a restart of the server. */
export class Named implements vscode.Disposable {
  private readonly listening: vscode.Disposable;

  constructor(private readonly client: LanguageClient, private readonly memory: vscode.Memento) {
    this.listening = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => void this.ask(document)),
      vscode.workspace.onDidOpenNotebookDocument((notebook) => void this.ask(notebook)));
  }

  /** Remembers one. */
  async add(uri: vscode.Uri): Promise<void> {
    const known = this.memory.get<readonly string[]>(key, []).filter((each) => each !== uri.toString());
    if (uri.scheme === 'file') await this.memory.update(key, [...known, uri.toString()].slice(-mostKept));
  }

  /** Has the open ones reviewed: a server that has just started knows of none. */
  async askAll(): Promise<void> {
    await Promise.all([...vscode.workspace.textDocuments, ...vscode.workspace.notebookDocuments].map((each) => this.ask(each)));
  }

  dispose(): void {
    this.listening.dispose();
  }

  private async ask({ uri }: { readonly uri: vscode.Uri }): Promise<void> {
    if (!this.client.isRunning() || !this.memory.get<readonly string[]>(key, []).includes(uri.toString())) return;
    const named = { command: serverCommands.reviewFile, arguments: [this.client.code2ProtocolConverter.asUri(uri)] };
    // The server is told of a notebook's cells a moment after the editor has opened it.
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (await this.client.sendRequest(ExecuteCommandRequest.type, named).then(() => true, () => false)) return;
      await new Promise((resolve) => { setTimeout(resolve, betweenMs); });
    }
  }
}

/** Whether a file was remembered, which is a reason to start the server. */
export const isNamed = (memory: vscode.Memento, uri: vscode.Uri) => memory.get<readonly string[]>(key, []).includes(uri.toString());
