import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import type { DiagnosticProviderMiddleware } from 'vscode-languageclient/node';

const key = 'findings';
const mostDocuments = 20;
const mostFindings = 100;
const writtenAfterMs = 1_000;

/** A finding as it is kept. */
interface Kept {
  readonly range: readonly [number, number, number, number];
  readonly severity: vscode.DiagnosticSeverity;
  readonly message: string;
  readonly source?: string | undefined;
  readonly code?: string | undefined;
  readonly page?: string | undefined;
}

/** What was found last in a document, and in which text. */
interface Remembered {
  readonly uri: string;
  readonly text: string;
  readonly version: string;
  readonly findings: readonly Kept[];
}

/**
 * After a reload a server takes seconds to start. Until it answers, a document whose text is the one that was reviewed last shows what
 * was found then.
 */
export class RememberedFindings implements vscode.Disposable {
  private readonly shown = vscode.languages.createDiagnosticCollection();
  private readonly found = new Map<string, { readonly document: vscode.TextDocument; readonly findings: readonly vscode.Diagnostic[] }>();
  private readonly answered = new Set<string>();
  private readonly listening: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;

  /** `version` is the extension's: another may find something else. */
  constructor(private readonly memory: vscode.Memento, private readonly version: string) {
    this.listening = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => { this.show(document); }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.shown.delete(document.uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => { this.shown.delete(uri); }));
    vscode.workspace.textDocuments.forEach((document) => { this.show(document); });
  }

  /** The answer of the server takes the place of what was remembered. */
  readonly provide: NonNullable<DiagnosticProviderMiddleware['provideDiagnostics']> = async (document, previous, token, next) => {
    const report = await next(document, previous, token);
    if (document instanceof vscode.Uri || report === undefined || report === null) return report;
    this.answered.add(document.uri.toString());
    // Once the client shows its own.
    setTimeout(() => { this.shown.delete(document.uri); });
    if (report.kind === 'full' && isKept(document)) {
      this.found.set(document.uri.toString(), { document, findings: report.items });
      this.timer ??= setTimeout(() => { this.write(); }, writtenAfterMs);
    }
    return report;
  };

  /** There is no server that could answer. */
  forget(): void {
    this.shown.clear();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
    this.shown.dispose();
  }

  private show(document: vscode.TextDocument): void {
    if (!isKept(document) || this.answered.has(document.uri.toString())) return;
    const known = this.known().find(({ uri }) => uri === document.uri.toString());
    if (known === undefined || known.version !== this.version || known.text !== digest(document)) return;
    this.shown.set(document.uri, known.findings.map(finding));
  }

  private write(): void {
    this.timer = undefined;
    const fresh = [...this.found].map(([uri, { document, findings }]): Remembered => (
      { uri, text: digest(document), version: this.version, findings: findings.slice(0, mostFindings).map(kept) }));
    const others = this.known().filter(({ uri }) => !this.found.has(uri));
    this.found.clear();
    void this.memory.update(key, [...others, ...fresh].filter(({ findings }) => findings.length > 0).slice(-mostDocuments));
  }

  private known(): readonly Remembered[] {
    const known = this.memory.get<unknown>(key);
    return Array.isArray(known) ? known as readonly Remembered[] : [];
  }
}

const isKept = ({ uri }: vscode.TextDocument) => uri.scheme !== 'untitled' && uri.scheme !== 'vscode-notebook-cell';

const digest = (document: vscode.TextDocument) => createHash('sha256').update(document.getText()).digest('base64');

const kept = ({ range: { start, end }, severity, message, source, code }: vscode.Diagnostic): Kept => ({
  range: [start.line, start.character, end.line, end.character],
  severity,
  message,
  source,
  ...(typeof code === 'object' ? { code: String(code.value), page: code.target.toString() } : { code: code?.toString() }),
});

function finding({ range, severity, message, source, code, page }: Kept): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(new vscode.Range(...range), message, severity);
  if (source !== undefined) diagnostic.source = source;
  if (code !== undefined) diagnostic.code = page === undefined ? code : { value: code, target: vscode.Uri.parse(page) };
  return diagnostic;
}
