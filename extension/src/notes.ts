// Notes at steps as in the review of a pull request: threads beside the text, kept by the server in .reasoning/decisions.jsonl.
import * as vscode from 'vscode';
import type { LanguageClient, Range } from 'vscode-languageclient/node';
import { addressOf, inCell, onDidClose, openUnder, versionOf } from './cells';
import { isReadable } from './documents';
import type { Here } from './here';
import { notesController } from './names';
import { solutionAt } from './places';
import { serverCommands, type NoteText, type StepsResult } from './protocol';
import type { Session } from './session';
import type { Place, StepLists } from './stepLists';

/** A note as the editor shows it. */
export interface NoteComment extends vscode.Comment {
  readonly note: NoteText;
  readonly uri: vscode.Uri;
  readonly place: Place;
  parent?: vscode.CommentThread;
}

/** The threads of every document that is shown. */
export class Notes implements vscode.Disposable {
  private readonly controller = vscode.comments.createCommentController(notesController, 'Notes on Steps');
  /** By document, and by place and notes. */
  private readonly threads = new Map<string, Map<string, vscode.CommentThread>>();
  private readonly known = new Map<string, StepsResult>();
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly client: LanguageClient, private readonly lists: StepLists) {
    this.controller.options = { prompt: 'A note on this step', placeHolder: 'Kept in .reasoning/decisions.jsonl' };
    this.controller.commentingRangeProvider = { provideCommentingRanges: (document) => this.rangesOf(document) };
    this.disposables = [
      this.controller,
      lists.onDidChange((uri) => void this.load(uri)),
      onDidClose((uri) => this.drop(uri)),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  // The editor lays its ranges out anew with every move of the caret: solutions line by line are one.
  private rangesOf(document: vscode.TextDocument): vscode.Range[] {
    const ranges: vscode.Range[] = [];
    for (const trace of this.known.get(addressOf(document).toString())?.traces ?? []) {
      const { document: holder, range } = inCell(document, this.client.protocol2CodeConverter.asRange(trace.range));
      if (holder !== document) continue;
      const last = ranges.at(-1);
      if (last !== undefined && range.start.line <= last.end.line + 1) ranges[ranges.length - 1] = last.union(range);
      else ranges.push(range);
    }
    return ranges;
  }

  private async load(uri: vscode.Uri): Promise<void> {
    const document = openUnder(uri);
    if (document === undefined || !isReadable(document) || !this.client.isRunning()) return;
    const version = versionOf(document);
    const steps = await this.lists.of(document);
    if (version !== versionOf(document) || document.isClosed) return;
    if (steps === null) return this.drop(uri);
    this.known.set(uri.toString(), steps);
    const before = this.threads.get(uri.toString()) ?? new Map<string, vscode.CommentThread>();
    const now = new Map(steps.traces.flatMap((each, trace) => [
      this.thread(before, document, { trace, step: null }, { start: each.range.start, end: each.range.start }, each.notes),
      ...(each.steps ?? []).map(({ range, notes }, step) => this.thread(before, document, { trace, step }, range, notes)),
    ]).filter((each) => each !== undefined));
    for (const [key, thread] of before) if (!now.has(key)) thread.dispose();
    this.threads.set(uri.toString(), now);
  }

  // A thread that says the same is moved with its step and not made anew: one that a person has open stays open.
  private thread(
    before: ReadonlyMap<string, vscode.CommentThread>, document: vscode.TextDocument, place: Place, at: Range, notes: readonly NoteText[],
  ): [string, vscode.CommentThread] | undefined {
    if (notes.length === 0) return undefined;
    const key = JSON.stringify([place, notes]);
    const { document: { uri }, range } = inCell(document, this.client.protocol2CodeConverter.asRange(at));
    const known = before.get(key);
    if (known?.uri.toString() === uri.toString()) {
      if (!(known.range?.isEqual(range) ?? false)) known.range = range;
      return [key, known];
    }
    const comments = notes.map((note): NoteComment => ({
      note, uri, place, body: new vscode.MarkdownString().appendText(note.text), mode: vscode.CommentMode.Preview,
      author: { name: note.who ?? 'A person' }, contextValue: 'note', timestamp: new Date(note.when),
      ...(note.outdated === true ? { label: 'of an earlier text' } : {}),
    }));
    const thread = this.controller.createCommentThread(uri, range, comments);
    for (const comment of comments) comment.parent = thread;
    thread.label = place.step === null ? 'Notes on the solution' : `Notes on step ${place.step + 1}`;
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    return [key, thread];
  }

  private drop(uri: vscode.Uri): void {
    this.known.delete(uri.toString());
    for (const thread of this.threads.get(uri.toString())?.values() ?? []) thread.dispose();
    this.threads.delete(uri.toString());
  }
}

/** Writes what was typed into a thread. */
export async function saveNote(session: Session, { thread, text }: vscode.CommentReply): Promise<void> {
  const place = await session.lists.at(thread.uri, thread.range?.start ?? new vscode.Position(0, 0));
  if (place === undefined) throw new Error('There is no step here to write a note on.');
  await write(session, thread.uri, place, text);
  // What the server knows now makes a thread of its own.
  if (thread.comments.length === 0) thread.dispose();
}

/** Asks for a note on the step with the caret. */
export async function addNote(session: Session, { document, selection }: Here): Promise<void> {
  await solutionAt(session, { document, selection });
  const place = await session.lists.at(document.uri, selection.active);
  if (place === undefined) throw new Error('Put the caret into a solution first.');
  const title = place.step === null ? 'Note on this solution' : `Note on step ${place.step + 1}`;
  const text = await vscode.window.showInputBox({ title, prompt: 'Kept in .reasoning/decisions.jsonl', ignoreFocusOut: true });
  if (text !== undefined && text.trim() !== '') await write(session, document.uri, place, text);
}

/** Puts another text in the place of a note. */
export async function changeNote(session: Session, { note, uri, place }: NoteComment): Promise<void> {
  const text = await vscode.window.showInputBox({ title: 'Change this note', value: note.text, ignoreFocusOut: true });
  if (text !== undefined && text.trim() !== '') await write(session, uri, place, text, note.id);
}

/** Takes a note back. */
export const removeNote = (session: Session, { note, uri, place }: NoteComment) => write(session, uri, place, '', note.id);

/** Asks for a mark of the solution with the caret. */
export async function markSolution(session: Session, { document, selection }: Here): Promise<void> {
  await solutionAt(session, { document, selection });
  const place = await session.lists.at(document.uri, selection.active);
  if (place === undefined) throw new Error('Put the caret into a solution first.');
  const marks = [4, 3, 2, 1, 0].map((mark) => ({ label: `${mark} of 4`, mark: mark as number | null }));
  const chosen = await vscode.window.showQuickPick([...marks, { label: 'No mark', mark: null }], { title: 'Mark of this solution' });
  if (chosen !== undefined)
    await session.run(serverCommands.mark, session.client.code2ProtocolConverter.asUri(document.uri), place.trace, chosen.mark);
}

const write = (session: Session, uri: vscode.Uri, { trace, step }: Place, text: string, ...id: string[]) =>
  session.run(serverCommands.note, session.client.code2ProtocolConverter.asUri(uri), trace, step, text, ...id);
