import * as vscode from 'vscode';
import { askKey } from './askKey';
import { addressOf } from './cells';
import { acceptItem, applyChecklist, chooseItem, overruleItem, type ItemNode } from './checklist';
import { refineHere, suggestHere } from './corrections';
import { showDismissed } from './dismissed';
import { isReadable } from './documents';
import { examineScores } from './examination';
import { documentHere, here, type Here } from './here';
import { chooseModel } from './models';
import { commands } from './names';
import type { Report } from './report';
import { openReport } from './openReport';
import { addNote, changeNote, markSolution, removeNote, saveNote } from './notes';
import { serverCommands, type ItemInfo } from './protocol';
import type { Reviewer } from './reviewer';
import type { Session } from './session';
import type { StepNode } from './stepNodes';
import { tellError } from './remedied';
import { reviewWorkspace, runWithProgress } from './workspaceReview';

/** The commands of the palette. */
export function registerCommands(context: vscode.ExtensionContext, reviewer: Reviewer, log: vscode.LogOutputChannel): vscode.Disposable[] {
  const inSession = <T extends unknown[]>(act: (session: Session, ...args: T) => Promise<unknown>) => async (...args: T) => {
    const session = await reviewer.wanted();
    try {
      if (session !== undefined) await act(session, ...args);
    } catch (error) {
      void tellError(error);
    }
  };
  // At the caret, which goes first to what was chosen in the view Steps.
  const inEditor = (
    act: (session: Session, editor: Here) => Promise<unknown>,
  ) => inSession(async (session, node?: unknown) => {
    const editor = isNode(node) ? await session.steps.goTo(node) : here();
    readable(editor?.document);
    return act(session, editor!);
  });
  const onDocument = (command: string) => inEditor((session, { document }) =>
    session.run(command, session.client.code2ProtocolConverter.asUri(document.uri)));
  // Of the editor, or of the document above whose solution it was clicked.
  const report = inSession(async (session, uri?: unknown) => {
    await openReport(session, readable(typeof uri === 'string'
      ? await vscode.workspace.openTextDocument(session.client.protocol2CodeConverter.asUri(uri))
      : documentHere()));
  });
  const inReport = (act: (report: Report) => Promise<unknown>) => inSession(async (session) => {
    const { Report } = await import('./report.js');
    await act(Report.active() ?? await openReport(session, readable(documentHere())));
  });
  // Of the editor, or of a file that was clicked in the explorer.
  const review = inSession(async (session, clicked?: vscode.Uri) => {
    if (clicked instanceof vscode.Uri) await vscode.commands.executeCommand('vscode.open', clicked);
    const document = readable(documentHere());
    await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: 'Reviewing…' }, async () => {
      await session.run(serverCommands.reviewFile, session.client.code2ProtocolConverter.asUri(addressOf(document)));
      await session.named.add(addressOf(document));
    });
  });
  const always = (...how: string[]) => inEditor((session, { document }) =>
    session.run(serverCommands.includeFiles, session.client.code2ProtocolConverter.asUri(document.uri), ...how));
  const onItem = (act: (session: Session, node: ItemNode) => Promise<unknown>, placeHolder: string,
    isOffered: (item: ItemInfo) => boolean) => inSession(async (session, node?: ItemNode) => {
    const document = documentHere();
    if (node?.kind !== 'item' && document === undefined) throw new Error('Open a solution to which a checklist was applied first.');
    const chosen = node?.kind === 'item' ? node : await chooseItem(session, document!, placeHolder, isOffered);
    if (chosen !== undefined) await act(session, chosen);
  });
  return Object.entries({
    [commands.reviewFile]: review,
    [commands.reviewAlways]: always(),
    [commands.reviewAlike]: always('alike'),
    [commands.showFlaggedOnly]: inSession(async ({ steps }) => steps.filter(true)),
    [commands.showAllSteps]: inSession(async ({ steps }) => steps.filter(false)),
    [commands.restoreFinding]: inSession(async (session, node?: StepNode) => {
      if (node?.kind === 'aside') await session.run(serverCommands.restoreFinding, node.aside.undo);
    }),
    [commands.showDismissed]: inEditor(showDismissed),
    [commands.fixAll]: onDocument(serverCommands.fixAll),
    [commands.openViewer]: inEditor(async ({ client, lists }, editor) => {
      // What sets mathematics is large, and few windows need it.
      const { Viewer } = await import('./viewer.js');
      await Viewer.open(client, lists, editor);
    }),
    [commands.openDesk]: inSession(async (session, clicked?: vscode.Uri) => {
      const { openDesk } = await import('./desk/openDesk.js');
      await openDesk(session, clicked instanceof vscode.Uri ? clicked : undefined);
    }),
    [commands.showActions]: inEditor(() => Promise.resolve(vscode.commands.executeCommand('editor.action.quickFix'))),
    [commands.addNote]: inEditor(addNote),
    [commands.markSolution]: inEditor(markSolution),
    [commands.saveNote]: inSession(saveNote),
    [commands.changeNote]: inSession(changeNote),
    [commands.removeNote]: inSession(removeNote),
    [commands.openReport]: report,
    [commands.saveReport]: inReport((report) => report.save()),
    [commands.printReport]: inReport((report) => report.print()),
    [commands.copyReport]: inReport((report) => report.copy()),
    [commands.reviewWorkspace]: inSession((session) => reviewWorkspace(session.client)),
    [commands.openWorkspaceReport]: inSession((session) => runWithProgress(session.client, 'Reasoning Review', serverCommands.openReport)),
    [commands.chooseScores]: inSession((session) => chooseModel(session, 'scores', 'The reward model that scores every step')),
    [commands.chooseJudge]: inSession((session) =>
      chooseModel(session, 'judge', 'The instruct model that answers checklists and writes corrections')),
    [commands.examineScores]: inEditor(examineScores),
    [commands.applyChecklist]: inEditor((session, { document }) => applyChecklist(session, document)),
    [commands.acceptItem]: onItem(acceptItem, 'The verdict to accept', ({ verdict, decided }) => !decided && verdict !== 'unsure'),
    [commands.overruleItem]: onItem(overruleItem, 'The verdict to overrule', () => true),
    [commands.suggestCorrections]: inEditor(suggestHere),
    [commands.refine]: inEditor(refineHere),
    [commands.setKey]: () => askKey(context, reviewer),
    [commands.openSample]: () => openSample(context),
    [commands.restart]: () => reviewer.restart(),
    [commands.showLog]: () => log.show(),
  }).map(([name, act]) => vscode.commands.registerCommand(name, act));
}

const isNode = (chosen: unknown): chosen is StepNode =>
  typeof chosen === 'object' && chosen !== null && 'kind' in chosen && 'parent' in chosen;

function readable(document: vscode.TextDocument | undefined): vscode.TextDocument {
  if (document === undefined || !isReadable(document)) throw new Error('Open a Markdown, LaTeX, text or trace file first.');
  return document;
}

// A copy without a file, to be tried and thrown away.
async function openSample(context: vscode.ExtensionContext): Promise<void> {
  const sample = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(context.extensionUri, 'samples', 'winter-sale.solution.md'));
  // Its first line is the name of its tab; the comment may stand in any of the first five.
  const content = sample.getText().replace('\n', '\n\n<!-- reasoning-review -->\n');
  const copy = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(copy);
}
