import * as vscode from 'vscode';
import type { DiagnosticProviderMiddleware } from 'vscode-languageclient/node';

/** Of a document with more findings each answer makes the editor place hundreds of them anew. */
const many = 100;
const pauseMs = 250;
const longestMs = 1_000;

interface Asked {
  findings: number;
  /** Since when an answer is put off; undefined where none is. */
  since?: number | undefined;
}

/**
 * Asks for the findings of a document that has hundreds once typing pauses, and at least once a second: what is shown moves with the
 * text meanwhile.
 */
export class ManyFindings {
  private readonly documents = new WeakMap<object, Asked>();

  readonly provide: NonNullable<DiagnosticProviderMiddleware['provideDiagnostics']> = async (document, previous, token, next) => {
    const asked = this.documents.get(document) ?? { findings: 0 };
    this.documents.set(document, asked);
    const report = await next(document, previous, asked.findings > many ? await this.pause(asked, token) : token);
    if (report?.kind === 'full') asked.findings = report.items.length;
    return report;
  };

  // The client cancels a question when the text changes, and asks again. What was put off for long enough is asked for all the same.
  private async pause(asked: Asked, token: vscode.CancellationToken): Promise<vscode.CancellationToken> {
    const since = asked.since ??= Date.now();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(pauseMs, Math.max(0, since + longestMs - Date.now())));
      token.onCancellationRequested(() => { clearTimeout(timer); resolve(); });
    });
    const overdue = Date.now() - since >= longestMs;
    if (token.isCancellationRequested && !overdue) throw new vscode.CancellationError();
    asked.since = undefined;
    return overdue ? new vscode.CancellationTokenSource().token : token;
  }
}
