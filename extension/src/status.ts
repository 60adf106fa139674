import * as vscode from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { isReadable } from './documents';
import { documentHere, onDidChangeHere } from './here';
import { commands } from './names';
import type { ReviewedParams } from './protocol';
import type { Reviews } from './reviews';
import { StatusItem } from './statusItem';
import { counts, plural } from './words';

const engine = ({ scored }: ReviewedParams) => scored > 0 ? 'Exact checks, and a model\'s scores' : 'Exact checks, no model';

/** The language status: what was found in the document at hand, by which engine, and what runs. */
export class ReviewStatus implements vscode.Disposable {
  private readonly item = new StatusItem('reasoningReview.status', 'Reasoning Review');
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly client: LanguageClient, private readonly reviews: Reviews) {
    this.disposables = [
      this.item,
      client.onDidChangeState(() => this.show()),
      reviews.onDidReview(() => this.show()),
      onDidChangeHere(() => this.show()),
    ];
    this.show();
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private show(): void {
    const document = documentHere();
    if (this.client.state === State.Stopped || this.client.state === State.StartFailed) this.stopped();
    else if (this.client.state !== State.Running) this.item.say({ text: 'Starting', detail: '', busy: true });
    else if (document !== undefined) this.reviewed(document);
  }

  private stopped(): void {
    this.item.say({
      text: 'Not running', detail: 'Nothing is reviewed',
      severity: vscode.LanguageStatusSeverity.Error,
      command: { title: 'Restart', command: commands.restart },
    });
  }

  private reviewed(document: vscode.TextDocument): void {
    if (!isReadable(document)) {
      this.item.say({ text: 'Settings', detail: 'What is reviewed in this folder, and by which rules' });
      return;
    }
    const review = this.reviews.of(document);
    // A large file takes seconds; until then nothing is known of it.
    if (review === undefined) {
      this.item.say({ text: 'Reading', detail: 'Nothing is known of this file yet', busy: true });
      return;
    }
    if (!review.isReviewed && review.looksLikeSolution) {
      this.item.say({
        text: 'Looks like a solution: not reviewed', detail: 'Nothing is underlined before you ask',
        command: { title: 'Review', command: commands.reviewFile },
      });
      return;
    }
    if (!review.isReviewed) {
      this.item.say({
        text: 'Not reviewed', detail: 'This file does not ask for it', command: { title: 'Review', command: commands.reviewFile },
      });
      return;
    }
    const waiting = review.waiting > 0 ? ` · ${plural(review.waiting, 'finding waits', 'findings wait')} until you leave the step` : '';
    this.item.say({
      text: counts(review),
      detail: `${plural(review.steps, 'step')} in ${plural(review.traces, 'solution')} · ${engine(review)}${waiting}`,
      ...(review.flagged + review.ofWhole > 0 && { severity: vscode.LanguageStatusSeverity.Warning }),
      command: { title: 'Open report', command: commands.openReport },
    });
  }
}
