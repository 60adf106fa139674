import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { selector } from './documents';
import { commands } from './names';
import { Scores, type ScoresParams } from './protocol';
import type { Reviews } from './reviews';
import { plural } from './words';

/** The language status of model scores: which model, how many steps it has scored, why it cannot. */
export class ScoreStatus implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('reasoningReview.scores', selector);
  private readonly known = new Map<string, ScoresParams>();
  private readonly told = new vscode.EventEmitter<void>();
  private readonly disposables: vscode.Disposable[];

  /** Something was said of a document's scores. */
  readonly onDidTell = this.told.event;

  constructor(client: LanguageClient, private readonly reviews: Reviews) {
    this.item.name = 'Reasoning Review: model scores';
    this.item.command = { title: 'Choose model', command: commands.chooseScores };
    this.disposables = [
      this.item,
      this.told,
      client.onNotification(Scores, (scores) => {
        this.known.set(client.protocol2CodeConverter.asUri(scores.textDocument.uri).toString(), scores);
        this.show();
        this.told.fire();
      }),
      reviews.onDidReview(() => this.show()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.known.delete(uri.toString())),
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
    ];
    this.show();
  }

  /** What was said last of a document. */
  of(document: vscode.TextDocument): ScoresParams | undefined {
    return this.known.get(document.uri.toString());
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const scores = document === undefined ? undefined : this.known.get(document.uri.toString());
    const review = document === undefined ? undefined : this.reviews.of(document);
    const of = `${review?.scored ?? 0} of ${plural(review?.steps ?? 0, 'step')} scored`;
    if (scores?.state === 'failed') this.say('No model scores', scores.message ?? scores.model, vscode.LanguageStatusSeverity.Warning);
    else if (scores === undefined || scores.state === 'off')
      this.say('Model scores: off', 'A reward model on your machine can score every step');
    else {
      const doubted = `${plural(review?.doubted ?? 0, 'step')} doubted`;
      this.say(`${scores.model}: ${doubted}`, scores.message === undefined ? of : `${of} · ${scores.message}`);
    }
    this.item.busy = scores?.state === 'scoring';
  }

  private say(text: string, detail: string, severity = vscode.LanguageStatusSeverity.Information): void {
    Object.assign(this.item, { text, detail, severity });
    this.item.accessibilityInformation = { label: `Reasoning Review: ${text}. ${detail}` };
  }
}
