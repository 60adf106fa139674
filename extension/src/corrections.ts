// Corrections of a step as the server finds them, and refining of a whole solution.
import * as vscode from 'vscode';
import { ExecuteCommandRequest, WorkDoneProgressCancelNotification, type LanguageClient } from 'vscode-languageclient/node';
import type { Here } from './here';
import { solutionAt } from './places';
import { CorrectionFound, serverCommands, type CorrectionInfo, type CorrectionsResult, type RefineAccount } from './protocol';
import type { Session } from './session';
import { runWithProgress } from './workspaceReview';

type Choice = vscode.QuickPickItem & { readonly id: number };

/** Corrections of the step at the caret. */
export async function suggestHere(session: Session, editor: Here): Promise<void> {
  const place = await solutionAt(session, editor);
  if (place.step < 0) throw new Error('Put the caret into a step first.');
  await suggestCorrections(session.client, place.uri, place.trace, place.step);
}

/** A list that fills as candidates pass their checks; the one that is taken is made by the server. Closing it stops the work. */
export async function suggestCorrections(client: LanguageClient, uri: string, trace: number, step: number): Promise<void> {
  const list = vscode.window.createQuickPick<Choice>();
  list.title = `Corrections of step ${step + 1}`;
  list.placeholder = 'Looking for corrections…';
  list.busy = true;
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.ignoreFocusOut = true;
  const token = `corrections-${Math.random().toString(36).slice(2)}`;
  const listening = client.onNotification(CorrectionFound, (found) => {
    if (found.textDocument.uri === uri && found.trace === trace && found.step === step)
      list.items = [...list.items, choiceOf(found.correction)];
  });
  const taken = new Promise<Choice | undefined>((resolve) => {
    list.onDidAccept(() => { if (list.selectedItems[0] !== undefined) resolve(list.selectedItems[0]); });
    list.onDidHide(() => resolve(undefined));
  });
  list.show();
  const asked = { command: serverCommands.suggestCorrections, arguments: [uri, trace, step], workDoneToken: token };
  const found = client.sendRequest(ExecuteCommandRequest.type, asked)
    .then((result) => { fill(list, result as CorrectionsResult); });
  try {
    const choice = await Promise.race([taken, found.then(() => taken)]);
    if (list.busy) void client.sendNotification(WorkDoneProgressCancelNotification.type, { token });
    await found.catch(() => {});
    if (choice !== undefined)
      await client.sendRequest(ExecuteCommandRequest.type, { command: serverCommands.applyCorrection, arguments: [uri, choice.id] });
  } finally {
    listening.dispose();
    list.dispose();
  }
}

function fill(list: vscode.QuickPick<Choice>, { corrections, message }: CorrectionsResult): void {
  list.items = corrections.map(choiceOf);
  list.busy = false;
  const said = corrections.length === 0 ? 'No correction passed the checks' : 'Take a correction';
  list.placeholder = message === undefined ? said : `${said}. ${message}`;
}

// What it does stands in the first line with the text it leads to, the proof has a line of its own: a narrow window cuts neither short.
const choiceOf = ({ id, label, proof, text, verified }: CorrectionInfo): Choice =>
  ({
    id,
    label: `$(${verified ? 'verified' : 'question'}) ${label}`,
    description: text,
    detail: `${verified ? 'verified: ' : ''}${proof}`,
    alwaysShow: true,
  });

/** Checks, rewrites and checks the solution at the caret; what changed is looked at before it is applied, as one edit. */
export async function refineHere(session: Session, editor: Here): Promise<void> {
  const { client, texts } = session;
  const place = await solutionAt(session, editor);
  const account = await runWithProgress<RefineAccount>(client, 'Reasoning Review', serverCommands.refine, [place.uri, place.trace]);
  if (account === null || account.cancelled) return;
  const show = 'Show account';
  const unchanged = account.rounds.length > 0 && !account.applied ? 'Nothing was changed. ' : '';
  const chosen = await vscode.window.showInformationMessage(`${unchanged}${account.summary}`, ...(account.rounds.length > 0 ? [show] : []));
  if (chosen !== show) return;
  await texts.show('Account of refining', account.account);
}
