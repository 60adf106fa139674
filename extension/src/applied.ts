import * as vscode from 'vscode';
import { ExecuteCommandRequest, State, type LanguageClient } from 'vscode-languageclient/node';
import { remembered, type Application } from './applications';
import { serverCommands } from './protocol';
import type { Reviews } from './reviews';

const key = 'applied';

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
    await this.memory.update(key, remembered(this.entries, { uri: text, trace, list }));
  }

  private get entries(): readonly Application[] {
    return this.memory.get<readonly Application[]>(key, []);
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
