import * as vscode from 'vscode';
import type { LanguageClient, Range } from 'vscode-languageclient/node';
import { addressOf, inText, onDidClose, versionOf } from './cells';
import { Steps, type StepsResult, type TraceInfo } from './protocol';
import type { Reviews } from './reviews';

/** Of more solutions each begins folded, is asked for its steps when it is looked at, and is shown anew once typing pauses. */
export const many = 20;
const pauseMs = 300;

/** A solution, from 0. */
export interface Place {
  readonly trace: number;
  /** Null for the solution as a whole. */
  readonly step: number | null;
}

interface Asked {
  readonly version: number;
  readonly answer: Promise<StepsResult | null>;
  readonly whole: Map<number, Promise<TraceInfo | undefined>>;
}

/** The solutions of each document, asked for once a review, whoever shows them: in brief where there are many. */
export class StepLists implements vscode.Disposable {
  private readonly asked = new Map<string, Asked>();
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly disposables: vscode.Disposable[];

  /** What is known of a document may be another. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly client: LanguageClient, reviews: Reviews) {
    this.disposables = [
      this.changed,
      reviews.onDidReview((uri) => this.renew(uri, (reviews.ofUri(uri)?.traces ?? 0) > many ? pauseMs : 0)),
      onDidClose((uri) => { this.asked.delete(uri.toString()); }),
    ];
  }

  dispose(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.disposables).dispose();
  }

  /** All solutions of a document; null where it is not reviewed or its text has moved on. */
  of(document: vscode.TextDocument): Promise<StepsResult | null> {
    return this.ask(document).answer;
  }

  /** One solution with its steps. */
  async whole(document: vscode.TextDocument, trace: number): Promise<TraceInfo | undefined> {
    const asked = this.ask(document);
    const known = (await asked.answer)?.traces[trace];
    if (known === undefined || known.steps !== undefined) return known;
    let whole = asked.whole.get(trace);
    if (whole === undefined) {
      whole = this.client.sendRequest(Steps, { textDocument: this.identify(document), trace })
        .then((answer) => answer?.traces[0], () => undefined);
      asked.whole.set(trace, whole);
    }
    return whole;
  }

  /** The solution and step at a place; undefined outside of every solution. */
  async at(uri: vscode.Uri, position: vscode.Position): Promise<Place | undefined> {
    const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    if (document === undefined) return undefined;
    const place = inText(document, position);
    const holds = ({ range }: { readonly range: Range }) => this.client.protocol2CodeConverter.asRange(range).contains(place);
    const trace = (await this.of(document))?.traces.findIndex(holds) ?? -1;
    if (trace < 0) return undefined;
    const step = (await this.whole(document, trace))?.steps?.findIndex(holds) ?? -1;
    return { trace, step: step < 0 ? null : step };
  }

  private ask(document: vscode.TextDocument): Asked {
    const key = addressOf(document).toString();
    let asked = this.asked.get(key);
    if (asked?.version !== versionOf(document)) {
      const answer = this.client.sendRequest(Steps, { textDocument: this.identify(document), brief: true }).catch(() => null);
      asked = { version: versionOf(document), answer, whole: new Map() };
      this.asked.set(key, asked);
    }
    return asked;
  }

  private identify(document: vscode.TextDocument) {
    return this.client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  }

  private renew(uri: vscode.Uri, afterMs: number): void {
    const key = uri.toString();
    this.asked.delete(key);
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
    if (afterMs === 0) return this.changed.fire(uri);
    this.waiting.set(key, setTimeout(() => {
      this.waiting.delete(key);
      this.changed.fire(uri);
    }, afterMs));
  }
}
