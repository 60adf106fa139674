import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { addressOf, onDidClose } from './cells';
import { documentHere, onDidChangeHere } from './here';
import { commands } from './names';
import { Scores, type ReviewedParams, type ScoresParams } from './protocol';
import type { Reviews } from './reviews';
import { StatusItem, type Saying } from './statusItem';
import { plural } from './words';

/** The language status of model scores: which model, how many steps it has scored, why it cannot. */
export class ScoreStatus implements vscode.Disposable {
  private readonly item = new StatusItem('reasoningReview.scores', 'Reasoning Review: model scores');
  private readonly known = new Map<string, ScoresParams>();
  private readonly told = new vscode.EventEmitter<void>();
  private readonly disposables: vscode.Disposable[];

  /** Something was said of a document's scores. */
  readonly onDidTell = this.told.event;

  constructor(client: LanguageClient, private readonly reviews: Reviews) {
    this.disposables = [
      this.item,
      this.told,
      client.onNotification(Scores, (scores) => {
        this.known.set(client.protocol2CodeConverter.asUri(scores.textDocument.uri).toString(), scores);
        this.show();
        this.told.fire();
      }),
      reviews.onDidReview(() => this.show()),
      onDidClose((uri) => this.known.delete(uri.toString())),
      onDidChangeHere(() => this.show()),
    ];
    this.show();
  }

  /** What was said last of a document. */
  of(document: vscode.TextDocument): ScoresParams | undefined {
    return this.known.get(addressOf(document).toString());
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private show(): void {
    const document = documentHere();
    const scores = document === undefined ? undefined : this.known.get(addressOf(document).toString());
    this.item.say({
      ...this.said(scores, document === undefined ? undefined : this.reviews.of(document)),
      busy: scores?.state === 'scoring', command: { title: 'Choose model', command: commands.chooseScores },
    });
  }

  private said(scores: ScoresParams | undefined, review: ReviewedParams | undefined): Saying {
    if (scores?.state === 'failed')
      return { text: 'No model scores', detail: scores.message ?? scores.model, severity: vscode.LanguageStatusSeverity.Warning };
    if (scores === undefined || scores.state === 'off')
      return { text: 'Model scores: off', detail: 'A reward model on your machine can score every step' };
    const of = `${review?.scored ?? 0} of ${plural(review?.steps ?? 0, 'step')} scored`;
    return {
      text: `${scores.model}: ${plural(review?.doubted ?? 0, 'step')} doubted`,
      detail: scores.message === undefined ? of : `${of} · ${scores.message}`,
    };
  }
}
