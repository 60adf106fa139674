import * as vscode from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { commands } from './names';
import { selector } from './documents';
import type { ReviewedParams } from './protocol';
import type { Reviews } from './reviews';
import { counts, plural } from './words';

const engine = ({ scored }: ReviewedParams) => scored > 0 ? 'Exact checks, and a model\'s scores' : 'Exact checks, no model';

/** The language status: what was found in the document at hand, by which engine, and what runs. */
export class ReviewStatus implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('reasoningReview.status', selector);
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly client: LanguageClient, private readonly reviews: Reviews) {
    this.item.name = 'Reasoning Review';
    this.disposables = [
      this.item,
      client.onDidChangeState(() => this.show()),
      reviews.onDidReview(() => this.show()),
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
    ];
    this.show();
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (this.client.state === State.Stopped || this.client.state === State.StartFailed) this.stopped();
    else if (this.client.state !== State.Running) this.say('Starting', '', { busy: true });
    else if (document !== undefined) this.reviewed(this.reviews.of(document));
  }

  private stopped(): void {
    this.say('Not running', 'Nothing is reviewed', {
      severity: vscode.LanguageStatusSeverity.Error,
      command: { title: 'Restart', command: commands.restart },
    });
  }

  private reviewed(review: ReviewedParams | undefined): void {
    if (review !== undefined && !review.isReviewed && review.looksLikeSolution) {
      this.say('Looks like a solution: not reviewed', 'Nothing is underlined before you ask', {
        command: { title: 'Review', command: commands.reviewFile },
      });
      return;
    }
    if (review === undefined || !review.isReviewed) {
      this.say('Not reviewed', 'This file does not ask for it', { command: { title: 'Review', command: commands.reviewFile } });
      return;
    }
    const waiting = review.waiting > 0 ? ` · ${plural(review.waiting, 'finding waits', 'findings wait')} until you leave the step` : '';
    this.say(counts(review), `${plural(review.steps, 'step')} in ${plural(review.traces, 'solution')} · ${engine(review)}${waiting}`, {
      ...(review.flagged + review.ofWhole > 0 && { severity: vscode.LanguageStatusSeverity.Warning }),
      command: { title: 'Open report', command: commands.openReport },
    });
  }

  private say(text: string, detail: string, { busy = false, severity = vscode.LanguageStatusSeverity.Information, command }: {
    busy?: boolean; severity?: vscode.LanguageStatusSeverity; command?: vscode.Command;
  } = {}): void {
    Object.assign(this.item, { text, detail, busy, severity, command });
    this.item.accessibilityInformation = { label: `Reasoning Review: ${text}. ${detail}` };
  }
}
