import * as vscode from 'vscode';
import { ExecuteCommandRequest, State, type LanguageClient } from 'vscode-languageclient/node';
import { serverCommands } from './protocol';
import type { Reviews } from './reviews';

interface Entry {
  readonly uri: string;
  /** Null for every solution of the file. */
  readonly trace: number | null;
  readonly list: string;
}

const key = 'applied';
const mostKept = 200;

/** The checklists that a person applied: kept across a reload and a restart of the server, which are told of them again. */
export class Applied implements vscode.Disposable {
  private readonly told = new Set<string>();
  private readonly listening: vscode.Disposable;

  constructor(private readonly client: LanguageClient, private readonly reviews: Reviews, private readonly memory: vscode.Memento) {
    this.listening = vscode.Disposable.from(
      reviews.onDidReview((uri) => void this.tell(uri)),
      // A server that crashed and came back knows of none.
      client.onDidChangeState(({ newState }) => { if (newState === State.Running) this.told.clear(); }));
  }

  dispose(): void {
    this.listening.dispose();
  }

  /** Remembers one; no name takes back what was applied there. */
  async add(uri: vscode.Uri, trace: number | null, list: string): Promise<void> {
    const text = uri.toString();
    this.told.add(text);
    const others = this.entries.filter((each) => each.uri !== text || (trace !== null && each.trace !== trace));
    await this.memory.update(key, [...others, ...(list === '' ? [] : [{ uri: text, trace, list }])].slice(-mostKept));
  }

  private get entries(): readonly Entry[] {
    return this.memory.get<readonly Entry[]>(key, []);
  }

  private async tell(uri: vscode.Uri): Promise<void> {
    const text = uri.toString();
    if (this.told.has(text) || !(this.reviews.ofUri(uri)?.isReviewed ?? false)) return;
    this.told.add(text);
    for (const { trace, list } of this.entries.filter((each) => each.uri === text)) {
      const again = { command: serverCommands.applyChecklist, arguments: [this.client.code2ProtocolConverter.asUri(uri), trace, list] };
      // A solution or a list that is gone is no longer applied.
      await this.client.sendRequest(ExecuteCommandRequest.type, again).catch(() => {});
    }
  }
}
