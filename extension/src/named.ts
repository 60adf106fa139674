import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { ExecuteCommandRequest } from 'vscode-languageclient/node';
import { serverCommands } from './protocol';

const key = 'named';
const mostKept = 500;

/** The files that a person had reviewed though they do not ask for it: kept across a reload and a restart of the server. */
export class Named implements vscode.Disposable {
  private readonly listening: vscode.Disposable;

  constructor(private readonly client: LanguageClient, private readonly memory: vscode.Memento) {
    this.listening = vscode.workspace.onDidOpenTextDocument((document) => void this.ask(document));
  }

  /** Remembers one. */
  async add(uri: vscode.Uri): Promise<void> {
    const known = this.memory.get<readonly string[]>(key, []).filter((each) => each !== uri.toString());
    if (uri.scheme === 'file') await this.memory.update(key, [...known, uri.toString()].slice(-mostKept));
  }

  /** Has the open ones reviewed: a server that has just started knows of none. */
  async askAll(): Promise<void> {
    await Promise.all(vscode.workspace.textDocuments.map((document) => this.ask(document)));
  }

  dispose(): void {
    this.listening.dispose();
  }

  private async ask({ uri }: vscode.TextDocument): Promise<void> {
    if (!this.client.isRunning() || !this.memory.get<readonly string[]>(key, []).includes(uri.toString())) return;
    const named = { command: serverCommands.reviewFile, arguments: [this.client.code2ProtocolConverter.asUri(uri)] };
    await this.client.sendRequest(ExecuteCommandRequest.type, named).catch(() => {});
  }
}

/** Whether a file was remembered, which is a reason to start the server. */
export const isNamed = (memory: vscode.Memento, uri: vscode.Uri) => memory.get<readonly string[]>(key, []).includes(uri.toString());
