import * as vscode from 'vscode';
import { selector } from './documents';

/** What a language status says. */
export interface Saying {
  readonly text: string;
  readonly detail: string;
  readonly busy?: boolean;
  readonly severity?: vscode.LanguageStatusSeverity;
  readonly command?: vscode.Command | undefined;
}

/** A language status that is told of every review and draws only what differs: a window redraws one with every word that is set. */
export class StatusItem implements vscode.Disposable {
  private readonly item: vscode.LanguageStatusItem;
  private said = '';

  constructor(id: string, name: string) {
    this.item = vscode.languages.createLanguageStatusItem(id, selector);
    this.item.name = name;
  }

  dispose(): void {
    this.item.dispose();
  }

  say({ text, detail, busy = false, severity = vscode.LanguageStatusSeverity.Information, command }: Saying): void {
    const said = JSON.stringify([text, detail, busy, severity, command]);
    if (said === this.said) return;
    this.said = said;
    Object.assign(this.item, { text, detail, busy, severity, command });
    this.item.accessibilityInformation = { label: `Reasoning Review: ${text}. ${detail}` };
  }
}
